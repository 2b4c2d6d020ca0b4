package com.mypay.banking.application;

import static com.mypay.banking.application.BankingHouse.CORPORATE;
import static com.mypay.banking.application.BankingHouse.SHINHAN;
import static com.mypay.banking.application.BankingHouse.TODAY;
import static com.mypay.banking.application.BankingHouse.WOORI;
import static com.mypay.banking.application.BankingHouse.remittance;
import static com.mypay.banking.application.Refusals.assertRefused;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.BankInstruction;
import com.mypay.banking.domain.BankWord;
import com.mypay.banking.domain.ContractTerms;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingOrder;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.domain.FirmbankingStep;
import com.mypay.banking.domain.MaintenanceWindow;
import com.mypay.banking.domain.Purpose;
import com.mypay.banking.domain.Resolution;
import com.mypay.banking.fake.FakeBank;
import com.mypay.banking.fake.FakeBank.Behaviour;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.TestCall;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Payees' accounts, remittances to them, and what staff does about those that nobody knows the end of. */
abstract class RemittanceTests {

    private static final BankAccountNumber PAYEE = BankAccountNumber.account("088", "110-999-000111");

    @RegisterExtension
    final TestCall call = TestCall.by(BankingHouse.REMITTANCE);

    BankingHouse house = BankingHouse.inMemory();

    abstract BankingHouse newHouse();

    @BeforeEach
    void furnish() {
        house = newHouse().furnished();
    }

    @Test
    void aConfirmedAccountIsKnownByAnIdAndItsHoldersName() {
        house.bank.has(PAYEE, "박받음");

        ConfirmPayeeAccount.Answer answer = house.confirm(house.nextRequestId(), PAYEE);

        assertThat(answer)
                .isEqualTo(new ConfirmPayeeAccount.Answer(answer.payeeAccountId(), "088", "은행", "********0111", "박받음"));
        assertThat(house.transactions
                        .inTransaction(() -> house.payeeAccounts.find(answer.payeeAccountId()))
                        .orElseThrow())
                .satisfies(payee -> {
                    assertThat(payee.account()).isEqualTo(PAYEE);
                    assertThat(payee.holderName()).isEqualTo("박받음");
                    assertThat(payee.confirmedFor()).isEqualTo("service/remittance");
                    assertThat(payee.confirmedAt()).isEqualTo(house.clock.instant());
                    assertThat(payee.guid()).isEqualTo(TestCall.GUID.value());
                });
    }

    @Test
    void theSameRequestIsAnsweredWithoutAskingTheBankAgain() {
        house.bank.has(PAYEE, "박받음");
        RequestId id = house.nextRequestId();
        ConfirmPayeeAccount.Answer first = house.confirm(id, PAYEE);
        house.bank.answersNoQuestions();
        assertThat(house.confirm(id, PAYEE)).isEqualTo(first);
        assertRefused(CommonProblem.REQUEST_ID_REUSED, () -> house.confirm(id, CORPORATE));
    }

    @Test
    void anAccountThatCannotBePaidIsNotConfirmed() {
        assertRefused(BankingProblem.ACCOUNT_NOT_AT_BANK, () -> house.confirm(house.nextRequestId(), PAYEE));
        house.bank.has(PAYEE, "박받음", "FROZEN");
        assertRefused(BankingProblem.ACCOUNT_NOT_OPEN, () -> house.confirm(house.nextRequestId(), PAYEE));
        assertRefused(BankingProblem.SAME_ACCOUNT, () -> house.confirm(house.nextRequestId(), CORPORATE));
    }

    @Test
    void bothBanksContractsHaveToBeInForceForRemittances() {
        house.bank.has(PAYEE, "박받음");
        house.modify(SHINHAN, terms(Set.of(Purpose.CHARGE), null));
        assertRefused(BankingProblem.BANK_CONTRACT_NOT_IN_FORCE, () -> house.confirm(house.nextRequestId(), PAYEE));
        house.modify(SHINHAN, BankingHouse.terms());
        house.modify(WOORI, terms(Set.of(Purpose.CHARGE), null));
        assertRefused(BankingProblem.BANK_CONTRACT_NOT_IN_FORCE, () -> house.confirm(house.nextRequestId(), PAYEE));
    }

    @Test
    void aBankInItsMaintenanceWindowIsNotAskedForTheHolder() {
        house.bank.has(PAYEE, "박받음");
        house.modify(
                SHINHAN, terms(Set.of(Purpose.values()), new MaintenanceWindow(LocalTime.MIN, LocalTime.of(23, 0))));
        assertRefused(BankingProblem.BANK_IN_MAINTENANCE, () -> house.confirm(house.nextRequestId(), PAYEE));
    }

    @Test
    void whenTheBankDoesNotAnswerTheSameMayBeAskedAgain() {
        house.bank.has(PAYEE, "박받음");
        RequestId id = house.nextRequestId();
        house.bank.answersNoQuestions();
        assertThatThrownBy(() -> house.confirm(id, PAYEE)).isInstanceOf(UnavailableException.class);
        house.bank.answersQuestions();
        assertThat(house.confirm(id, PAYEE).holderName()).isEqualTo("박받음");
    }

    @Test
    void membersDoNotLookUpAccountsThemselves() {
        assertRefused(
                CommonProblem.NOT_PERMITTED,
                () -> house.confirmPayeeAccount.confirm(new ConfirmPayeeAccount.Command(
                        Caller.member(BankingHouse.MEMBER), house.nextRequestId(), PAYEE)));
    }

    @Test
    void aRemittanceGoesFromTheCorporateAccountToTheConfirmedOne() {
        Firmbanking done = house.takeFirmbankingOrder.take(order(30_000));

        assertThat(house.bank.received())
                .containsExactly(new BankInstruction(done.id(), TODAY, CORPORATE, PAYEE, won(30_000), "송금"));
        assertThat(house.results())
                .containsExactly(new FirmbankingResult(
                        done.requestId().value(), done.id(), "COMPLETED", null, 30_000, FakeBank.MOVED_AT.toString()));
        assertThat(done.fee()).isEqualTo(won(400));
    }

    @Test
    void anAccountThatNobodyHasConfirmedIsNotPaid() {
        house.takeFirmbankingOrder.take(house.remittance("0".repeat(32), 30_000));
        assertThat(house.results())
                .extracting(FirmbankingResult::reasonCode)
                .containsExactly(BankingProblem.PAYEE_ACCOUNT_NOT_FOUND.name());
        assertThat(house.bank.received()).isEmpty();
    }

    @Test
    void theContractsLimitsHoldForRemittances() {
        house.takeFirmbankingOrder.take(order(1_000_001));
        for (int i = 0; i < 3; i++) {
            house.takeFirmbankingOrder.take(order(1_000_000));
        }
        house.takeFirmbankingOrder.take(order(1));
        assertThat(reasons()).containsExactly("TRANSFER_LIMIT_EXCEEDED", "-", "-", "-", "DAILY_LIMIT_EXCEEDED");
    }

    @Test
    void onlyARemittanceGoesToAPayee() {
        FirmbankingOrder order = order(1_000);
        house.takeFirmbankingOrder.take(new FirmbankingOrder(
                order.requester(),
                order.requestId(),
                order.replyTo(),
                order.from(),
                order.to(),
                order.amount(),
                Purpose.PAYOUT,
                ""));
        assertThat(reasons()).containsExactly("PARTIES_DO_NOT_FIT");
    }

    @Test
    void anOrderForAnotherPayeeIsAnotherOrder() {
        RequestId id = house.nextRequestId();
        house.takeFirmbankingOrder.take(remittance(id, house.payee(PAYEE, "박받음"), 30_000));
        String other = house.payee(BankAccountNumber.account("088", "110-999-000222"), "최받음");
        assertRefused(
                CommonProblem.REQUEST_ID_REUSED, () -> house.takeFirmbankingOrder.take(remittance(id, other, 30_000)));
    }

    @Test
    void anOrderThatArrivesAgainIsAnsweredAgainAndSentOnce() {
        FirmbankingOrder order = order(30_000);
        house.takeFirmbankingOrder.take(order);
        house.takeFirmbankingOrder.take(order);
        house.takeFirmbankingOrder.take(order);
        assertThat(house.results()).hasSize(3).containsOnly(house.results().get(0));
        assertThat(house.bank.received()).hasSize(1);
    }

    @Test
    void anOrderThatArrivesAgainWhileNobodyKnowsIsToldSo() {
        house.bank.now(Behaviour.LOSES_ANSWER);
        FirmbankingOrder order = order(30_000);
        house.takeFirmbankingOrder.take(order);
        house.takeFirmbankingOrder.take(order);
        house.seconds(2);
        house.takeFirmbankingOrder.take(order);
        assertThat(house.results())
                .extracting(FirmbankingResult::status)
                .containsExactly("UNKNOWN", "UNKNOWN", "COMPLETED", "COMPLETED");
    }

    @Test
    void anOrderThatArrivesAgainWhileItIsWithTheBankIsAnsweredWhenTheBankDoes() {
        FirmbankingOrder order = order(30_000);
        house.bank.beforeNextAnswer(() -> {
            house.takeFirmbankingOrder.take(order);
            assertThat(house.results()).isEmpty();
        });
        house.takeFirmbankingOrder.take(order);
        assertThat(house.results()).hasSize(1);
        assertThat(house.bank.received()).hasSize(1);
    }

    @Test
    void whatStaffHasResolvedEndsSoOnceTheBankWasAskedOnceMore() {
        Firmbanking unknown = late();
        int inquiries = house.bank.inquiries();

        resolve(unknown, FirmbankingStatus.COMPLETED);
        house.seconds(15);

        Firmbanking ended = house.reread(unknown);
        assertThat(ended.status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(ended.completedAt()).isEqualTo(house.clock.instant());
        assertThat(ended.calls()).isEqualTo(1);
        assertThat(house.bank.inquiries()).isEqualTo(inquiries + 1);
        assertThat(house.results())
                .extracting(FirmbankingResult::status, FirmbankingResult::reasonCode)
                .last()
                .hasToString("(\"COMPLETED\", \"RESOLVED_BY_STAFF\")");
        List<FirmbankingStep> history = house.transactions.inTransaction(() -> house.firmbankings.history(ended.id()));
        assertThat(history.get(history.size() - 1)).satisfies(step -> {
            assertThat(step.reasonCode()).isEqualTo("RESOLVED_BY_STAFF");
            assertThat(step.resolvedBy()).isEqualTo("staff/kim");
            assertThat(step.approvedBy()).isEqualTo("staff/lee");
        });
        assertThat(history.subList(0, history.size() - 1))
                .allSatisfy(step -> assertThat(step.resolvedBy()).isNull());
    }

    @Test
    void whatStaffHasRefusedNoLongerCountsAgainstTheLimit() {
        Firmbanking unknown = late();
        house.bank.answersNoQuestions();
        resolve(unknown, FirmbankingStatus.REFUSED);
        house.seconds(15);
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.REFUSED);
        assertThat(house.results()).extracting(FirmbankingResult::status).containsExactly("UNKNOWN", "REFUSED");
        assertThat(used(WOORI)).isZero();
    }

    @Test
    void theBanksOwnAnswerHolds() {
        Firmbanking unknown = late();
        resolve(unknown, FirmbankingStatus.REFUSED);
        house.bank.finishLate();
        house.seconds(15);
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.reread(unknown).reasonCode()).isNull();
        assertThat(house.results()).extracting(FirmbankingResult::status).containsExactly("UNKNOWN", "COMPLETED");
    }

    @Test
    void whatTheBankMayStillExecuteIsNotRefusedByStaff() {
        Firmbanking unknown = late();
        resolve(unknown, FirmbankingStatus.REFUSED);
        house.seconds(15);
        assertThat(house.reread(unknown).bankSays()).isEqualTo(BankWord.IN_PROGRESS);

        // What it has said holds while it says nothing
        house.bank.answersNoQuestions();
        house.seconds(100);
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.UNKNOWN);

        house.bank.answersQuestions();
        house.bank.finishLate();
        house.seconds(70);
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.results())
                .extracting(FirmbankingResult::status, FirmbankingResult::reasonCode)
                .containsExactly(
                        tuple("UNKNOWN", "NO_ANSWER"),
                        tuple("UNKNOWN", "REFUSED_CONTRADICTED"),
                        tuple("COMPLETED", null));
    }

    /**
     * Who says the refuted once more is refuted, too. The second two agree with the bank's word, and it is their names that
     * stand in the history.
     */
    @Test
    void whatTheBankContradictsTwoOthersMayCorrect() {
        Firmbanking unknown = late();
        resolve(unknown, FirmbankingStatus.REFUSED);
        house.seconds(15);
        resolve(unknown, FirmbankingStatus.REFUSED);
        assertThat(house.reread(unknown).bankSays()).isEqualTo(BankWord.IN_PROGRESS);
        assertThat(house.reread(unknown).endsAsResolved()).isFalse();

        house.resolveFirmbanking.resolve(new ResolveFirmbanking.Command(
                "remittance",
                unknown.requestId(),
                new Resolution(FirmbankingStatus.COMPLETED, "staff/park", "staff/choi", "은행이 처리 중이라고 함")));
        house.bank.answersNoQuestions();
        house.seconds(100);

        Firmbanking ended = house.reread(unknown);
        assertThat(ended.status()).isEqualTo(FirmbankingStatus.COMPLETED);
        List<FirmbankingStep> history = house.transactions.inTransaction(() -> house.firmbankings.history(ended.id()));
        assertThat(history.get(history.size() - 1).resolvedBy()).isEqualTo("staff/park");
        assertThat(house.results())
                .extracting(FirmbankingResult::reasonCode)
                .containsExactly("NO_ANSWER", "REFUSED_CONTRADICTED", "REFUSED_CONTRADICTED", "RESOLVED_BY_STAFF");
        assertThat(house.bank.received()).hasSize(1);
        assertThat(used(WOORI)).isEqualTo(30_000);
    }

    /** The requester has been told that the first two were wrong, so it doesn't end by their word. */
    @Test
    void aRefutedResolutionDoesNotEndItWhenTheBankGoesOverToIt() {
        Firmbanking unknown = late();
        resolve(unknown, FirmbankingStatus.REFUSED);
        house.seconds(15);
        house.bank.forgets();
        house.seconds(100);
        Firmbanking open = house.reread(unknown);
        assertThat(open.status()).isEqualTo(FirmbankingStatus.UNKNOWN);
        assertThat(open.bankSays()).isEqualTo(BankWord.NOT_RECEIVED);
        house.bank.answersNoQuestions();
        house.seconds(100);
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.UNKNOWN);

        resolve(unknown, FirmbankingStatus.REFUSED);
        house.seconds(100);

        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.REFUSED);
        assertThat(house.results())
                .extracting(FirmbankingResult::reasonCode)
                .containsExactly("NO_ANSWER", "REFUSED_CONTRADICTED", "RESOLVED_BY_STAFF");
        assertThat(house.bank.received()).as("nothing was sent again").hasSize(1);
    }

    @Test
    void whatTheBankGoesOnSayingHoldsAgainstEverybody() {
        Firmbanking unknown = lost();
        resolve(unknown, FirmbankingStatus.COMPLETED);
        house.bank.now(Behaviour.ANSWERS);
        house.bank.answersQuestions();
        house.seconds(200);
        resolve(unknown, FirmbankingStatus.REFUSED);
        house.seconds(200);

        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.REFUSED);
        assertThat(house.results())
                .extracting(FirmbankingResult::reasonCode)
                .last()
                .isEqualTo("RESOLVED_BY_STAFF");
        assertThat(house.bank.received()).as("nothing was sent again").isEmpty();
        assertThat(used(WOORI)).isZero();
    }

    @Test
    void whatTheBankKnowsNothingOfIsNotCompletedByStaffAndNotSentAgain() {
        Firmbanking unknown = lost();
        resolve(unknown, FirmbankingStatus.COMPLETED);
        house.bank.now(Behaviour.ANSWERS);
        house.bank.answersQuestions();
        house.seconds(200);
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.UNKNOWN);
        assertThat(house.reread(unknown).bankSays()).isEqualTo(BankWord.NOT_RECEIVED);
        assertThat(house.bank.received()).isEmpty();
    }

    @Test
    void whatTheBankKnowsNothingOfIsRefusedByStaff() {
        Firmbanking unknown = lost();
        resolve(unknown, FirmbankingStatus.REFUSED);
        house.bank.answersQuestions();
        house.seconds(15);
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.REFUSED);
    }

    @Test
    void theBankIsAskedLaterWhetherItWasAsStaffHasSaidAndThatChangesNothing() {
        Firmbanking first = late();
        Firmbanking second = late();
        house.bank.answersNoQuestions();
        resolve(first, FirmbankingStatus.REFUSED);
        resolve(second, FirmbankingStatus.COMPLETED);
        house.seconds(15);

        anHourLater();
        assertThat(house.reread(first).bankSays()).isNull();
        house.bank.answersQuestions();
        assertThat(anHourLater()).isEmpty();
        assertThat(house.reread(second).bankSays()).isEqualTo(BankWord.IN_PROGRESS);
        house.bank.finishLate();
        anHourLater();
        int inquiries = house.bank.inquiries();
        anHourLater();

        assertThat(house.bank.inquiries()).as("it is known now").isEqualTo(inquiries);
        assertThat(house.reread(first).status()).isEqualTo(FirmbankingStatus.REFUSED);
        assertThat(house.reread(first).bankSays()).isEqualTo(BankWord.COMPLETED);
        assertThat(house.reread(second).bankSays()).isEqualTo(BankWord.COMPLETED);
        assertThat(house.results())
                .extracting(FirmbankingResult::status)
                .containsExactlyInAnyOrder("UNKNOWN", "UNKNOWN", "REFUSED", "COMPLETED");
        assertThat(used(WOORI)).isEqualTo(30_000);
    }

    private List<Firmbanking> anHourLater() {
        house.realTime.advance(Duration.ofHours(1));
        return house.askOpenFirmbankings.ask();
    }

    /** One whose call has not reached its bank, which answers no questions either. */
    private Firmbanking lost() {
        house.bank.now(Behaviour.LOSES_CALL);
        Firmbanking unknown = house.takeFirmbankingOrder.take(order(30_000));
        house.bank.answersNoQuestions();
        house.seconds(200);
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.UNKNOWN);
        return unknown;
    }

    @Test
    void aSilentBankDoesNotKeepTheStaffsWordFromHolding() {
        Firmbanking first = late();
        Firmbanking second = late();
        house.bank.answersNoQuestions();
        resolve(first, FirmbankingStatus.COMPLETED);
        resolve(second, FirmbankingStatus.REFUSED);
        house.seconds(15);
        assertThat(house.reread(first).status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.reread(second).status()).isEqualTo(FirmbankingStatus.REFUSED);
    }

    @Test
    void whatHasEndedIsAnsweredAtOnce() {
        Firmbanking done = house.takeFirmbankingOrder.take(order(30_000));
        resolve(done, FirmbankingStatus.REFUSED);
        assertThat(house.results()).extracting(FirmbankingResult::status).containsExactly("COMPLETED", "COMPLETED");
        assertThat(house.reread(done).resolution()).isEmpty();
    }

    @Test
    void theFirstDecisionCounts() {
        Firmbanking unknown = late();
        resolve(unknown, FirmbankingStatus.COMPLETED);
        resolve(unknown, FirmbankingStatus.REFUSED);
        house.seconds(15);
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.COMPLETED);
    }

    @Test
    void aCallThatIsUnderWayIsNotOvertaken() {
        house.bank.now(Behaviour.LOSES_CALL);
        FirmbankingOrder order = order(30_000);
        Firmbanking unknown = house.takeFirmbankingOrder.take(order);
        house.bank.now(Behaviour.ANSWERS);
        house.bank.beforeNextAnswer(() -> {
            resolve(unknown, FirmbankingStatus.REFUSED);
            house.seconds(10);
        });

        house.seconds(30);

        assertThat(house.bank.received()).hasSize(1);
        assertThat(house.reread(unknown).resends()).isEqualTo(1);
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.results()).extracting(FirmbankingResult::status).containsExactly("UNKNOWN", "COMPLETED");
    }

    @Test
    void whatNobodyIsInDoubtAboutIsNotResolved() {
        FirmbankingOrder order = order(30_000);
        house.bank.beforeNextAnswer(() -> resolve(order.requestId(), FirmbankingStatus.REFUSED));
        Firmbanking done = house.takeFirmbankingOrder.take(order);
        assertThat(done.status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.results()).hasSize(1);
        assertThatThrownBy(() -> resolve(new RequestId("nobodys"), FirmbankingStatus.REFUSED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** One that its bank has received and doesn't execute. */
    private Firmbanking late() {
        house.bank.now(Behaviour.IS_LATE);
        Firmbanking unknown = house.takeFirmbankingOrder.take(order(30_000));
        house.seconds(200);
        assertThat(house.reread(unknown).status()).isEqualTo(FirmbankingStatus.UNKNOWN);
        return unknown;
    }

    private FirmbankingOrder order(long amountWon) {
        return house.remittance(house.payee(PAYEE, "박받음"), amountWon);
    }

    private void resolve(Firmbanking firmbanking, FirmbankingStatus decision) {
        resolve(firmbanking.requestId(), decision);
    }

    private void resolve(RequestId request, FirmbankingStatus decision) {
        house.resolveFirmbanking.resolve(new ResolveFirmbanking.Command(
                "remittance", request, new Resolution(decision, "staff/kim", "staff/lee", "은행에 전화로 확인")));
    }

    private List<String> reasons() {
        return house.results().stream()
                .map(result -> result.reasonCode() == null ? "-" : result.reasonCode())
                .toList();
    }

    private long used(BankCode bank) {
        return house.transactions.inTransaction(
                () -> house.dailyLimits.used(bank, TODAY).value());
    }

    private static ContractTerms terms(Set<Purpose> purposes, @Nullable MaintenanceWindow maintenance) {
        ContractTerms terms = BankingHouse.terms();
        return new ContractTerms(
                terms.bankName(),
                terms.inForceFrom(),
                LocalDate.parse("2011-12-31"),
                terms.feePerCall(),
                terms.perTransferLimit(),
                terms.dailyLimit(),
                maintenance,
                purposes);
    }
}
