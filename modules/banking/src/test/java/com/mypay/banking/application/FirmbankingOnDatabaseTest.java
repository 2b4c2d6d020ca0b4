package com.mypay.banking.application;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.DailyLimits;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingOrder;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.domain.Resolution;
import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.framework.problem.RejectedException;
import com.mypay.frameworktest.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirmbankingOnDatabaseTest extends FirmbankingTests {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("BANKING");

    private static final int THREADS = 8;

    @Override
    BankingHouse newHouse() {
        DATABASE.reset();
        return BankingHouse.on(DATABASE);
    }

    @Test
    void manyAtOnceWithOneRequestIdCallTheBankOnce() {
        FirmbankingOrder order = house.charge(20_000);

        List<FirmbankingStatus> answers = call.atOnce(THREADS, () -> {
            try {
                return house.requestFirmbanking.request(order).status();
            } catch (RejectedException e) {
                assertThat(e.problem().name()).isEqualTo("REQUEST_RUNNING");
                return FirmbankingStatus.SENT;
            }
        });

        assertThat(house.bank.received()).hasSize(1);
        assertThat(answers).contains(FirmbankingStatus.COMPLETED);
        assertThat(answers).isSubsetOf(FirmbankingStatus.COMPLETED, FirmbankingStatus.SENT);
    }

    @Test
    void manyAtOnceTakeNoMoreThanTheDaysLimit() {
        DailyLimits limits = house.dailyLimits;
        List<Boolean> taken = call.atOnce(THREADS, () -> {
            int successes = 0;
            for (int i = 0; i < 10; i++) {
                boolean took = house.transactions.inTransaction(
                        () -> limits.take(BankingHouse.SHINHAN, BankingHouse.TODAY, won(100), won(2_550)));
                successes += took ? 1 : 0;
            }
            return successes > 0;
        });

        assertThat(taken).hasSize(THREADS);
        long used = house.transactions.inTransaction(
                () -> limits.used(BankingHouse.SHINHAN, BankingHouse.TODAY).value());
        assertThat(used).isEqualTo(2_500);
    }

    @Test
    void theFirstTransfersOfADayAtOnceAllFindRoom() {
        DailyLimits limits = house.dailyLimits;
        for (int day = 1; day <= 20; day++) {
            LocalDate date = BankingHouse.TODAY.plusDays(day);
            List<Boolean> taken = call.atOnce(
                    THREADS,
                    () -> house.transactions.inTransaction(
                            () -> limits.take(BankingHouse.SHINHAN, date, won(100), won(100_000))));

            assertThat(taken).hasSize(THREADS).containsOnly(true);
        }
    }

    @Test
    void inquiriesOfSeveralServersAtOnceCloseItOnce() {
        house.bank.now(com.mypay.banking.fake.FakeBank.Behaviour.LOSES_ANSWER);
        Firmbanking unknown = house.takeFirmbankingOrder.take(house.chargeByMessage(20_000));
        house.realTime.advance(java.time.Duration.ofSeconds(2));

        call.atOnce(THREADS, () -> house.askOpenFirmbankings.ask().size());

        assertThat(house.bank.inquiries()).isEqualTo(1);
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.results()).extracting(FirmbankingResult::status).containsExactly("UNKNOWN", "COMPLETED");
    }

    @Test
    void auditFindsEverythingInOrderAndAddsUp() {
        house.requestFirmbanking.request(house.charge(20_000));
        house.takeFirmbankingOrder.take(house.chargeByMessage(5_000));
        house.requestFirmbanking.request(
                BankingHouse.order(house.nextRequestId(), com.mypay.banking.domain.Purpose.PAYOUT, 7_000, null));
        house.bank.now(com.mypay.banking.fake.FakeBank.Behaviour.REFUSES);
        house.requestFirmbanking.request(house.charge(1_000));
        house.bank.now(com.mypay.banking.fake.FakeBank.Behaviour.LOSES_ANSWER);
        house.requestFirmbanking.request(house.charge(300));

        remittances();

        AuditReport report = house.audit(DATABASE).report();

        assertThat(report.checks()).allMatch(Check::ok);
        assertThat(report.totals())
                .containsEntry("corporateInWon", 25_000L)
                .containsEntry("corporateOutWon", 7_000L + 4_000L + 900L)
                .containsEntry("inFlightInWon", 300L)
                .containsEntry("inFlightOutWon", 50L)
                .containsEntry("chargeableCalls", 8L)
                .containsEntry("instructions", 8L)
                .containsEntry("completedCalls", 5L)
                .containsEntry("feesWon", 2_000L)
                .containsEntry("unknown", 2L)
                .containsEntry("remittancesCompleted", 2L)
                .containsEntry("remittancesCompletedWon", 4_900L)
                .containsEntry("remittancesOpen", 1L)
                .containsEntry("resolvedByStaff", 1L);
    }

    /** One that is completed, one that staff has resolved, one that nobody knows the end of. */
    private void remittances() {
        String payee = house.payee(BankAccountNumber.account("088", "110-999-000111"), "박받음");
        house.bank.now(com.mypay.banking.fake.FakeBank.Behaviour.ANSWERS);
        house.takeFirmbankingOrder.take(house.remittance(payee, 4_000));
        house.bank.now(com.mypay.banking.fake.FakeBank.Behaviour.IS_LATE);
        Firmbanking resolved = house.takeFirmbankingOrder.take(house.remittance(payee, 900));
        house.resolveFirmbanking.resolve(new ResolveFirmbanking.Command(
                "remittance",
                resolved.requestId(),
                new Resolution(FirmbankingStatus.COMPLETED, "staff/kim", "staff/lee", "확인")));
        house.bank.answersNoQuestions();
        house.seconds(15);
        house.takeFirmbankingOrder.take(house.remittance(payee, 50));
    }

    /** The money has been given back to the sender, and the payee has it. */
    @Test
    void auditNamesWhatTheBankHasExecutedAfterStaffHasRefusedIt() {
        String payee = house.payee(BankAccountNumber.account("088", "110-999-000111"), "박받음");
        house.bank.now(com.mypay.banking.fake.FakeBank.Behaviour.IS_LATE);
        house.bank.answersNoQuestions();
        Firmbanking late = house.takeFirmbankingOrder.take(house.remittance(payee, 900));
        house.resolveFirmbanking.resolve(new ResolveFirmbanking.Command(
                "remittance",
                late.requestId(),
                new Resolution(FirmbankingStatus.REFUSED, "staff/kim", "staff/lee", "확인")));
        house.seconds(15);
        assertThat(house.reread(late).status()).isEqualTo(FirmbankingStatus.REFUSED);
        assertThat(house.audit(DATABASE).report().checks()).allMatch(Check::ok);

        house.bank.finishLate();
        house.bank.answersQuestions();
        house.realTime.advance(java.time.Duration.ofHours(1));
        house.askOpenFirmbankings.ask();

        assertThat(house.audit(DATABASE).report().checks())
                .filteredOn(check -> !check.ok())
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.invariant()).isEqualTo("I2");
                    assertThat(check.firstViolation()).isEqualTo(late.id());
                });
    }

    @Test
    void auditOfNothingIsFine() {
        AuditReport report = house.audit(DATABASE).report();

        assertThat(report.checks()).allMatch(Check::ok);
        assertThat(report.totals()).containsEntry("corporateInWon", 0L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I2 | UPDATE FIRMBANKING SET FROM_KIND = 'CORPORATE'",
                "I2 | UPDATE BANK_DAY SET USED_WON = USED_WON + 1",
                "I7 | UPDATE FIRMBANKING SET STATUS = 'SENT', NEXT_LOOK_AT = TIMESTAMP '2020-01-01 00:00:00'",
                "I8 | UPDATE FIRMBANKING SET CALLS = 2",
                "I9 | INSERT INTO FIRMBANKING (FIRMBANKING_ID, REQUESTER, REQUEST_ID, ATTEMPT, PURPOSE, FROM_KIND,"
                        + " FROM_BANK_CODE, FROM_ACCOUNT_NUMBER, TO_KIND, TO_BANK_CODE, TO_ACCOUNT_NUMBER, AMOUNT_WON,"
                        + " FEE_WON, TRANSACTION_DATE, STATUS, CALLS, RESENDS, INQUIRIES, STEPS, REQUESTED_AT, GUID,"
                        + " VERSION) SELECT 'z', REQUESTER, REQUEST_ID, 2, PURPOSE, FROM_KIND, FROM_BANK_CODE,"
                        + " FROM_ACCOUNT_NUMBER, TO_KIND, TO_BANK_CODE, TO_ACCOUNT_NUMBER, AMOUNT_WON, FEE_WON,"
                        + " TRANSACTION_DATE, STATUS, CALLS, RESENDS, INQUIRIES, STEPS, REQUESTED_AT, GUID, VERSION"
                        + " FROM FIRMBANKING",
                "I11 | UPDATE FIRMBANKING_HISTORY SET FROM_STATUS = 'REQUESTED' WHERE STEP_NO = 2",
                "I11 | UPDATE FIRMBANKING_HISTORY SET RESOLVED_BY = 'staff/kim'",
                "I11 | DELETE FROM FIRMBANKING_HISTORY WHERE STEP_NO = 1",
                "I11 | UPDATE FIRMBANKING SET STATUS = 'REFUSED'",
                "I11 | DELETE FROM FIRMBANKING_HISTORY"
            })
    void auditFindsEachKindOfDamage(String invariant, String damage) throws SQLException {
        Firmbanking firmbanking = house.requestFirmbanking.request(house.charge(20_000));
        try (Connection connection = DATABASE.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(damage);
        }

        assertThat(house.audit(DATABASE).report().checks())
                .filteredOn(check -> !check.ok())
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.firstViolation()).isIn(firmbanking.id(), "088", "z"))
                .extracting(Check::invariant)
                .contains(invariant);
    }
}
