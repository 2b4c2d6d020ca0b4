package com.mypay.banking.application;

import static com.mypay.banking.application.BankingHouse.SHINHAN;
import static com.mypay.banking.application.BankingHouse.TODAY;
import static com.mypay.banking.application.BankingHouse.WOORI;
import static com.mypay.banking.application.Refusals.assertRefused;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.ContractTerms;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingOrder;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.domain.MaintenanceWindow;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.TestCall;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Orders by message that their bank doesn't take at once, in memory and on the database. It is noon. */
abstract class WaitingTests {

    @RegisterExtension
    final TestCall call = TestCall.by(BankingHouse.MONEY);

    BankingHouse house = BankingHouse.inMemory();

    abstract BankingHouse newHouse();

    @BeforeEach
    void furnish() {
        house = newHouse().furnished();
    }

    @Test
    void aPayoutWaitsUntilItsBanksMaintenanceIsOver() {
        house.modify(WOORI, maintained("11:30", "12:10"));

        Firmbanking waiting = house.takeFirmbankingOrder.take(house.payout(7_000));

        assertThat(waiting.status()).isEqualTo(FirmbankingStatus.WAITING);
        assertThat(waiting.reasonCode()).isEqualTo("BANK_IN_MAINTENANCE");
        assertThat(house.results()).isEmpty();
        minutesPass(9);
        assertThat(house.bank.received()).isEmpty();

        minutesPass(1);

        assertThat(house.reread(waiting).status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.steps(waiting)).containsExactly("WAITING>SENT", "SENT>COMPLETED");
        assertThat(house.results())
                .singleElement()
                .extracting(FirmbankingResult::status)
                .isEqualTo("COMPLETED");
    }

    @Test
    void thePayeesBankMayBeTheOneInMaintenance() {
        house.modify(SHINHAN, maintained("11:30", "12:10"));

        Firmbanking waiting = house.takeFirmbankingOrder.take(house.payout(7_000));
        assertThat(waiting.status()).isEqualTo(FirmbankingStatus.WAITING);

        minutesPass(10);
        assertThat(house.reread(waiting).status()).isEqualTo(FirmbankingStatus.COMPLETED);
    }

    @Test
    void anotherWindowThatFollowsIsWaitedForToo() {
        house.modify(WOORI, maintained("11:30", "12:10"));
        house.modify(SHINHAN, maintained("12:05", "12:20"));
        Firmbanking waiting = house.takeFirmbankingOrder.take(house.payout(7_000));

        minutesPass(10);
        assertThat(house.reread(waiting).status()).isEqualTo(FirmbankingStatus.WAITING);
        minutesPass(10);

        assertThat(house.reread(waiting).status()).isEqualTo(FirmbankingStatus.COMPLETED);
    }

    @Test
    void whatWaitedOverMidnightIsOfTheDayOnWhichItIsSent() {
        house.clock.setInSeoul("2011-12-05T23:50");
        house.modify(WOORI, maintained("23:30", "00:30"));
        Firmbanking waiting = house.takeFirmbankingOrder.take(house.payout(7_000));
        assertThat(used(WOORI, TODAY)).isZero();

        minutesPass(40);

        assertThat(house.reread(waiting).transactionDate()).isEqualTo(TODAY.plusDays(1));
        assertThat(house.bank.received())
                .singleElement()
                .satisfies(
                        instruction -> assertThat(instruction.transactionDate()).isEqualTo(TODAY.plusDays(1)));
        assertThat(used(WOORI, TODAY)).isZero();
        assertThat(used(WOORI, TODAY.plusDays(1))).isEqualTo(7_000);
    }

    @Test
    void whatNoLongerFitsIntoTheDaysLimitIsRefusedWhenItsTimeComes() {
        house.modify(WOORI, maintained("11:30", "12:10"));
        Firmbanking waiting = house.takeFirmbankingOrder.take(house.payout(1_000_000));
        house.transactions.inTransaction(() -> house.dailyLimits.take(WOORI, TODAY, won(2_500_000), won(3_000_000)));

        minutesPass(10);

        assertThat(house.reread(waiting).status()).isEqualTo(FirmbankingStatus.REFUSED);
        assertThat(house.results())
                .singleElement()
                .extracting(FirmbankingResult::reasonCode)
                .isEqualTo("DAILY_LIMIT_EXCEEDED");
        assertThat(house.bank.received()).isEmpty();
        assertThat(used(WOORI, TODAY)).isEqualTo(2_500_000);
    }

    @Test
    void aContractThatHasEndedMeanwhileEndsTheWait() {
        house.clock.setInSeoul("2011-12-05T23:50");
        house.modify(WOORI, terms("2011-12-05", window("23:30", "00:30"), null));
        Firmbanking waiting = house.takeFirmbankingOrder.take(house.payout(7_000));

        minutesPass(40);

        assertThat(house.reread(waiting).reasonCode()).isEqualTo("BANK_CONTRACT_NOT_IN_FORCE");
        assertThat(house.results()).hasSize(1);
    }

    @Test
    void whoWatchesIsRefusedInsteadOfKeptWaiting() {
        house.modify(WOORI, maintained("11:30", "12:10"));
        house.modify(SHINHAN, maintained("11:30", "12:10"));
        String payee = "0".repeat(32);

        assertRefused(BankingProblem.BANK_IN_MAINTENANCE, () -> house.requestFirmbanking.request(house.charge(1)));
        assertThat(house.takeFirmbankingOrder.take(house.chargeByMessage(1)).reasonCode())
                .isEqualTo("BANK_IN_MAINTENANCE");
        assertThat(house.takeFirmbankingOrder.take(house.remittance(payee, 1)).status())
                .isEqualTo(FirmbankingStatus.REFUSED);
        assertRefused(
                BankingProblem.BANK_IN_MAINTENANCE,
                () -> house.requestFirmbanking.request(
                        BankingHouse.order(house.nextRequestId(), com.mypay.banking.domain.Purpose.PAYOUT, 1, null)));
    }

    @Test
    void whatWaitingDoesNotHelpIsRefusedAtOnce() {
        house.modify(WOORI, maintained("11:30", "12:10"));

        assertThat(house.takeFirmbankingOrder.take(house.payout(1_000_001)).reasonCode())
                .isEqualTo("TRANSFER_LIMIT_EXCEEDED");
        house.modify(WOORI, terms("2011-12-04", window("11:30", "12:10"), null));
        assertThat(house.takeFirmbankingOrder.take(house.payout(1)).reasonCode())
                .isEqualTo("BANK_CONTRACT_NOT_IN_FORCE");
    }

    @Test
    void theSameOrderAgainWaitsOnce() {
        house.modify(WOORI, maintained("11:30", "12:10"));
        FirmbankingOrder order = house.payout(7_000);

        Firmbanking first = house.takeFirmbankingOrder.take(order);
        Firmbanking again = house.takeFirmbankingOrder.take(order);
        minutesPass(10);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(house.bank.received()).hasSize(1);
        assertThat(house.results()).hasSize(1);
    }

    @Test
    void aWindowThatStaffTakesBackEndsTheWait() {
        house.modify(WOORI, maintained("11:30", "12:10"));
        Firmbanking waiting = house.takeFirmbankingOrder.take(house.payout(7_000));

        house.modify(WOORI, BankingHouse.terms());
        house.seconds(3);

        assertThat(house.reread(waiting).status()).isEqualTo(FirmbankingStatus.COMPLETED);
    }

    @Test
    void whenTheTestClockIsMovedTheWaitEndsByIt() {
        house.modify(WOORI, maintained("11:30", "12:10"));
        Firmbanking waiting = house.takeFirmbankingOrder.take(house.payout(7_000));
        house.sendWaiting();
        assertThat(house.reread(waiting).status()).isEqualTo(FirmbankingStatus.WAITING);

        house.clock.setInSeoul("2011-12-05T12:10");
        house.sendWaiting();

        assertThat(house.reread(waiting).status()).isEqualTo(FirmbankingStatus.COMPLETED);
    }

    @Test
    void itIsChargedWhatACallCostsWhenItIsMade() {
        house.modify(WOORI, maintained("11:30", "12:10"));
        Firmbanking waiting = house.takeFirmbankingOrder.take(house.payout(7_000));

        house.modify(WOORI, dearer(BankingHouse.terms()));
        house.seconds(3);

        assertThat(house.reread(waiting).fee()).isEqualTo(won(500));
    }

    @Test
    void aBankIsCalledForMessagesAtThePaceOfItsContract() {
        house.modify(WOORI, terms("2011-12-31", null, 2));

        List<Firmbanking> payouts = IntStream.range(0, 5)
                .mapToObj(i -> house.takeFirmbankingOrder.take(house.payout(1_000)))
                .toList();

        assertThat(payouts)
                .extracting(Firmbanking::status)
                .containsExactly(
                        FirmbankingStatus.COMPLETED,
                        FirmbankingStatus.WAITING,
                        FirmbankingStatus.WAITING,
                        FirmbankingStatus.WAITING,
                        FirmbankingStatus.WAITING);
        assertThat(payouts.get(1).reasonCode()).isEqualTo("BANK_PACE");
        assertThat(turn(payouts, 4)).isEqualTo(turn(payouts, 1).plusMillis(1_500));
        house.seconds(1);
        assertThat(house.bank.received()).hasSize(3);
        house.seconds(1);
        assertThat(house.bank.received()).hasSize(5);
        assertThat(house.reread(payouts.get(4)).status()).isEqualTo(FirmbankingStatus.COMPLETED);
    }

    @Test
    void whoWaitsForTheAnswerIsNotPutInLine() {
        house.modify(SHINHAN, terms("2011-12-31", null, 1));

        assertThat(house.takeFirmbankingOrder.take(house.chargeByMessage(1)).status())
                .isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.takeFirmbankingOrder.take(house.chargeByMessage(1)).status())
                .isEqualTo(FirmbankingStatus.WAITING);
        assertThat(house.requestFirmbanking.request(house.charge(1)).status()).isEqualTo(FirmbankingStatus.COMPLETED);
    }

    @Test
    void afterMaintenanceThePaceHoldsToo() {
        house.modify(WOORI, terms("2011-12-31", window("11:30", "12:10"), 1));
        IntStream.range(0, 3).forEach(i -> house.takeFirmbankingOrder.take(house.payout(1_000)));

        minutesPass(10);
        assertThat(house.bank.received()).hasSize(1);
        house.seconds(2);
        assertThat(house.bank.received()).hasSize(3);
    }

    @Test
    void ifMaintenanceBeginsBeforeItsTurnItWaitsForBoth() {
        house.clock.setInSeoul("2011-12-05T12:29:59");
        house.modify(WOORI, terms("2011-12-31", window("12:30", "12:31"), 1));
        house.takeFirmbankingOrder.take(house.payout(1_000));
        Firmbanking waiting = house.takeFirmbankingOrder.take(house.payout(1_000));

        house.clock.advance(Duration.ofSeconds(2));
        house.seconds(2);
        assertThat(house.reread(waiting).reasonCode()).isEqualTo("BANK_IN_MAINTENANCE");

        minutesPass(1);
        assertThat(house.reread(waiting).status()).isEqualTo(FirmbankingStatus.COMPLETED);
    }

    @Test
    void staffFindsWhatWaits() {
        house.modify(WOORI, maintained("11:30", "12:10"));
        Firmbanking waiting = house.takeFirmbankingOrder.take(house.payout(7_000));

        assertThat(house.findFirmbankings.waiting(new PageRequest("", 10)).items())
                .extracting(Firmbanking::id)
                .containsExactly(waiting.id());
        assertThat(house.findFirmbankings.unknown(new PageRequest("", 10)).items())
                .isEmpty();
    }

    private Instant turn(List<Firmbanking> payouts, int i) {
        return Objects.requireNonNull(payouts.get(i).nextLookAt());
    }

    /** On both clocks, with somebody looking once a minute. */
    final void minutesPass(int minutes) {
        for (int i = 0; i < minutes; i++) {
            house.clock.advance(Duration.ofMinutes(1));
            house.realTime.advance(Duration.ofMinutes(1));
            house.askOpenFirmbankings.ask();
            house.sendWaiting();
        }
    }

    private long used(BankCode bank, LocalDate day) {
        return house.transactions.inTransaction(
                () -> house.dailyLimits.used(bank, day).value());
    }

    static ContractTerms maintained(String from, String to) {
        return terms("2011-12-31", window(from, to), null);
    }

    private static MaintenanceWindow window(String from, String to) {
        return new MaintenanceWindow(LocalTime.parse(from), LocalTime.parse(to));
    }

    static ContractTerms terms(
            String lastDay, @Nullable MaintenanceWindow maintenance, @Nullable Integer callsPerSecond) {
        return terms(BankingHouse.terms().feePerCall(), lastDay, maintenance, callsPerSecond);
    }

    private static ContractTerms dearer(ContractTerms terms) {
        return terms(terms.feePerCall().plus(won(100)), terms.inForceTo().toString(), null, null);
    }

    private static ContractTerms terms(
            Won fee, String lastDay, @Nullable MaintenanceWindow maintenance, @Nullable Integer callsPerSecond) {
        ContractTerms terms = BankingHouse.terms();
        return new ContractTerms(
                terms.bankName(),
                terms.inForceFrom(),
                LocalDate.parse(lastDay),
                fee,
                terms.perTransferLimit(),
                terms.dailyLimit(),
                maintenance,
                terms.purposes(),
                callsPerSecond);
    }
}
