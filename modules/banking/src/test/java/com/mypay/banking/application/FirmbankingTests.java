package com.mypay.banking.application;

import static com.mypay.banking.application.BankingHouse.CORPORATE;
import static com.mypay.banking.application.BankingHouse.MEMBER;
import static com.mypay.banking.application.BankingHouse.OF_MEMBER;
import static com.mypay.banking.application.BankingHouse.SHINHAN;
import static com.mypay.banking.application.BankingHouse.TODAY;
import static com.mypay.banking.application.BankingHouse.WOORI;
import static com.mypay.banking.application.BankingHouse.order;
import static com.mypay.banking.application.Refusals.assertRefused;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankInstruction;
import com.mypay.banking.domain.ContractTerms;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingOrder;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.domain.MaintenanceWindow;
import com.mypay.banking.domain.Party;
import com.mypay.banking.domain.Purpose;
import com.mypay.banking.fake.FakeBank;
import com.mypay.banking.fake.FakeBank.Behaviour;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.TestCall;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything about firmbankings, in memory and on the database. */
abstract class FirmbankingTests {

    @RegisterExtension
    final TestCall call = TestCall.by(BankingHouse.MONEY);

    BankingHouse house = BankingHouse.inMemory();

    abstract BankingHouse newHouse();

    @BeforeEach
    void furnish() {
        house = newHouse().furnished();
    }

    @Test
    void firmbankingIsWrittenDownSentAndCompleted() {
        Firmbanking done = house.requestFirmbanking.request(house.charge(20_000));

        assertThat(done.status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(done.completedAt()).isEqualTo(FakeBank.MOVED_AT);
        assertThat(house.steps(done)).containsExactly("REQUESTED>SENT", "SENT>COMPLETED");
        Firmbanking stored = house.reread(done);
        assertThat(stored.status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(stored.fee()).isEqualTo(won(400));
        assertThat(stored.guid()).isEqualTo(TestCall.GUID.value());
        assertThat(stored.calls()).isEqualTo(1);
        assertThat(stored.nextLookAt()).isNull();
        assertThat(house.bank.received())
                .containsExactly(new BankInstruction(done.id(), TODAY, OF_MEMBER, CORPORATE, won(20_000), "충전"));
        assertThat(house.figures).hasSize(1);
    }

    @Test
    void refusedByTheBankNothingCountsAgainstTheLimit() {
        house.bank.now(Behaviour.REFUSES);

        Firmbanking refused = house.requestFirmbanking.request(house.charge(20_000));

        assertThat(refused.status()).isEqualTo(FirmbankingStatus.REFUSED);
        assertThat(house.reread(refused).reasonCode()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(used()).isEqualTo(0);
    }

    @Test
    void retryOfTheSameRequestDoesNotCallTheBankAgain() {
        FirmbankingOrder order = house.charge(20_000);
        Firmbanking first = house.requestFirmbanking.request(order);
        Firmbanking again = house.requestFirmbanking.request(order);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.bank.received()).hasSize(1);
    }

    @Test
    void sameRequestIdWithOtherContentIsRefused() {
        RequestId id = house.nextRequestId();
        house.requestFirmbanking.request(order(id, Purpose.TOP_UP, 20_000, null));

        assertRefused(
                CommonProblem.REQUEST_ID_REUSED,
                () -> house.requestFirmbanking.request(order(id, Purpose.TOP_UP, 20_001, null)));
        assertRefused(
                CommonProblem.REQUEST_ID_REUSED,
                () -> house.requestFirmbanking.request(order(id, Purpose.CHARGE, 20_000, null)));
        assertThat(house.bank.received()).hasSize(1);
    }

    @Test
    void whileOneCallIsWithTheBankAnotherWithTheSameIdIsToldSo() {
        FirmbankingOrder order = house.charge(20_000);
        house.bank.beforeNextAnswer(
                () -> assertRefused(CommonProblem.REQUEST_RUNNING, () -> house.requestFirmbanking.request(order)));

        assertThat(house.requestFirmbanking.request(order).status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.bank.received()).hasSize(1);
    }

    @Test
    void lostAnswerIsUnknownUntilTheBankIsAsked() {
        house.bank.now(Behaviour.LOSES_ANSWER);
        FirmbankingOrder order = house.charge(20_000);

        Firmbanking unknown = house.requestFirmbanking.request(order);
        assertThat(unknown.status()).isEqualTo(FirmbankingStatus.UNKNOWN);
        assertThat(house.requestFirmbanking.request(order).status()).isEqualTo(FirmbankingStatus.UNKNOWN);
        assertThat(house.findFirmbankings.unknown(page("")).items()).hasSize(1);

        house.seconds(1);

        assertThat(house.requestFirmbanking.request(order).status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.steps(unknown)).containsExactly("REQUESTED>SENT", "SENT>UNKNOWN", "UNKNOWN>COMPLETED");
        assertThat(house.bank.received()).hasSize(1);
        assertThat(house.findFirmbankings.unknown(page("")).items()).isEmpty();
    }

    @Test
    void bankThatCannotBeReachedLeavesTheRequestFreeToBeRepeated() {
        house.bank.now(Behaviour.IS_DOWN);
        FirmbankingOrder order = house.charge(20_000);
        assertThatThrownBy(() -> house.requestFirmbanking.request(order)).isInstanceOf(UnavailableException.class);
        assertThat(used()).isEqualTo(0);
        house.seconds(30);
        assertThat(house.bank.received()).isEmpty();

        house.bank.now(Behaviour.ANSWERS);
        Firmbanking done = house.requestFirmbanking.request(order);

        assertThat(done.status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(done.attempt()).isEqualTo(2);
        assertThat(house.bank.received()).hasSize(1);
        assertThat(house.requestFirmbanking.request(order).id()).isEqualTo(done.id());
    }

    @Test
    void whatIsNotPermittedIsNeverSent() {
        assertRefused(
                BankingProblem.NO_VERIFIED_ACCOUNT,
                () -> request(Purpose.TOP_UP, Party.member(stranger()), Party.corporate()));
        assertRefused(
                BankingProblem.PARTIES_DO_NOT_FIT,
                () -> request(Purpose.TOP_UP, Party.corporate(), Party.member(MEMBER)));
        assertRefused(
                BankingProblem.PARTIES_DO_NOT_FIT,
                () -> request(Purpose.PAYOUT, Party.corporate(), Party.account(outside())));
        assertRefused(
                BankingProblem.PARTIES_DO_NOT_FIT,
                () -> request(Purpose.TOP_UP, Party.account(outside()), Party.corporate()));
        assertRefused(
                BankingProblem.SAME_ACCOUNT,
                () -> request(Purpose.REMITTANCE, Party.corporate(), Party.account(CORPORATE)));
        assertRefused(
                BankingProblem.TRANSFER_LIMIT_EXCEEDED,
                () -> house.requestFirmbanking.request(house.charge(1_000_001)));
        assertThat(house.bank.received()).isEmpty();
        assertThat(used()).isEqualTo(0);
    }

    @Test
    void withoutCorporateAccountNothingMoves() {
        BankingHouse unfurnished = newHouse();
        unfurnished.contract(SHINHAN, BankingHouse.terms());
        unfurnished.linkedAccount(MEMBER, OF_MEMBER);

        assertRefused(
                BankingProblem.NO_CORPORATE_ACCOUNT,
                () -> unfurnished.requestFirmbanking.request(unfurnished.charge(20_000)));
    }

    @Test
    void bothBanksNeedAContractInForceForThePurpose() {
        house.modify(SHINHAN, termsUntil("2011-12-04"));
        assertRefused(
                BankingProblem.BANK_CONTRACT_NOT_IN_FORCE, () -> house.requestFirmbanking.request(house.charge(1)));
        house.modify(SHINHAN, termsUntil("2011-12-05"));
        house.modify(WOORI, termsFor(Purpose.PAYOUT));
        assertRefused(
                BankingProblem.BANK_CONTRACT_NOT_IN_FORCE, () -> house.requestFirmbanking.request(house.charge(1)));
        house.modify(WOORI, termsFor(Purpose.TOP_UP));

        assertThat(house.requestFirmbanking.request(house.charge(1)).status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertRefused(
                BankingProblem.BANK_CONTRACT_NOT_IN_FORCE,
                () -> request(
                        Purpose.REMITTANCE,
                        Party.corporate(),
                        Party.account(BankAccountNumber.account("004", "123456"))));
    }

    @Test
    void inItsMaintenanceWindowABankIsNotCalled() {
        house.modify(SHINHAN, maintained("11:30", "12:30"));
        assertRefused(BankingProblem.BANK_IN_MAINTENANCE, () -> house.requestFirmbanking.request(house.charge(1)));

        house.clock.setInSeoul("2011-12-05T12:30");
        assertThat(house.requestFirmbanking.request(house.charge(1)).status()).isEqualTo(FirmbankingStatus.COMPLETED);
    }

    @Test
    void theDaysLimitIsNeverPassedAndBeginsAnewEachDay() {
        for (int i = 0; i < 3; i++) {
            house.requestFirmbanking.request(house.charge(1_000_000));
        }
        FirmbankingOrder tooMuch = house.charge(1);
        assertRefused(BankingProblem.DAILY_LIMIT_EXCEEDED, () -> house.requestFirmbanking.request(tooMuch));
        assertThat(used()).isEqualTo(3_000_000);
        assertThat(house.bank.received()).hasSize(3);

        house.clock.setInSeoul("2011-12-06T00:00");
        assertThat(house.requestFirmbanking.request(tooMuch).status()).isEqualTo(FirmbankingStatus.COMPLETED);
    }

    @Test
    void whoWaitsForAMessageHearsTheResult() {
        Firmbanking done = house.takeFirmbankingOrder.take(house.chargeByMessage(20_000));

        assertThat(house.results())
                .containsExactly(new FirmbankingResult(
                        done.requestId().value(), done.id(), "COMPLETED", null, 20_000, FakeBank.MOVED_AT.toString()));
    }

    @Test
    void sameMessageTwiceHasOneEffectAndIsAnsweredTwice() {
        FirmbankingOrder order = house.chargeByMessage(20_000);
        house.takeFirmbankingOrder.take(order);
        house.takeFirmbankingOrder.take(order);

        assertThat(house.results()).hasSize(2).containsOnly(house.results().get(0));
        assertThat(house.bank.received()).hasSize(1);
    }

    @Test
    void messageThatWeRefuseStaysRefusedWhenItComesAgain() {
        house.modify(SHINHAN, termsUntil("2011-12-04"));
        FirmbankingOrder order = house.chargeByMessage(20_000);
        house.takeFirmbankingOrder.take(order);
        house.modify(SHINHAN, BankingHouse.terms());
        Firmbanking again = house.takeFirmbankingOrder.take(order);

        assertThat(again.status()).isEqualTo(FirmbankingStatus.REFUSED);
        assertThat(house.results())
                .extracting(FirmbankingResult::status, FirmbankingResult::reasonCode)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("REFUSED", "BANK_CONTRACT_NOT_IN_FORCE"),
                        org.assertj.core.groups.Tuple.tuple("REFUSED", "BANK_CONTRACT_NOT_IN_FORCE"));
        assertThat(house.bank.received()).isEmpty();
    }

    @Test
    void messageWithTheIdOfAnotherOrderIsForPeopleToLookAt() {
        RequestId id = house.nextRequestId();
        String replyTo = "money.firmbanking-results";
        house.takeFirmbankingOrder.take(order(id, Purpose.CHARGE, 20_000, replyTo));

        assertRefused(
                CommonProblem.REQUEST_ID_REUSED,
                () -> house.takeFirmbankingOrder.take(order(id, Purpose.CHARGE, 30_000, replyTo)));
        assertThat(house.results()).hasSize(1);
    }

    @Test
    void messageWaitsForABankThatIsDown() {
        house.bank.now(Behaviour.IS_DOWN);
        Firmbanking waiting = house.takeFirmbankingOrder.take(house.chargeByMessage(20_000));
        house.seconds(20);
        assertThat(house.results()).extracting(FirmbankingResult::status).containsExactly("UNKNOWN");

        house.bank.now(Behaviour.ANSWERS);
        house.seconds(60);

        assertThat(house.results()).extracting(FirmbankingResult::status).containsExactly("UNKNOWN", "COMPLETED");
        assertThat(house.bank.received()).hasSize(1);
        assertThat(house.reread(waiting).calls()).isEqualTo(1);
    }

    @Test
    void whatADeadServerHasNotSentYetIsSentOnceTheBankSaysSo() {
        FirmbankingOrder order = house.chargeByMessage(20_000);
        Firmbanking requested = house.transactions.inTransaction(() -> house.open.openOrFind(order));
        house.seconds(14);
        assertThat(house.reread(requested).status()).isEqualTo(FirmbankingStatus.REQUESTED);

        house.seconds(2);
        assertThat(house.reread(requested).status()).isEqualTo(FirmbankingStatus.UNKNOWN);
        house.seconds(10);

        assertThat(house.reread(requested).status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.results()).extracting(FirmbankingResult::status).containsExactly("UNKNOWN", "COMPLETED");
        assertThat(house.bank.received()).hasSize(1);
    }

    @Test
    void repetitionSendsWhatADeadServerHasNotSentYet() {
        FirmbankingOrder order = house.charge(20_000);
        house.transactions.inTransaction(() -> house.open.openOrFind(order));

        assertThat(house.requestFirmbanking.request(order).status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.bank.received()).hasSize(1);
    }

    @Test
    void callOfARepetitionIsNotTakenForLeftBehindWhileItIsWithTheBank() {
        FirmbankingOrder order = house.charge(20_000);
        house.transactions.inTransaction(() -> house.open.openOrFind(order));
        house.realTime.advance(Duration.ofSeconds(14));
        house.bank.beforeNextAnswer(() -> house.seconds(5));

        Firmbanking done = house.requestFirmbanking.request(order);

        assertThat(house.steps(done)).containsExactly("REQUESTED>SENT", "SENT>COMPLETED");
        assertThat(house.bank.inquiries()).isZero();
    }

    @Test
    void whatADeadServerMayHaveSentIsAskedAboutAndNotSentAgain() {
        FirmbankingOrder order = house.charge(20_000);
        Firmbanking requested = house.transactions.inTransaction(() -> house.open.openOrFind(order));
        Firmbanking sent = house.execute
                .claim(
                        requested,
                        requested.sent(
                                house.clock.instant(), house.realTime.instant().plusSeconds(15)))
                .orElseThrow();
        house.bank.transfer(sent.instruction());

        house.seconds(20);

        assertThat(house.reread(sent).status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.bank.received()).hasSize(1);
    }

    @Test
    void answerThatComesAfterTheServerWasTakenForDeadStillCounts() {
        house.bank.beforeNextAnswer(() -> house.seconds(16));

        Firmbanking done = house.requestFirmbanking.request(house.charge(20_000));

        assertThat(done.status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.steps(done)).containsExactly("REQUESTED>SENT", "SENT>UNKNOWN", "UNKNOWN>COMPLETED");
        assertThat(house.bank.received()).hasSize(1);
    }

    @Test
    void lostCallIsSentAgainOnlyAfterTheBankHasGoneOnSayingNotReceived() {
        house.bank.now(Behaviour.LOSES_CALL);
        Firmbanking unknown = house.requestFirmbanking.request(house.charge(20_000));
        house.bank.now(Behaviour.ANSWERS);
        house.clock.setInSeoul("2011-12-06T00:30");

        house.seconds(3);
        assertThat(house.bank.received()).isEmpty();
        assertThat(house.reread(unknown).reasonCode()).isEqualTo("NOT_RECEIVED");
        house.seconds(3);

        assertThat(house.bank.received())
                .containsExactly(new BankInstruction(unknown.id(), TODAY, OF_MEMBER, CORPORATE, won(20_000), "충전"));
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.reread(unknown).resends()).isEqualTo(1);
    }

    @Test
    void afterSoManyLostCallsItIsGivenUp() {
        house.bank.now(Behaviour.LOSES_CALL);
        Firmbanking unknown = house.takeFirmbankingOrder.take(house.chargeByMessage(20_000));

        house.seconds(200);

        Firmbanking refused = house.reread(unknown);
        assertThat(refused.status()).isEqualTo(FirmbankingStatus.REFUSED);
        assertThat(refused.reasonCode()).isEqualTo("NOT_RECEIVED");
        assertThat(refused.resends()).isEqualTo(BankingHouse.MAX_RESENDS);
        assertThat(refused.calls()).isEqualTo(0);
        assertThat(used()).isEqualTo(0);
        assertThat(house.results()).extracting(FirmbankingResult::status).containsExactly("UNKNOWN", "REFUSED");
    }

    @Test
    void lateTransferIsWaitedForAndNeverSentAgain() {
        house.bank.now(Behaviour.IS_LATE);
        Firmbanking unknown = house.requestFirmbanking.request(house.charge(20_000));
        house.seconds(120);
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.UNKNOWN);

        house.bank.finishLate();
        house.seconds(61);

        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.bank.received()).hasSize(1);
    }

    @Test
    void silentBankIsAskedLessAndLessOften() {
        house.bank.now(Behaviour.LOSES_ANSWER);
        house.bank.answersNoQuestions();
        Firmbanking unknown = house.requestFirmbanking.request(house.charge(20_000));

        house.seconds(300);

        // After 1, 2, 4, 8, 16, 32 seconds and then once a minute
        assertThat(house.bank.inquiries()).isBetween(8, 10);
        house.bank.answersQuestions();
        house.seconds(61);
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.COMPLETED);
    }

    @Test
    void ofABankThatDoesNotAnswerOnlyOneQuestionIsAskedInAGo() {
        house.bank.now(Behaviour.LOSES_ANSWER);
        house.bank.answersNoQuestions();
        List<Firmbanking> unknown = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            unknown.add(house.requestFirmbanking.request(house.charge(1_000)));
        }

        house.seconds(1);

        assertThat(house.bank.inquiries()).isEqualTo(1);
        house.bank.answersQuestions();
        house.seconds(10);
        assertThat(unknown)
                .allSatisfy(firmbanking ->
                        assertThat(house.reread(firmbanking).status()).isEqualTo(FirmbankingStatus.COMPLETED));
    }

    @Test
    void whatSomebodyElseHasSentAgainMeanwhileIsNotGivenUp() {
        house.bank.now(Behaviour.LOSES_CALL);
        house.modify(SHINHAN, termsUntil("2011-12-05"));
        Firmbanking unknown = house.requestFirmbanking.request(house.charge(20_000));
        house.seconds(1);
        house.bank.duringNextInquiry(() -> {
            house.bank.now(Behaviour.LOSES_ANSWER);
            house.seconds(10);
            house.clock.setInSeoul("2011-12-06T00:00");
        });

        house.seconds(5);

        assertThat(house.bank.received()).hasSize(1);
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.UNKNOWN);
        house.seconds(15);
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.COMPLETED);
    }

    @Test
    void endedContractEndsWhatWasNotReceived() {
        house.bank.now(Behaviour.LOSES_CALL);
        Firmbanking unknown = house.requestFirmbanking.request(house.charge(20_000));
        house.modify(SHINHAN, termsUntil("2011-12-04"));

        house.seconds(10);

        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.REFUSED);
        assertThat(house.reread(unknown).reasonCode()).isEqualTo("BANK_CONTRACT_NOT_IN_FORCE");
    }

    @Test
    void maintenancePostponesASecondCall() {
        house.bank.now(Behaviour.LOSES_CALL);
        Firmbanking unknown = house.requestFirmbanking.request(house.charge(20_000));
        house.bank.now(Behaviour.ANSWERS);
        house.modify(SHINHAN, maintained("11:59", "12:30"));
        house.seconds(60);
        assertThat(house.bank.received()).isEmpty();

        house.clock.setInSeoul("2011-12-05T12:30");
        house.seconds(61);

        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.COMPLETED);
    }

    @Test
    void feesAreOfCompletedCallsOnlyAndByTransactionDate() {
        house.requestFirmbanking.request(house.charge(20_000));
        house.requestFirmbanking.request(order(house.nextRequestId(), Purpose.PAYOUT, 10_000, null));
        house.requestFirmbanking.request(house.charge(30_000));
        house.bank.now(Behaviour.REFUSES);
        house.requestFirmbanking.request(house.charge(30_000));
        house.bank.now(Behaviour.ANSWERS);
        house.clock.setInSeoul("2011-12-31T23:59");
        house.requestFirmbanking.request(house.charge(30_000));

        assertThat(house.findFirmbankings.fees(YearMonth.of(2011, 12)))
                .extracting(fees -> fees.bank() + " " + fees.completedCalls() + " "
                        + fees.fees().value())
                .containsExactly("020 1 400", "088 3 1200");
        assertThat(house.findFirmbankings.fees(YearMonth.of(2012, 1))).isEmpty();
    }

    @Test
    void membersFirmbankingsComeByPageTheLatestFirst() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, house.requestFirmbanking.request(house.charge(1_000 + i)).id());
        }
        LocalDate day = LocalDate.parse("2011-12-05");

        var first = house.findFirmbankings.ofMember(BankingHouse.MONEY, MEMBER, day, day, page("", 3));
        assertThat(first.items()).extracting(Firmbanking::id).isEqualTo(ids.subList(0, 3));
        var second = house.findFirmbankings.ofMember(
                BankingHouse.MONEY, MEMBER, day, day, PageRequest.of(first.nextCursor(), 3));
        assertThat(second.items()).extracting(Firmbanking::id).isEqualTo(ids.subList(3, 5));
        assertThat(second.nextCursor()).isNull();
        assertThat(house.findFirmbankings
                        .ofMember(BankingHouse.MONEY, MEMBER, day.plusDays(1), day.plusDays(2), page(""))
                        .items())
                .isEmpty();
        assertRefused(
                BankingProblem.PERIOD_INVALID,
                () -> house.findFirmbankings.ofMember(BankingHouse.MONEY, MEMBER, day, day.minusDays(1), page("")));
    }

    private void request(Purpose purpose, Party from, Party to) {
        house.requestFirmbanking.request(
                new FirmbankingOrder("money", house.nextRequestId(), null, from, to, won(1_000), purpose, ""));
    }

    private long used() {
        return house.transactions.inTransaction(
                () -> house.dailyLimits.used(SHINHAN, TODAY).value());
    }

    private static MemberId stranger() {
        return MemberId.memberId(4711);
    }

    private static BankAccountNumber outside() {
        return BankAccountNumber.account("088", "999999999");
    }

    private static PageRequest page(String after) {
        return page(after, 50);
    }

    private static PageRequest page(String after, int limit) {
        return new PageRequest(after, limit);
    }

    private static ContractTerms termsUntil(String lastDay) {
        return with(LocalDate.parse(lastDay), null, Set.of(Purpose.values()));
    }

    private static ContractTerms termsFor(Purpose purpose) {
        return with(LocalDate.parse("2011-12-31"), null, Set.of(purpose));
    }

    private static ContractTerms maintained(String from, String to) {
        return with(
                LocalDate.parse("2011-12-31"),
                new MaintenanceWindow(LocalTime.parse(from), LocalTime.parse(to)),
                Set.of(Purpose.values()));
    }

    private static ContractTerms with(
            LocalDate lastDay, @Nullable MaintenanceWindow maintenance, Set<Purpose> purposes) {
        ContractTerms terms = BankingHouse.terms();
        return new ContractTerms(
                terms.bankName(),
                terms.inForceFrom(),
                lastDay,
                terms.feePerCall(),
                terms.perTransferLimit(),
                terms.dailyLimit(),
                maintenance,
                purposes);
    }
}
