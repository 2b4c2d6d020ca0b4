package com.mypay.payment.application;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
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
import com.mypay.payment.domain.Partner;
import com.mypay.payment.domain.PartnerKind;
import com.mypay.payment.domain.Payment;
import com.mypay.payment.domain.Payment.Order;
import com.mypay.payment.domain.PaymentId;
import com.mypay.payment.domain.PaymentStatus;
import com.mypay.payment.domain.Payments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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

    /** @param asked in which status money is asked about it */
    private record Begun(Payment payment, PaymentStatus asked) {}

    /** Where the request stands after its first transaction: answered, or a payment to go on with, or none yet. */
    private record Opening(Optional<Answer> answer, Optional<Begun> begun) {}

    public Answer pay(Command command) {
        Order order = command.order();
        if (!command.caller().mayActFor(order.member())) {
            throw new RejectedException(PaymentProblem.MEMBER_NOT_FOUND, "member " + order.member());
        }
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), order);
        Opening opening = transactions.inTransaction(() -> open(key, order));
        if (opening.answer().isPresent()) {
            return opening.answer().get();
        }
        Begun begun = opening.begun().orElseGet(() -> openAfterAsking(key, order));
        return ask(key, begun);
    }

    /** In its caller's place, who may never repeat it; nothing to do while somebody is at it. */
    void goOn(Payment payment) {
        CommandKey key = CommandKey.recorded(
                Caller.parse(payment.requested().caller(), Set.of()),
                OPERATION,
                new RequestId(payment.requested().requestId()));
        Optional<Payment> ours = transactions.inTransaction(
                () -> requests.takeOver(key) ? Optional.of(ledger.doubt(payment.id())) : Optional.empty());
        ours.filter(doubted -> doubted.status().isOpen())
                .ifPresent(doubted -> ask(key, new Begun(doubted, PaymentStatus.IN_DOUBT)));
    }

    /**
     * One transaction, where the replica knows both sides: as it nearly always does. Commits are what a payment's time
     * goes into, and a refusal here needs none.
     */
    private Opening open(CommandKey key, Order order) {
        List<Begun> opened = new ArrayList<>();
        Optional<Answer> answer = requests.onceOrBegin(key, Answer.class, () -> {
            List<Partner> known = partners.known(order.member(), order.franchise());
            if (KnownPartners.has(known, order.member()) && KnownPartners.has(known, order.franchise())) {
                requireActive(known, order);
                opened.add(request(key, order));
            }
            return Optional.empty();
        });
        if (answer.isPresent() || !opened.isEmpty()) {
            return new Opening(answer, opened.stream().findFirst());
        }
        return new Opening(answer, begunBefore(key, order));
    }

    private Optional<Begun> begunBefore(CommandKey key, Order order) {
        return findByRequest(key, order).map(payment -> new Begun(ledger.doubt(payment.id()), PaymentStatus.IN_DOUBT));
    }

    private Optional<Payment> findByRequest(CommandKey key, Order order) {
        return payments.findByRequest(
                order.member(), key.caller().toString(), key.requestId().value());
    }

    private Begun openAfterAsking(CommandKey key, Order order) {
        try {
            requireActive(partners.known(order.member(), order.franchise()), order);
        } catch (RejectedException | UnavailableException e) {
            transactions.inTransaction(() -> abandonUnlessBegun(key, order));
            throw e;
        }
        return transactions.inTransaction(() -> {
            // Membership may have taken so long that another server has gone on with the request, or ended it
            if (!requests.renew(key)) {
                throw new RejectedException(CommonProblem.REQUEST_RUNNING, "ended by another server");
            }
            return begunBefore(key, order).orElseGet(() -> request(key, order));
        });
    }

    /** Another server may have gone on meanwhile: its payment needs the request to come to its end. */
    private void abandonUnlessBegun(CommandKey key, Order order) {
        if (findByRequest(key, order).isEmpty()) {
            requests.abandon(key);
        }
    }

    private void requireActive(List<Partner> known, Order order) {
        partners.requireActive(
                known,
                order.member(),
                PartnerKind.PERSONAL,
                PaymentProblem.MEMBER_NOT_FOUND,
                PaymentProblem.MEMBER_NOT_ACTIVE);
        partners.requireActive(
                known,
                order.franchise(),
                PartnerKind.FRANCHISE,
                PaymentProblem.FRANCHISE_NOT_FOUND,
                PaymentProblem.FRANCHISE_NOT_ACTIVE);
    }

    private Begun request(CommandKey key, Order order) {
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
        return new Begun(payment, payment.status());
    }

    private Answer ask(CommandKey key, Begun begun) {
        Payment payment = begun.payment();
        PaymentId id = payment.id();
        Order order = payment.order();
        return askMoney.ask(new AskMoney.Question<>(
                key,
                id,
                begun.asked(),
                () -> money.decrease(requestIdOf(id), order.member(), order.amount(), id),
                decreased -> answer(ledger.approve(payment), decreased),
                code -> ledger.fail(id, begun.asked(), code),
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
