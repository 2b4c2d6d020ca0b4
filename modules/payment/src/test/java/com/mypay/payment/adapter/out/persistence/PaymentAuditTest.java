package com.mypay.payment.adapter.out.persistence;

import static com.mypay.framework.value.BasisPoints.basisPoints;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.payment.domain.Cancellation;
import com.mypay.payment.domain.Payment;
import com.mypay.payment.domain.Payment.Order;
import com.mypay.payment.domain.PaymentChange;
import com.mypay.payment.domain.PaymentId;
import com.mypay.payment.domain.PaymentStatus;
import com.mypay.payment.domain.Payments;
import com.mypay.payment.domain.Slip;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit finds nothing in payments and cancellations that are right, and finds each way in which they can be wrong. */
class PaymentAuditTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("PAYMENT");

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String GUID = "1".repeat(32);
    private static final String A_PAYMENT_MORE = "INSERT INTO PAYMENT SELECT '9', CALLER, REQUEST_ID, MEMBER_ID,"
            + " FRANCHISE_ID, AMOUNT_WON, 0, 0, ORDER_NAME, COMMISSION_BASIS_POINTS, STATUS, FAILURE_CODE,"
            + " REQUESTED_TIMESTAMP, DECIDED_TIMESTAMP, BUSINESS_DATE, GUID, VERSION_NO FROM PAYMENT";
    private static final String A_CANCELLATION_MORE = "INSERT INTO CANCELLATION SELECT '9', PAYMENT_ID, CALLER,"
            + " REQUEST_ID, AMOUNT_WON, REASON, STATUS, REQUESTED_TIMESTAMP, GUID, VERSION_NO FROM CANCELLATION";

    private final Payments payments = new JdbcPayments(DATABASE.jdbc());
    private final PaymentAudit audit = new PaymentAudit(DATABASE.jdbc());

    /** One payment of 30,000 won; of them 10,000 are cancelled, and 5,000 are about to be. */
    @BeforeEach
    void aPaymentThatIsCancelledInPart() {
        DATABASE.transactions().inTransaction(() -> {
            Order order = new Order(new MemberId(1001), new MemberId(2001), won(30_000), "후라이드");
            Payment payment = Payment.requested(id(1), "member/1001", "r1", order, basisPoints(250), GUID, NOW);
            payment.approve(NOW, TODAY);
            payments.add(payment);
            payments.add(Slip.ofPayment(payment, GUID));
            record(1, id(1), PaymentStatus.REQUESTED);
            record(2, id(1), PaymentStatus.APPROVED);
        });
        DATABASE.transactions().inTransaction(() -> {
            Payment payment = payments.findForUpdate(id(1)).orElseThrow();
            payments.add(cancellation(2, payment, won(5_000)));
            record(3, id(2), PaymentStatus.REQUESTED);
            Cancellation done = cancellation(3, payment, won(10_000));
            done.become(PaymentStatus.APPROVED);
            payments.add(done);
            Won before = payment.cancel(done.amount());
            payments.changed(payment, PaymentStatus.APPROVED);
            payments.add(Slip.ofCancellation(done, payment, before, NOW, TODAY, GUID));
            record(4, id(3), PaymentStatus.REQUESTED);
            record(5, id(3), PaymentStatus.APPROVED);
        });
    }

    @Test
    void whatIsRightIsRightAndItsTotalsAreTold() {
        assertThat(report().checks()).isNotEmpty().allMatch(Check::ok);
        assertThat(report().totals())
                .containsEntry("paymentSlips", 1L)
                .containsEntry("paymentSlipsWon", 30_000L)
                .containsEntry("cancellationSlips", 1L)
                .containsEntry("cancellationSlipsWon", 10_000L)
                .containsEntry("undecidedPayments", 0L)
                .containsEntry("undecidedPaymentsWon", 0L)
                .containsEntry("undecidedCancellations", 1L)
                .containsEntry("undecidedCancellationsWon", 5_000L)
                .containsEntry("inDoubt", 0L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE PAYMENT SET CANCELLED_WON = 0 | I4",
                "UPDATE CANCELLATION SET STATUS = 'APPROVED' | I4",
                "UPDATE CANCELLATION SET STATUS = 'FAILED' WHERE STATUS = 'REQUESTED' | I4",
                "UPDATE PAYMENT SET RESERVED_WON = 14999 | I4",
                "UPDATE PAYMENT SET RESERVED_WON = 30000 | I4",
                "DELETE FROM SLIP WHERE KIND = 'PAYMENT' | I5",
                "DELETE FROM SLIP WHERE KIND = 'CANCELLATION' | I5",
                "UPDATE SLIP SET AMOUNT_WON = 1 WHERE KIND = 'PAYMENT' | I5",
                "UPDATE SLIP SET AMOUNT_WON = 1 WHERE KIND = 'CANCELLATION' | I5",
                "UPDATE PAYMENT SET STATUS = 'FAILED' | I5",
                "UPDATE CANCELLATION SET STATUS = 'FAILED' | I5",
                A_PAYMENT_MORE + " | I9",
                A_CANCELLATION_MORE + " WHERE STATUS = 'APPROVED' | I9",
                A_CANCELLATION_MORE + " WHERE STATUS = 'REQUESTED' | I9",
                "UPDATE PAYMENT_HISTORY SET STATUS = 'APPROVED' WHERE STATUS = 'REQUESTED' | I11",
                "DELETE FROM PAYMENT_HISTORY WHERE STATUS = 'REQUESTED' | I11",
                "UPDATE PAYMENT_HISTORY SET SUBJECT_ID = '9' | I11"
            })
    void whatIsWrongIsFound(String damage, String invariant) {
        new Jdbc(DATABASE.ownerDataSource()).update(damage);

        assertThat(report().checks())
                .filteredOn(check -> check.invariant().equals(invariant) && !check.ok())
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.firstViolation()).isNotBlank());
    }

    /** Who was refused may ask again under the same id. */
    @Test
    void whatHasFailedHasNoEffect() {
        new Jdbc(DATABASE.ownerDataSource()).update(A_PAYMENT_MORE);
        new Jdbc(DATABASE.ownerDataSource()).update("UPDATE PAYMENT SET STATUS = 'FAILED' WHERE PAYMENT_ID = '9'");

        assertThat(report().checks()).allMatch(Check::ok);
    }

    private AuditReport report() {
        return DATABASE.transactions().inTransaction(audit::report);
    }

    private static Cancellation cancellation(int n, Payment payment, Won amount) {
        return Cancellation.requested(id(n), payment, "member/1001", "c" + n, amount, "변심", GUID, NOW);
    }

    private void record(int change, PaymentId subject, PaymentStatus status) {
        payments.record(new PaymentChange("0".repeat(31) + change, subject, status, GUID, NOW));
    }

    private static PaymentId id(int n) {
        return new PaymentId("0".repeat(31) + n);
    }
}
