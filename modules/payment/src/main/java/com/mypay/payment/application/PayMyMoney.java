package com.mypay.payment.application;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.RequestId;
import com.mypay.payment.application.port.Money;
import com.mypay.payment.application.port.Money.Decreased;
import com.mypay.payment.domain.Commission;
import com.mypay.payment.domain.Commissions;
import com.mypay.payment.domain.PartnerKind;
import com.mypay.payment.domain.Payment;
import com.mypay.payment.domain.Payment.Order;
import com.mypay.payment.domain.PaymentId;
import com.mypay.payment.domain.PaymentStatus;
import com.mypay.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * A member pays a franchise: the payment is committed first, then money is asked to take the amount, then the slip is
 * issued. While money doesn't answer the payment is {@code IN_DOUBT}, and {@link DecidePayments} asks on.
 */
@ApplicationScoped
public class PayMyMoney {

    static final String OPERATION = "pay/my-money";

    private final Payments payments;
    private final Commissions commissions;
    private final KnownPartners partners;
    private final PaymentLedger ledger;
    private final Money money;
    private final AskMoney askMoney;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;

    @Inject
    PayMyMoney(
            Payments payments,
            Commissions commissions,
            KnownPartners partners,
            PaymentLedger ledger,
            Money money,
            AskMoney askMoney,
            Requests requests,
            Transactions transactions,
            Clock clock,
            Ids ids) {
        this.payments = payments;
        this.commissions = commissions;
        this.partners = partners;
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
    protected PayMyMoney() {
        this(null, null, null, null, null, null, null, null, null, null);
    }

    public record Command(Caller caller, RequestId requestId, Order order) {}

    /**
     * An approved payment.
     *
     * @param slipId names its slip
     * @param toppedUpWon what came from the linked account because the balance was short
     * @param balanceWon what the member has left
     */
    public record Answer(
            String paymentId,
            String slipId,
            String status,
            long amountWon,
            long toppedUpWon,
            long balanceWon,
            String approvedAt) {}

    /** Where the request stands after its first transaction: answered, or a payment to go on with. */
    private record Opening(Optional<Answer> answer, Optional<PaymentId> payment) {}

    public Answer pay(Command command) {
        Order order = command.order();
        if (!command.caller().mayActFor(order.member())) {
            throw new RejectedException(PaymentProblem.MEMBER_NOT_FOUND, "member " + order.member());
        }
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), order);
        Opening opening = transactions.inTransaction(() -> find(key));
        if (opening.answer().isPresent()) {
            return opening.answer().get();
        }
        return opening.payment()
                .map(id -> ask(key, id, order, PaymentStatus.IN_DOUBT))
                .orElseGet(() -> ask(key, open(key, order), order, PaymentStatus.REQUESTED));
    }

    /** In its caller's place, who may never repeat it; nothing to do while somebody is at it. */
    void goOn(Payment payment) {
        CommandKey key = CommandKey.recorded(
                Caller.parse(payment.caller(), Set.of()), OPERATION, new RequestId(payment.requestId()));
        PaymentId id = payment.id();
        boolean ours = transactions.inTransaction(() -> requests.takeOver(key) && ledger.doubt(id));
        if (ours) {
            ask(key, id, payment.order(), PaymentStatus.IN_DOUBT);
        }
    }

    private Opening find(CommandKey key) {
        Optional<Answer> answer = requests.begin(key, Answer.class);
        if (answer.isPresent()) {
            return new Opening(answer, Optional.empty());
        }
        Optional<PaymentId> begun = payments.findByRequest(
                        key.caller().toString(), key.requestId().value())
                .map(Payment::id);
        begun.ifPresent(ledger::doubt);
        return new Opening(Optional.empty(), begun);
    }

    private PaymentId open(CommandKey key, Order order) {
        try {
            partners.requireActive(
                    order.member(),
                    PartnerKind.PERSONAL,
                    PaymentProblem.MEMBER_NOT_FOUND,
                    PaymentProblem.MEMBER_NOT_ACTIVE);
            partners.requireActive(
                    order.franchise(),
                    PartnerKind.FRANCHISE,
                    PaymentProblem.FRANCHISE_NOT_FOUND,
                    PaymentProblem.FRANCHISE_NOT_ACTIVE);
        } catch (RejectedException | UnavailableException e) {
            transactions.inTransaction(() -> requests.abandon(key));
            throw e;
        }
        return transactions.inTransaction(() -> {
            BasisPoints rate = commissions
                    .inForce(order.franchise(), BusinessClock.businessDate(clock))
                    .map(Commission::rate)
                    .orElseThrow(() -> new IllegalStateException("there are no common commission terms"));
            Payment payment = Payment.requested(
                    new PaymentId(ids.next()),
                    key.caller().toString(),
                    key.requestId().value(),
                    order,
                    rate,
                    CallContext.current().guid().value(),
                    clock.instant());
            ledger.requested(payment);
            return payment.id();
        });
    }

    private Answer ask(CommandKey key, PaymentId id, Order order, PaymentStatus asked) {
        return askMoney.ask(new AskMoney.Question<>(
                key,
                id,
                asked,
                () -> money.decrease(requestIdOf(id), order.member(), order.amount(), id),
                decreased -> answer(ledger.approve(id), decreased),
                code -> ledger.fail(id, asked, code),
                () -> ledger.doubt(id)));
    }

    /** Money's idempotency key: one payment, one decrease. */
    private static RequestId requestIdOf(PaymentId id) {
        return new RequestId("pay-" + id);
    }

    private static Answer answer(Payment payment, Decreased decreased) {
        return new Answer(
                payment.id().value(),
                payment.id().value(),
                payment.status().name(),
                payment.amount().value(),
                decreased.toppedUp().value(),
                decreased.balance().value(),
                payment.decidedAt().orElseThrow().toString());
    }
}
