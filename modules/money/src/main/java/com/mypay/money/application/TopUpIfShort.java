package com.mypay.money.application;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.money.application.port.Banking;
import com.mypay.money.application.port.Banking.Firmbanking;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeId;
import com.mypay.money.domain.ChargeStatus;
import com.mypay.money.domain.Charges;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.TopUpPolicy;
import com.mypay.money.domain.TopUpRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command that takes money from a member, charging the linked account first where the balance is short (자동
 * 충전). Where it isn't, the whole command is one transaction. Where it is: a first transaction opens the top-up, banking
 * is called with no transaction open, a second one books the top-up and does the command.
 *
 * <p>When nobody knows what the bank did, the caller gets "unknown" and the top-up stays open. The command goes on when
 * it is repeated under its request id; {@link AskOpenCharges} books the top-up even if it never is.
 */
@ApplicationScoped
public class TopUpIfShort {

    /** Others may use up what was topped up before we get to it; we charge again, but not for ever. */
    private static final int MAX_TOP_UPS = 3;

    private final Transactions transactions;
    private final Requests requests;
    private final OpenMoney openMoney;
    private final LockMoney lockMoney;
    private final Charges charges;
    private final Banking banking;
    private final EndCharge endCharge;
    private final TopUpPolicy policy;
    private final Ids ids;
    private final Clock realTime;
    private final Occasions occasions;

    @Inject
    public TopUpIfShort(
            Transactions transactions,
            Requests requests,
            OpenMoney openMoney,
            LockMoney lockMoney,
            Charges charges,
            Banking banking,
            EndCharge endCharge,
            TopUpPolicy policy,
            Ids ids,
            @RealTime Clock realTime,
            Occasions occasions) {
        this.transactions = transactions;
        this.requests = requests;
        this.openMoney = openMoney;
        this.lockMoney = lockMoney;
        this.charges = charges;
        this.banking = banking;
        this.endCharge = endCharge;
        this.policy = policy;
        this.ids = ids;
        this.realTime = realTime;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TopUpIfShort() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * What a command wants.
     *
     * @param payer whose available balance has to cover the amount
     * @param effect what it does once the balance covers the amount, inside the transaction
     */
    public record Spending<A extends Record>(
            CommandKey key, Class<A> answerType, MemberId payer, Won amount, TopUpRule rule, Effect<A> effect) {}

    /** Moves the money that is there. */
    @FunctionalInterface
    public interface Effect<A extends Record> {

        /** @param toppedUp what was charged for this command */
        A apply(MemberMoney payer, Won toppedUp);
    }

    /** Where a command stands after a transaction: answered, refused or unknown, or a top-up away. */
    private record Step<A extends Record>(
            @Nullable A answer,
            @Nullable RuntimeException failure,
            @Nullable Charge topUp) {

        static <A extends Record> Step<A> answered(A answer) {
            return new Step<>(answer, null, null);
        }

        static <A extends Record> Step<A> failed(RuntimeException failure) {
            return new Step<>(null, failure, null);
        }

        static <A extends Record> Step<A> toBank(Charge topUp) {
            return new Step<>(null, null, topUp);
        }
    }

    public <A extends Record> A run(Spending<A> spending) {
        Step<A> step = openMoney.whereMissing(() -> transactions.inTransaction(() -> begin(spending)));
        Charge topUp = step.topUp();
        for (int topUps = 1; topUp != null; topUps++) {
            ChargeId id = topUp.id();
            Firmbanking firmbanking = callBanking(spending, topUp);
            boolean mayTopUp = topUps < MAX_TOP_UPS;
            step = transactions.inTransaction(() -> goOn(spending, id, firmbanking, mayTopUp));
            topUp = step.topUp();
        }
        if (step.failure() != null) {
            throw step.failure();
        }
        return Objects.requireNonNull(step.answer());
    }

    private <A extends Record> Step<A> begin(Spending<A> spending) {
        Optional<A> answer =
                requests.onceOrBegin(spending.key(), spending.answerType(), () -> applyIfCovered(spending));
        return answer.isPresent() ? Step.answered(answer.get()) : next(spending, true);
    }

    /** The usual case, and the fast one. */
    private <A extends Record> Optional<A> applyIfCovered(Spending<A> spending) {
        MemberMoney payer = lockMoney.lock(spending.payer());
        boolean covered = payer.covers(spending.amount());
        return covered ? Optional.of(spending.effect().apply(payer, Won.ZERO)) : Optional.empty();
    }

    /** The command is begun: whatever was done for it before, by this server or by one that has died, is found. */
    private <A extends Record> Step<A> next(Spending<A> spending, boolean mayTopUp) {
        List<Charge> topUps = charges.ofCommand(commandOf(spending));
        Optional<Charge> open =
                topUps.stream().filter(topUp -> topUp.status().isOpen()).findFirst();
        if (open.isPresent()) {
            return sentAgain(open.get().id());
        }
        MemberMoney payer = lockMoney.lock(spending.payer());
        Won shortage = payer.shortageFor(spending.amount());
        if (shortage.isZero()) {
            A answer = spending.effect().apply(payer, sumOfCompleted(topUps));
            return Step.answered(requests.finish(spending.key(), answer));
        }
        if (spending.rule() == TopUpRule.NONE || !mayTopUp) {
            return refused(spending, MoneyProblem.MONEY_INSUFFICIENT, "short by " + shortage);
        }
        Charge topUp = Charge.topUp(
                new ChargeId(ids.next()),
                spending.payer(),
                policy.amountFor(spending.rule(), shortage),
                commandOf(spending),
                occasions.now(),
                realTime.instant());
        charges.add(topUp);
        MoneyEvents.requested(topUp);
        return Step.toBank(topUp);
    }

    private <A extends Record> Step<A> sentAgain(ChargeId id) {
        Charge topUp = charges.lock(id).orElseThrow();
        if (topUp.status().isOpen()) {
            topUp.sentAgain(realTime.instant());
            charges.changed(topUp);
        }
        return Step.toBank(topUp);
    }

    /** No transaction is open here: the bank may take its time. */
    private Firmbanking callBanking(Spending<?> spending, Charge topUp) {
        try {
            return banking.topUp(topUp.requestId(), topUp.member(), topUp.amount());
        } catch (UnavailableException e) {
            transactions.inTransaction(() -> requests.suspend(spending.key()));
            throw e;
        } catch (UnknownOutcomeException e) {
            return Firmbanking.unknown(null);
        }
    }

    private <A extends Record> Step<A> goOn(
            Spending<A> spending, ChargeId topUp, Firmbanking firmbanking, boolean mayTopUp) {
        boolean ours = requests.renew(spending.key());
        endCharge.end(topUp, firmbanking);
        if (!ours) {
            return Step.failed(new RejectedException(CommonProblem.REQUEST_RUNNING, "ended by another server"));
        }
        return switch (firmbanking.outcome()) {
            case COMPLETED -> next(spending, mayTopUp);
            case REFUSED -> refusedByBank(spending, firmbanking);
            case UNKNOWN -> unknown(spending);
        };
    }

    private <A extends Record> Step<A> refusedByBank(Spending<A> spending, Firmbanking firmbanking) {
        String reason = String.valueOf(firmbanking.reasonCode());
        return reason.equals(Firmbanking.NO_LINKED_ACCOUNT)
                ? refused(spending, MoneyProblem.NO_LINKED_ACCOUNT, "")
                : refused(spending, MoneyProblem.TOP_UP_REFUSED, "reason " + reason);
    }

    /** Thrown after the commit: what became of the top-up has to stay. */
    private <A extends Record> Step<A> refused(Spending<A> spending, MoneyProblem problem, String detail) {
        requests.abandon(spending.key());
        return Step.failed(new RejectedException(problem, detail));
    }

    private <A extends Record> Step<A> unknown(Spending<A> spending) {
        requests.suspend(spending.key());
        return Step.failed(new UnknownOutcomeException(
                "the bank has not said whether it topped up",
                "/money/com/v1/find/money-changing?operation=" + spending.key().operation() + "&requestId="
                        + spending.key().requestId(),
                null));
    }

    private static Won sumOfCompleted(List<Charge> topUps) {
        return topUps.stream()
                .filter(topUp -> topUp.status() == ChargeStatus.COMPLETED)
                .map(Charge::amount)
                .reduce(Won.ZERO, Won::plus);
    }

    private static String commandOf(Spending<?> spending) {
        CommandKey key = spending.key();
        return key.caller() + " " + key.operation() + " " + key.requestId();
    }
}
