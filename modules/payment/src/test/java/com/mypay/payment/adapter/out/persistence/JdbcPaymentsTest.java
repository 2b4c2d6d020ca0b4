package com.mypay.payment.adapter.out.persistence;

import static com.mypay.framework.value.BasisPoints.basisPoints;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.payment.domain.Partner;
import com.mypay.payment.domain.PartnerKind;
import com.mypay.payment.domain.PartnerStatus;
import com.mypay.payment.domain.Partners;
import com.mypay.payment.domain.Payment;
import com.mypay.payment.domain.Payment.Order;
import com.mypay.payment.domain.PaymentChange;
import com.mypay.payment.domain.PaymentId;
import com.mypay.payment.domain.PaymentStatus;
import com.mypay.payment.domain.Payments;
import com.mypay.payment.domain.Slip;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcPaymentsTest extends PaymentsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("PAYMENT");

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final MemberId FRANCHISE = new MemberId(2001);

    private final Payments payments = new JdbcPayments(DATABASE.jdbc());
    private final Partners partners = new JdbcPartners(DATABASE.jdbc());
    private final PaymentAudit audit = new PaymentAudit(DATABASE.jdbc());

    @Override
    Payments payments() {
        return payments;
    }

    @Override
    Transactions transactions() {
        return DATABASE.transactions();
    }

    @Test
    void keepsTheReplicaOfMembers() {
        Partner active = new Partner(FRANCHISE, PartnerKind.FRANCHISE, PartnerStatus.ACTIVE, 1);
        Partner suspended = new Partner(FRANCHISE, PartnerKind.FRANCHISE, PartnerStatus.SUSPENDED, 2);
        for (Partner told : List.of(active, suspended, active)) {
            transactions().inTransaction(() -> partners.follow(told));
        }

        assertThat(transactions().inTransaction(() -> partners.find(List.of(FRANCHISE, new MemberId(2002)))))
                .containsExactly(suspended);
    }

    @Test
    void theAuditFindsAnApprovedPaymentWithoutItsSlip() {
        approvedPayment(1, true);
        assertThat(report().checks()).allMatch(Check::ok);
        assertThat(report().totals()).containsEntry("paymentSlips", 1L).containsEntry("paymentSlipsWon", 30_000L);

        approvedPayment(2, false);

        assertThat(report().checks())
                .filteredOn(check -> !check.ok())
                .extracting(Check::firstViolation)
                .containsExactly(id(2).value());
    }

    @Test
    void theAuditFindsAnIllegalStep() {
        approvedPayment(1, true);
        record(3, PaymentStatus.IN_DOUBT);

        assertThat(report().checks())
                .filteredOn(check -> !check.ok())
                .extracting(Check::invariant)
                .containsExactly("I11");
    }

    private AuditReport report() {
        return transactions().inTransaction(audit::report);
    }

    private void approvedPayment(int n, boolean withSlip) {
        transactions().inTransaction(() -> {
            Payment payment = Payment.requested(
                    id(n),
                    "member/1001",
                    "r" + n,
                    new Order(new MemberId(1001), FRANCHISE, won(30_000), "후라이드"),
                    basisPoints(250),
                    "1".repeat(32),
                    NOW);
            payment.approve(NOW, TODAY);
            payments.add(payment);
            if (withSlip) {
                payments.add(Slip.ofPayment(payment, "1".repeat(32)));
                record(1, PaymentStatus.REQUESTED);
                record(2, PaymentStatus.APPROVED);
            }
        });
    }

    private void record(int change, PaymentStatus status) {
        transactions()
                .inTransaction(() -> payments.record(
                        new PaymentChange("0".repeat(31) + change, id(1), status, "1".repeat(32), NOW)));
    }

    private static PaymentId id(int n) {
        return new PaymentId("0".repeat(31) + n);
    }
}
