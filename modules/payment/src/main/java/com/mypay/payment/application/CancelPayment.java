package com.mypay.payment.application;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.payment.application.port.Money;
import com.mypay.payment.domain.Cancellation;
import com.mypay.payment.domain.Payment;
import com.mypay.payment.domain.PaymentId;
import com.mypay.payment.domain.PaymentStatus;
import com.mypay.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Cancels an approved payment in full or in part: the part is set aside first, then money gives it back, then the
 * cancellation slip is issued with the payment's commission terms.
 */
@ApplicationScoped
public class CancelPayment {

    static final String OPERATION = "cancel/payment";

    private final Payments payments;
    private final PaymentLedger ledger;
    private final Money money;
    private final AskMoney askMoney;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;

    @Inject
    CancelPayment(
            Payments payments,
            PaymentLedger ledger,
            Money money,
            AskMoney askMoney,
            Requests requests,
            Transactions transactions,
            Clock clock,
            Ids ids) {
        this.payments = payments;
        this.ledger = ledger;
        this.money = money;
        this.askMoney = askMoney;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CancelPayment() {
        this(null, null, null, null, null, null, null, null);
    }

    /** @param amount empty: all that remains */
    public record Command(
            Caller caller, RequestId requestId, PaymentId paymentId, Optional<Won> amount, String reason) {}

    private record Content(PaymentId paymentId, Optional<Won> amount, String reason) {}

    /**
     * A cancellation that is done.
     *
     * @param slipId names its slip
     * @param remainingWon what remains of the payment
     */
    public record Answer(String cancellationId, String slipId, long cancelledWon, long remainingWon) {}

    /**
     * A cancellation that is written down.
     *
     * @param member to whom its money goes
     * @param asked in which status money is asked about it
     */
    private record Begun(Cancellation cancellation, MemberId member, PaymentStatus asked) {}

    /** Where the request stands after its first transaction: answered, or a cancellation to go on with. */
    private record Opening(Optional<Answer> answer, Optional<Begun> begun) {}

    public Answer cancel(Command command) {
        Content content = new Content(command.paymentId(), command.amount(), command.reason());
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), content);
        Opening opening = transactions.inTransaction(() -> open(key, command));
        if (opening.answer().isPresent()) {
            return opening.answer().get();
        }
        Begun begun = opening.begun().orElseThrow();
        return ask(key, begun);
    }

    /** In its caller's place, who may never repeat it; nothing to do while somebody is at it. */
    void goOn(Cancellation cancellation) {
        CommandKey key = CommandKey.recorded(
                Caller.parse(cancellation.requested().caller(), Set.of()),
                OPERATION,
                new RequestId(cancellation.requested().requestId()));
        Optional<Begun> ours = transactions.inTransaction(() ->
                requests.takeOver(key) && ledger.doubt(cancellation).status().isOpen()
                        ? Optional.of(begun(cancellation, PaymentStatus.IN_DOUBT))
                        : Optional.empty());
        ours.ifPresent(begun -> ask(key, begun));
    }

    private Opening open(CommandKey key, Command command) {
        Optional<Answer> answer = requests.begin(key, Answer.class);
        if (answer.isPresent()) {
            return new Opening(answer, Optional.empty());
        }
        Optional<Begun> before = payments.findCancellationByRequest(
                        command.paymentId(),
                        key.caller().toString(),
                        key.requestId().value())
                .map(cancellation -> begun(ledger.doubt(cancellation), PaymentStatus.IN_DOUBT));
        return new Opening(Optional.empty(), before.or(() -> Optional.of(request(key, command))));
    }

    /** A refusal here rolls the whole transaction back: the request id is free again. */
    private Begun request(CommandKey key, Command command) {
        Payment payment = payments.findForUpdate(command.paymentId())
                .filter(found -> mayCancel(command.caller(), found))
                .orElseThrow(() ->
                        new RejectedException(PaymentProblem.PAYMENT_NOT_FOUND, "payment " + command.paymentId()));
        if (payment.status() != PaymentStatus.APPROVED) {
            throw new RejectedException(PaymentProblem.NOT_CANCELLABLE, "it is " + payment.status());
        }
        Won amount = command.amount().orElse(payment.cancellable());
        if (!amount.isPositive() || amount.isMoreThan(payment.cancellable())) {
            throw new RejectedException(PaymentProblem.CANCEL_AMOUNT_TOO_LARGE, payment.cancellable() + " remain");
        }
        Cancellation cancellation = Cancellation.requested(
                new PaymentId(ids.next()),
                payment,
                key.caller().toString(),
                key.requestId().value(),
                amount,
                command.reason(),
                CallContext.current().guid().value(),
                clock.instant());
        ledger.requested(cancellation, payment);
        return new Begun(cancellation, payment.order().member(), cancellation.status());
    }

    /** Either side of the payment may. */
    private static boolean mayCancel(Caller caller, Payment payment) {
        return caller.mayActFor(payment.order().member())
                || caller.mayActFor(payment.order().franchise());
    }

    private Begun begun(Cancellation cancellation, PaymentStatus asked) {
        Payment payment = payments.find(cancellation.paymentId()).orElseThrow();
        return new Begun(cancellation, payment.order().member(), asked);
    }

    private Answer ask(CommandKey key, Begun begun) {
        Cancellation cancellation = begun.cancellation();
        return askMoney.ask(new AskMoney.Question<>(
                key,
                cancellation.paymentId(),
                begun.asked(),
                () -> {
                    money.increase(
                            requestIdOf(cancellation.id()), begun.member(), cancellation.amount(), cancellation.id());
                    return begun;
                },
                increased -> answer(cancellation, ledger.approve(cancellation)),
                code -> ledger.fail(cancellation, begun.asked()),
                () -> ledger.doubt(cancellation)));
    }

    /** Money's idempotency key: one cancellation, one increase. */
    private static RequestId requestIdOf(PaymentId id) {
        return new RequestId("cancel-" + id);
    }

    private static Answer answer(Cancellation cancellation, Payment payment) {
        return new Answer(
                cancellation.id().value(),
                cancellation.id().value(),
                cancellation.amount().value(),
                payment.remaining().value());
    }
}
