package com.mypay.simulation.bug;

import com.mypay.banking.application.port.Bank;
import com.mypay.banking.domain.BankInstruction;
import com.mypay.banking.domain.ChangedMeanwhileException;
import com.mypay.banking.domain.DailyLimits;
import com.mypay.banking.domain.Firmbankings;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.messaging.OutgoingMessage;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.money.application.CaptureMoney;
import com.mypay.money.application.EndCharge;
import com.mypay.money.application.MoneyCommandAnswered;
import com.mypay.money.application.ReleaseMoney;
import com.mypay.remittance.application.TakeFirmbankingResult;
import com.mypay.remittance.application.TakeMoneyAnswer;
import com.mypay.remittance.application.message.TransferMoney;
import com.mypay.remittance.domain.Sender;
import com.mypay.remittance.domain.Senders;
import com.mypay.remittance.domain.StepRequest;
import com.mypay.simulation.kernel.Beans;
import com.mypay.simulation.kernel.Broker;
import com.mypay.simulation.kernel.Message;
import com.mypay.simulation.kernel.Service;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What somebody might get wrong one day. Each breaks one part of one service; all else is as it should be. */
public enum Bug {
    /** Money does a command as often as it arrives. */
    NO_IDEMPOTENCY_CHECK("money") {
        @Override
        void plant(Beans beans, Parts parts) {
            intercept(beans, Requests.class, "once", (arguments, call) -> ((Supplier<?>) arguments[2]).get());
        }
    },

    /** Money remembers what it has done, but not that it has refused: the same command may get another answer later. */
    FORGETS_SHORTAGES("money") {
        @Override
        void plant(Beans beans, Parts parts) {
            Requests real = beans.get(Requests.class);
            intercept(beans, Requests.class, "once", (arguments, call) -> {
                CommandKey key = (CommandKey) arguments[0];
                if (real.outcome(key.caller(), key.operation(), key.requestId()).isPresent()) {
                    return call.proceed(arguments);
                }
                Object answer = ((Supplier<?>) arguments[2]).get();
                boolean isShort = answer instanceof MoneyCommandAnswered told
                        && told.outcome().equals("SHORT");
                Supplier<?> again = () -> answer;
                return isShort ? answer : call.proceed(key, arguments[1], again);
            });
        }
    },

    /** Money says that it has released a hold, and hasn't. */
    KEEPS_THE_HOLD("money") {
        @Override
        void plant(Beans beans, Parts parts) {
            beans.substitute(ReleaseMoney.class, KeepsTheHold.class);
        }
    },

    /** Money keeps nothing of what was held for the operator. */
    CAPTURES_WITHOUT_FEE("money") {
        @Override
        void plant(Beans beans, Parts parts) {
            beans.substitute(CaptureMoney.class, CapturesWithoutFee.class);
        }
    },

    /** Money books a top-up each time that it hears of it. */
    BOOKS_TOP_UPS_TWICE("money") {
        @Override
        void plant(Beans beans, Parts parts) {
            beans.substitute(EndCharge.class, BooksChargesTwice.class);
        }
    },

    /** Money's messages leave at once, whether the transaction commits or not. */
    SENDS_BEFORE_THE_COMMIT("money") {
        @Override
        void plant(Beans beans, Parts parts) {
            intercept(beans, Outbox.class, "send", (arguments, call) -> {
                parts.broker().store(Message.of((OutgoingMessage) arguments[0]));
                return null;
            });
        }
    },

    /** Money takes in a message that is delivered twice as if it were two. */
    HANDLES_A_DELIVERY_TWICE("money") {
        @Override
        void plant(Beans beans, Parts parts) {
            parts.service().queueLog().forgetIncoming();
        }
    },

    /** Banking calls the bank again when it doesn't answer, instead of asking it. */
    RESENDS_WITHOUT_INQUIRY("banking") {
        @Override
        void plant(Beans beans, Parts parts) {
            intercept(beans, Bank.class, "transfer", (arguments, call) -> {
                try {
                    return call.proceed(arguments);
                } catch (UnknownOutcomeException e) {
                    return call.proceed(arguments);
                }
            });
        }
    },

    /** Banking asks about a transfer under the date of the day on which it asks. */
    INQUIRES_BY_TODAYS_DATE("banking") {
        @Override
        void plant(Beans beans, Parts parts) {
            Clock clock = beans.get(Clock.class);
            intercept(
                    beans,
                    Bank.class,
                    "inquire",
                    (arguments, call) ->
                            call.proceed(onDate((BankInstruction) arguments[0], BusinessClock.businessDate(clock))));
        }
    },

    /** What the bank has refused goes on counting for the day. */
    KEEPS_THE_LIMIT("banking") {
        @Override
        void plant(Beans beans, Parts parts) {
            intercept(beans, DailyLimits.class, "giveBack", (arguments, call) -> null);
        }
    },

    /** Banking doesn't notice that another server has taken the same firmbanking. */
    IGNORES_WHO_WAS_FASTER("banking") {
        @Override
        void plant(Beans beans, Parts parts) {
            intercept(beans, Firmbankings.class, "save", (arguments, call) -> {
                try {
                    return call.proceed(arguments);
                } catch (ChangedMeanwhileException e) {
                    return null;
                }
            });
        }
    },

    /** Remittance releases before the bank's answer is known. */
    TAKES_UNKNOWN_FOR_REFUSED("remittance") {
        @Override
        void plant(Beans beans, Parts parts) {
            beans.substitute(TakeFirmbankingResult.class, TakesUnknownForRefused.class);
        }
    },

    /** Remittance takes an answer for that of the present round. */
    ACCEPTS_ANY_ROUND("remittance") {
        @Override
        void plant(Beans beans, Parts parts) {
            beans.substitute(TakeMoneyAnswer.class, AcceptsAnyRound.class);
        }
    },

    /** Remittance asks again under another request id. */
    ASKS_AGAIN_UNDER_ANOTHER_ID("remittance") {
        @Override
        void plant(Beans beans, Parts parts) {
            intercept(
                    beans,
                    Outbox.class,
                    "send",
                    (arguments, call) -> call.proceed(underAnotherId((OutgoingMessage) arguments[0])));
        }
    },

    /** Remittance forgets that a sender's earlier remittance comes first. */
    BREAKS_THE_ORDER("remittance") {
        @Override
        void plant(Beans beans, Parts parts) {
            intercept(beans, Senders.class, "lock", (arguments, call) -> free(call.proceed(arguments)));
        }
    };

    private final String service;

    Bug(String service) {
        this.service = service;
    }

    /** Into one server's beans, when it comes up. */
    public void plantInto(Service where, Beans beans, Broker broker) {
        if (where.name().equals(service)) {
            plant(beans, new Parts(where, broker));
        }
    }

    /** What isn't a bean. */
    record Parts(Service service, Broker broker) {}

    abstract void plant(Beans beans, Parts parts);

    private static <T> void intercept(Beans beans, Class<T> part, String method, Intercepted.Instead instead) {
        beans.provide(part, Intercepted.of(part, beans.get(part), method, instead));
    }

    private static BankInstruction onDate(BankInstruction instruction, LocalDate date) {
        return new BankInstruction(
                instruction.transactionId(),
                date,
                instruction.from(),
                instruction.to(),
                instruction.amount(),
                instruction.memo());
    }

    private static OutgoingMessage underAnotherId(OutgoingMessage message) {
        if (!(message.body() instanceof TransferMoney transfer)) {
            return message;
        }
        int sends = Integer.parseInt(message.id().substring(message.id().lastIndexOf('-') + 1));
        if (sends == 1) {
            return message;
        }
        StepRequest request = StepRequest.parse(transfer.requestId()).orElseThrow();
        StepRequest other = new StepRequest(request.remittance(), request.step(), request.round() + 10 * sends);
        TransferMoney body = new TransferMoney(
                other.requestId(),
                transfer.remittanceId(),
                transfer.fromMemberId(),
                transfer.toMemberId(),
                transfer.amountWon(),
                transfer.feeWon());
        return new OutgoingMessage(message.id(), message.destination(), message.type(), body);
    }

    private static Sender free(@Nullable Object locked) {
        Sender sender = (Sender) Objects.requireNonNull(locked);
        Sender.State state = sender.state();
        return Sender.stored(
                sender.member(),
                new Sender.State(
                        state.lastNumber(),
                        state.begunNumber(),
                        null,
                        state.usageDate(),
                        state.usedOfDay(),
                        state.usedOfMonth()));
    }
}
