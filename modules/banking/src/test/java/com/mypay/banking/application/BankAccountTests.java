package com.mypay.banking.application;

import static com.mypay.banking.application.BankingHouse.HOLDER;
import static com.mypay.banking.application.BankingHouse.KIM;
import static com.mypay.banking.application.BankingHouse.MEMBER;
import static com.mypay.banking.application.BankingHouse.OF_MEMBER;
import static com.mypay.banking.application.BankingHouse.SHINHAN;
import static com.mypay.banking.application.BankingHouse.WOORI;
import static com.mypay.banking.application.Refusals.assertRefused;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankContract;
import com.mypay.banking.domain.ContractTerms;
import com.mypay.banking.domain.CorporateAccount;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.Purpose;
import com.mypay.banking.domain.RegisteredAccountStatus;
import com.mypay.banking.domain.RegisteredBankAccount;
import com.mypay.banking.fake.FakeBank.Behaviour;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.transaction.SqlFailures;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.TestCall;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bank accounts, contracts, corporate accounts, and who sees what, in memory and on the database. */
abstract class BankAccountTests {

    private static final Caller SELF = Caller.member(MEMBER);
    private static final BankAccountNumber OTHER = BankAccountNumber.account("020", "222333444555");

    @RegisterExtension
    final TestCall call = TestCall.by(SELF);

    BankingHouse house = BankingHouse.inMemory();

    abstract BankingHouse newHouse();

    @BeforeEach
    void furnish() {
        house = newHouse();
        house.contract(SHINHAN, BankingHouse.terms());
        house.contract(WOORI, BankingHouse.terms());
        house.members.has(MEMBER, true);
        house.bank.has(OF_MEMBER, HOLDER);
        house.bank.has(OTHER, HOLDER);
    }

    @Test
    void accountIsLinkedOnceTheMemberKnowsTheCode() {
        var registered = house.register(MEMBER, OF_MEMBER);
        assertThat(registered.status()).isEqualTo("PENDING_VERIFICATION");
        assertThat(house.bank.memos()).containsExactly("마이페이" + house.lastCode());

        var verified = verify(house.lastCode());

        assertThat(verified).isEqualTo(new VerifyBankAccount.Answer(registered.accountId(), "VERIFIED"));
        var found = house.findBankAccounts.registered(SELF, MEMBER);
        assertThat(found.account().status()).isEqualTo(RegisteredAccountStatus.VERIFIED);
        assertThat(found.account().account()).isEqualTo(OF_MEMBER);
        assertThat(found.bankName()).isEqualTo("은행");
        assertThat(found.history())
                .extracting(step -> step.fromStatus() + ">" + step.toStatus() + " by " + step.changedBy())
                .containsExactly(
                        "null>PENDING_VERIFICATION by member/1001", "PENDING_VERIFICATION>VERIFIED by member/1001");
    }

    @Test
    void anotherVerifiedAccountTakesThePlaceOfTheFormerOne() {
        house.linkedAccount(MEMBER, OF_MEMBER);
        String former =
                house.findBankAccounts.registered(SELF, MEMBER).account().id();
        house.register(MEMBER, OTHER);
        assertThat(house.findBankAccounts.registered(SELF, MEMBER).account().account())
                .isEqualTo(OF_MEMBER);

        verify(house.lastCode());

        assertThat(house.findBankAccounts.registered(SELF, MEMBER).account().account())
                .isEqualTo(OTHER);
        assertThat(history(former)).endsWith("VERIFIED>REPLACED");
    }

    @Test
    void registrationAfterAnotherOneTakesItsPlace() {
        String first = house.register(MEMBER, OF_MEMBER).accountId();
        String firstCode = house.lastCode();
        house.register(MEMBER, OTHER);

        assertThat(history(first)).endsWith("PENDING_VERIFICATION>ABANDONED");
        if (!firstCode.equals(house.lastCode())) {
            assertRefused(BankingProblem.VERIFICATION_CODE_WRONG, () -> verify(firstCode));
        }
    }

    @Test
    void sameRegistrationAgainHasTheFirstAnswerAndSendsNoSecondWon() {
        RequestId id = house.nextRequestId();
        var command = new RegisterBankAccount.Command(SELF, id, MEMBER, OF_MEMBER, HOLDER);
        var first = house.registerBankAccount.register(command);

        assertThat(house.registerBankAccount.register(command)).isEqualTo(first);
        assertThat(house.bank.verificationIds()).hasSize(1);
        assertRefused(
                CommonProblem.REQUEST_ID_REUSED,
                () -> house.registerBankAccount.register(
                        new RegisterBankAccount.Command(SELF, id, MEMBER, OTHER, HOLDER)));
    }

    @Test
    void ofTwoRegistrationsAtTheSameMomentTheLaterOneLosesTheRaceAndFindsTheFirst() {
        String first = house.register(MEMBER, OF_MEMBER).accountId();
        assertThatThrownBy(() -> house.transactions.inTransaction(() -> house.accounts.add(waiting("later"))))
                .matches(SqlFailures::isLostRace);
        assertThat(house.transactions.inTransaction(() -> house.accounts.pending(MEMBER)))
                .extracting(RegisteredBankAccount::id)
                .containsExactly(first);
    }

    private RegisteredBankAccount waiting(String id) {
        return RegisteredBankAccount.registered(
                new RegisteredBankAccount.Registration(
                        id, MEMBER, OTHER, HOLDER, "0000", BusinessClock.businessDate(house.clock)),
                new RegisteredBankAccount.Change(SELF.toString(), house.clock.instant(), TestCall.GUID.value()));
    }

    @Test
    void lostAnswerToTheDepositIsMadeGoodByTheRepetition() {
        house.bank.now(Behaviour.LOSES_ANSWER);
        var command = new RegisterBankAccount.Command(SELF, house.nextRequestId(), MEMBER, OF_MEMBER, HOLDER);
        assertThatThrownBy(() -> house.registerBankAccount.register(command))
                .isInstanceOf(UnknownOutcomeException.class);

        house.bank.now(Behaviour.ANSWERS);
        var registered = house.registerBankAccount.register(command);

        assertThat(house.bank.verificationIds()).containsExactly(registered.accountId(), registered.accountId());
        assertThat(house.bank.memos()).hasSize(1);
    }

    @Test
    void membersAreAskedForAndBanksToo() {
        assertRefused(BankingProblem.MEMBER_NOT_FOUND, () -> house.register(MemberId.memberId(4711), OF_MEMBER));
        assertRefused(
                BankingProblem.MEMBER_NOT_FOUND,
                () -> house.registerBankAccount.register(new RegisterBankAccount.Command(
                        Caller.member(MemberId.memberId(1002)), house.nextRequestId(), MEMBER, OF_MEMBER, HOLDER)));
        house.members.has(MemberId.memberId(1003), false);
        assertRefused(BankingProblem.MEMBER_NOT_ACTIVE, () -> house.register(MemberId.memberId(1003), OF_MEMBER));
        assertRefused(
                BankingProblem.BANK_CONTRACT_NOT_IN_FORCE,
                () -> house.register(MEMBER, BankAccountNumber.account("004", "1234567890")));
        assertRefused(
                BankingProblem.ACCOUNT_NOT_AT_BANK,
                () -> house.register(MEMBER, BankAccountNumber.account("088", "999999")));
        BankAccountNumber frozen = BankAccountNumber.account("088", "777777");
        house.bank.has(frozen, HOLDER, "FROZEN");
        assertRefused(BankingProblem.ACCOUNT_NOT_OPEN, () -> house.register(MEMBER, frozen));
        assertRefused(
                BankingProblem.HOLDER_NAME_DIFFERS,
                () -> house.registerBankAccount.register(
                        new RegisterBankAccount.Command(SELF, house.nextRequestId(), MEMBER, OF_MEMBER, "이아무")));
        assertThat(house.bank.memos()).isEmpty();
    }

    @Test
    void bankThatRefusesTheDepositRefusesTheAccount() {
        house.bank.now(Behaviour.REFUSES);
        assertRefused(BankingProblem.VERIFICATION_REFUSED, () -> house.register(MEMBER, OF_MEMBER));
        assertRefused(BankingProblem.NOTHING_TO_VERIFY, () -> verify(house.lastCode()));
    }

    @Test
    void whileMembershipIsDownNothingHappensAndTheSameMayBeSentAgain() {
        house.members.isDown();
        RequestId id = house.nextRequestId();
        var command = new RegisterBankAccount.Command(SELF, id, MEMBER, OF_MEMBER, HOLDER);
        assertThatThrownBy(() -> house.registerBankAccount.register(command)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> house.registerBankAccount.register(command)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void thirdWrongCodeLocksTheAccount() {
        house.register(MEMBER, OF_MEMBER);
        String wrong = house.lastCode().equals("0000") ? "0001" : "0000";
        RequestId first = house.nextRequestId();
        assertRefused(BankingProblem.VERIFICATION_CODE_WRONG, () -> verify(first, wrong));
        // A repetition of the same command is no second try
        assertRefused(BankingProblem.VERIFICATION_CODE_WRONG, () -> verify(first, wrong));
        assertRefused(BankingProblem.VERIFICATION_CODE_WRONG, () -> verify(wrong));
        assertRefused(BankingProblem.VERIFICATION_LOCKED, () -> verify(wrong));

        assertRefused(BankingProblem.NOTHING_TO_VERIFY, () -> verify(house.lastCode()));
        assertThat(house.findBankAccounts.registered(SELF, MEMBER).account().status())
                .isEqualTo(RegisteredAccountStatus.LOCKED);
    }

    @Test
    void accountIsSentOnlySoManyCodesADayWhoeverRegistersIt() {
        for (int i = 0; i < RegisteredBankAccount.MAX_CODES_A_DAY; i++) {
            MemberId member = MemberId.memberId(2001 + i);
            house.members.has(member, true);
            house.register(member, OF_MEMBER);
        }
        int sent = house.bank.memos().size();

        assertRefused(BankingProblem.VERIFICATION_LIMIT_EXCEEDED, () -> house.register(MEMBER, OF_MEMBER));

        assertThat(house.bank.memos()).hasSize(sent);
        // Who waits for its code may still repeat the registration, which sends none; another account, another day
        house.register(MemberId.memberId(2001), OF_MEMBER);
        house.register(MEMBER, OTHER);
        house.clock.setInSeoul("2011-12-06T00:00");
        assertThat(house.register(MEMBER, OF_MEMBER).status()).isEqualTo("PENDING_VERIFICATION");
    }

    @Test
    void oldCodeVerifiesNothingAndLeavesTheFormerAccountLinked() {
        house.linkedAccount(MEMBER, OF_MEMBER);
        house.register(MEMBER, OTHER);
        house.clock.setInSeoul("2011-12-07T00:00");

        assertRefused(BankingProblem.VERIFICATION_EXPIRED, () -> verify(house.lastCode()));
        assertThat(house.findBankAccounts.registered(SELF, MEMBER).account().account())
                .isEqualTo(OF_MEMBER);
    }

    @Test
    void nobodySeesOrVerifiesAnothersAccount() {
        house.linkedAccount(MEMBER, OF_MEMBER);
        Caller stranger = Caller.member(MemberId.memberId(1002));

        assertRefused(BankingProblem.BANK_ACCOUNT_NOT_FOUND, () -> house.findBankAccounts.registered(stranger, MEMBER));
        assertRefused(
                BankingProblem.BANK_ACCOUNT_NOT_FOUND,
                () -> house.findBankAccounts.registered(stranger, MemberId.memberId(1002)));
        assertRefused(
                BankingProblem.NOTHING_TO_VERIFY,
                () -> house.verifyBankAccount.verify(
                        new VerifyBankAccount.Command(stranger, house.nextRequestId(), MEMBER, "0000")));
        assertThat(house.findBankAccounts.registered(KIM, MEMBER).account().member())
                .isEqualTo(MEMBER);
    }

    @Test
    void banksTellAboutAccountsButNotToTheAnonymous() {
        assertThat(house.findBankAccounts.check(SELF, OF_MEMBER).taxStatus()).isEqualTo("TAXABLE");
        assertRefused(CommonProblem.NOT_PERMITTED, () -> house.findBankAccounts.check(Caller.ANONYMOUS, OF_MEMBER));
        assertRefused(
                BankingProblem.ACCOUNT_NOT_AT_BANK,
                () -> house.findBankAccounts.check(SELF, BankAccountNumber.account("088", "555555")));
    }

    @Test
    void firmbankingIsSeenByItsMemberItsRequesterAndStaff() {
        house.bank.has(BankingHouse.CORPORATE, "마이페이(주)");
        house.registerCorporateAccount.register(
                new RegisterCorporateAccount.Command(KIM, house.nextRequestId(), BankingHouse.CORPORATE, true));
        house.linkedAccount(MEMBER, OF_MEMBER);
        Firmbanking done = house.requestFirmbanking.request(house.charge(20_000));

        for (Caller caller : new Caller[] {SELF, BankingHouse.MONEY, KIM}) {
            assertThat(house.findFirmbankings.byId(caller, done.id()).history()).hasSize(2);
        }
        assertThat(house.findFirmbankings
                        .byRequest(BankingHouse.MONEY, "money", done.requestId())
                        .firmbanking()
                        .id())
                .isEqualTo(done.id());
        Caller[] others = {
            Caller.member(MemberId.memberId(1002)), Caller.service("payment"), Caller.ANONYMOUS,
        };
        for (Caller caller : others) {
            assertRefused(BankingProblem.FIRMBANKING_NOT_FOUND, () -> house.findFirmbankings.byId(caller, done.id()));
            assertRefused(
                    BankingProblem.FIRMBANKING_NOT_FOUND,
                    () -> house.findFirmbankings.byRequest(caller, "money", done.requestId()));
        }
        assertRefused(BankingProblem.FIRMBANKING_NOT_FOUND, () -> house.findFirmbankings.byId(KIM, "nothing"));
        assertRefused(
                BankingProblem.MEMBER_NOT_FOUND,
                () -> house.findFirmbankings.ofMember(
                        Caller.member(MemberId.memberId(1002)),
                        MEMBER,
                        BankingHouse.TODAY,
                        BankingHouse.TODAY,
                        new com.mypay.framework.value.PageRequest("", 10)));
    }

    @Test
    void oneCorporateAccountAtATimeIsThePrimaryOne() {
        house.bank.has(BankingHouse.CORPORATE, "마이페이(주)");
        var command = new RegisterCorporateAccount.Command(KIM, house.nextRequestId(), BankingHouse.CORPORATE, true);
        var first = house.registerCorporateAccount.register(command);
        assertThat(house.registerCorporateAccount.register(command)).isEqualTo(first);
        house.registerCorporateAccount.register(
                new RegisterCorporateAccount.Command(KIM, house.nextRequestId(), OTHER, true));

        assertThat(house.findBankAccounts.corporate())
                .filteredOn(CorporateAccount::isPrimary)
                .extracting(CorporateAccount::account)
                .containsExactly(OTHER);

        house.registerCorporateAccount.register(
                new RegisterCorporateAccount.Command(KIM, house.nextRequestId(), BankingHouse.CORPORATE, true));
        assertThat(house.findBankAccounts.corporate())
                .hasSize(2)
                .filteredOn(CorporateAccount::isPrimary)
                .extracting(CorporateAccount::account)
                .containsExactly(BankingHouse.CORPORATE);
    }

    @Test
    void repeatedCorporateAccountGetsItsFirstAnswerWhateverTheBankSaysByThen() {
        house.bank.has(BankingHouse.CORPORATE, "마이페이(주)");
        var command = new RegisterCorporateAccount.Command(KIM, house.nextRequestId(), BankingHouse.CORPORATE, true);
        var first = house.registerCorporateAccount.register(command);

        house.bank.answersNoQuestions();
        assertThat(house.registerCorporateAccount.register(command)).isEqualTo(first);
        house.bank.answersQuestions();
        house.bank.has(BankingHouse.CORPORATE, "마이페이(주)", "CLOSED");
        assertThat(house.registerCorporateAccount.register(command)).isEqualTo(first);
    }

    @Test
    void corporateAccountThatWasRefusedOrNotAskedAboutIsRegisteredByTheSameRequestLater() {
        var command = new RegisterCorporateAccount.Command(KIM, house.nextRequestId(), BankingHouse.CORPORATE, true);
        house.bank.answersNoQuestions();
        assertThatThrownBy(() -> house.registerCorporateAccount.register(command))
                .isInstanceOf(UnavailableException.class);
        house.bank.answersQuestions();
        assertRefused(BankingProblem.ACCOUNT_NOT_AT_BANK, () -> house.registerCorporateAccount.register(command));

        house.bank.has(BankingHouse.CORPORATE, "마이페이(주)");
        assertThat(house.registerCorporateAccount.register(command).primary()).isTrue();
    }

    @Test
    void thereIsOneContractPerBankAndItsChangesAreKept() {
        assertRefused(BankingProblem.BANK_CONTRACT_EXISTS, () -> house.contract(SHINHAN, BankingHouse.terms()));
        ContractTerms terms = BankingHouse.terms();
        house.modify(
                SHINHAN,
                new ContractTerms(
                        "신한은행",
                        terms.inForceFrom(),
                        terms.inForceTo(),
                        won(500),
                        terms.perTransferLimit(),
                        terms.dailyLimit(),
                        null,
                        terms.purposes()));
        assertRefused(
                BankingProblem.BANK_CONTRACT_NOT_FOUND,
                () -> house.modify(com.mypay.banking.domain.BankCode.bankCode("004"), terms));

        assertThat(house.transactions.inTransaction(() -> house.contracts.history(SHINHAN)))
                .extracting(step -> step.stepNo() + " " + step.feePerCall().value() + " " + step.changedBy())
                .containsExactly("1 400 staff/kim", "2 500 staff/kim");
        assertThat(house.findBankContracts.all())
                .extracting(found -> found.contract().bank() + " " + found.state())
                .containsExactly("020 IN_FORCE", "088 IN_FORCE");
    }

    @Test
    void transferableAreTheBanksWithAContractForThePurpose() {
        ContractTerms terms = BankingHouse.terms();
        house.modify(
                SHINHAN,
                new ContractTerms(
                        "신한은행",
                        terms.inForceFrom(),
                        terms.inForceTo(),
                        terms.feePerCall(),
                        terms.perTransferLimit(),
                        terms.dailyLimit(),
                        null,
                        java.util.Set.of(Purpose.CHARGE)));

        assertThat(transferable(Purpose.CHARGE)).containsExactly("020", "088");
        assertThat(transferable(Purpose.TOP_UP)).containsExactly("020");
        // Without a corporate account nobody can be paid
        assertThat(transferable(Purpose.PAYOUT)).isEmpty();
        house.bank.has(BankingHouse.CORPORATE, "마이페이(주)");
        house.registerCorporateAccount.register(
                new RegisterCorporateAccount.Command(KIM, house.nextRequestId(), BankingHouse.CORPORATE, true));
        assertThat(transferable(Purpose.PAYOUT)).containsExactly("020");
        house.clock.setInSeoul("2012-01-01T00:00");
        assertThat(transferable(Purpose.CHARGE)).isEmpty();
        assertThat(house.findBankContracts.all())
                .extracting(FindBankContracts.Found::state)
                .containsOnly(BankContract.State.EXPIRED);
    }

    private java.util.List<String> transferable(Purpose purpose) {
        return house.findBankContracts.transferable(purpose).stream()
                .map(bank -> bank.contract().bank().value())
                .toList();
    }

    java.util.List<String> history(String accountId) {
        return house.transactions.inTransaction(() -> house.accounts.history(accountId).stream()
                .map(step -> step.fromStatus() + ">" + step.toStatus())
                .toList());
    }

    private VerifyBankAccount.Answer verify(String code) {
        return verify(house.nextRequestId(), code);
    }

    VerifyBankAccount.Answer verify(RequestId id, String code) {
        return house.verifyBankAccount.verify(new VerifyBankAccount.Command(SELF, id, MEMBER, code));
    }
}
