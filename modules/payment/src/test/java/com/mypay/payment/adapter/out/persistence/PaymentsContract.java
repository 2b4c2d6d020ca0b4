package com.mypay.payment.adapter.out.persistence;

import static com.mypay.framework.value.BasisPoints.basisPoints;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.payment.domain.Cancellation;
import com.mypay.payment.domain.Payment;
import com.mypay.payment.domain.Payment.Order;
import com.mypay.payment.domain.PaymentId;
import com.mypay.payment.domain.PaymentStatus;
import com.mypay.payment.domain.Payments;
import com.mypay.payment.domain.Payments.Search;
import com.mypay.payment.domain.Slip;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Payments} does. */
abstract class PaymentsContract {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00.123456Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final MemberId MEMBER = new MemberId(1001);
    private static final MemberId FRANCHISE = new MemberId(2001);

    abstract Payments payments();

    abstract Transactions transactions();

    @Test
    void givesBackWhatWasAdded() {
        requested(1, "r1");
        transactions().inTransaction(() -> payments().add(Slip.ofPayment(approved(1), guid())));

        Payment found =
                transactions().inTransaction(() -> payments().find(id(1)).orElseThrow());
        Slip slip = transactions()
                .inTransaction(() -> payments().findSlip(id(1).value()).orElseThrow());

        assertThat(found.status()).isEqualTo(PaymentStatus.APPROVED);
        assertThat(found.order()).isEqualTo(new Order(MEMBER, FRANCHISE, won(30_000), "후라이드"));
        assertThat(found.decidedAt()).contains(NOW);
        assertThat(found.businessDate()).contains(TODAY);
        assertThat(slip.amount()).isEqualTo(won(30_000));
        assertThat(slip.businessDate()).isEqualTo(TODAY);
        assertThat(slip.commission()).isEqualTo(basisPoints(250));
    }

    @Test
    void changesOnlyWhatIsAsItWasRead() {
        requested(1, "r1");
        Payment stale =
                transactions().inTransaction(() -> payments().find(id(1)).orElseThrow());
        changed(1, Payment::doubt);
        stale.approve(NOW, TODAY);

        assertThat(transactions().inTransaction(() -> payments().changed(stale, PaymentStatus.REQUESTED)))
                .isFalse();
        assertThat(transactions()
                        .inTransaction(
                                () -> payments().find(id(1)).orElseThrow().status()))
                .isEqualTo(PaymentStatus.IN_DOUBT);
    }

    @Test
    void writesHowFarACancellationIs() {
        requested(1, "r1");
        approved(1);
        changed(
                1,
                payment -> payments()
                        .add(Cancellation.requested(
                                id(9), payment, "member/1001", "c1", won(10_000), "변심", guid(), NOW)));
        transactions().inTransaction(() -> {
            Cancellation cancellation = payments().findCancellation(id(9)).orElseThrow();
            cancellation.become(PaymentStatus.FAILED);
            payments().changed(cancellation);
        });

        assertThat(transactions()
                        .inTransaction(() ->
                                payments().findCancellation(id(9)).orElseThrow().status()))
                .isEqualTo(PaymentStatus.FAILED);
        assertThat(transactions()
                        .inTransaction(() -> payments()
                                .findCancellationByRequest(id(1), "member/1001", "c1")
                                .isEmpty()))
                .isTrue();
    }

    @Test
    void findsTheLatestOfARequestThatHasNotFailed() {
        requested(1, "r1");
        changed(1, payment -> payment.fail("MONEY_INSUFFICIENT", NOW));
        assertThat(byRequest("r1")).isEmpty();

        requested(2, "r1");
        requested(3, "r2");
        assertThat(byRequest("r1")).contains(id(2));
    }

    @Test
    void findsWhatIsOpenPageByPage() {
        requested(1, "r1");
        requested(2, "r2");
        changed(2, Payment::doubt);
        requested(3, "r3");
        approved(3);

        assertThat(open(null, 10)).containsExactly(id(1), id(2));
        assertThat(open(null, 1)).containsExactly(id(1));
        assertThat(open(id(1), 1)).containsExactly(id(2));
        assertThat(open(id(2), 1)).isEmpty();
    }

    @Test
    void findsCancellationsWithTheirPayment() {
        requested(1, "r1");
        approved(1);
        changed(
                1,
                payment -> payments()
                        .add(Cancellation.requested(
                                id(9), payment, "member/1001", "c1", won(10_000), "변심", guid(), NOW)));

        assertThat(transactions()
                        .inTransaction(() -> payments().cancellationsOf(id(1)).stream()
                                .map(Cancellation::amount)
                                .toList()))
                .containsExactly(won(10_000));
        assertThat(transactions().inTransaction(() -> payments().findOpenCancellations(null, 10)))
                .containsExactly(id(9));
        assertThat(transactions().inTransaction(() -> payments().findOpenCancellations(id(9), 10)))
                .isEmpty();
        assertThat(transactions()
                        .inTransaction(() -> payments()
                                .findCancellationByRequest(id(1), "member/1001", "c1")
                                .map(Cancellation::id)))
                .contains(id(9));
        assertThat(transactions()
                        .inTransaction(
                                () -> payments().find(id(1)).orElseThrow().cancellable()))
                .isEqualTo(won(20_000));
    }

    @Test
    void searchesByEitherSideAndPeriodTheNewestFirst() {
        for (int n = 1; n <= 3; n++) {
            requested(n, "r" + n);
            approved(n);
        }

        assertThat(search(new Search(MEMBER, null, null, null), "")).containsExactly(id(3), id(2), id(1));
        assertThat(search(new Search(null, FRANCHISE, null, null), id(2).value()))
                .containsExactly(id(1));
        assertThat(search(new Search(MEMBER, FRANCHISE, NOW, NOW.plusSeconds(1)), ""))
                .hasSize(3);
        assertThat(search(new Search(MEMBER, null, null, NOW), "")).isEmpty();
        assertThat(search(new Search(FRANCHISE, null, null, null), "")).isEmpty();
    }

    private List<PaymentId> search(Search search, String after) {
        return transactions()
                .inTransaction(() -> payments().find(search, new PageRequest(after, 10)).stream()
                        .map(Payment::id)
                        .toList());
    }

    private List<PaymentId> open(@Nullable PaymentId after, int atMost) {
        return transactions().inTransaction(() -> payments().findOpen(after, atMost));
    }

    private java.util.Optional<PaymentId> byRequest(String requestId) {
        return transactions()
                .inTransaction(() -> payments()
                        .findByRequest(MEMBER, "member/1001", requestId)
                        .map(Payment::id));
    }

    private Payment approved(int n) {
        return changed(n, payment -> payment.approve(NOW, TODAY));
    }

    private Payment changed(int n, Consumer<Payment> change) {
        return transactions().inTransaction(() -> {
            Payment payment = payments().findForUpdate(id(n)).orElseThrow();
            PaymentStatus before = payment.status();
            change.accept(payment);
            assertThat(payments().changed(payment, before)).isTrue();
            return payment;
        });
    }

    private void requested(int n, String requestId) {
        transactions()
                .inTransaction(() -> payments()
                        .add(Payment.requested(
                                id(n),
                                "member/1001",
                                requestId,
                                new Order(MEMBER, FRANCHISE, won(30_000), "후라이드"),
                                basisPoints(250),
                                guid(),
                                NOW)));
    }

    private static PaymentId id(int n) {
        return new PaymentId("0".repeat(31) + n);
    }

    private static String guid() {
        return "1".repeat(32);
    }
}
