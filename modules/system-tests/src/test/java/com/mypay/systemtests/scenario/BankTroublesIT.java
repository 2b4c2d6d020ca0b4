package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.AtOnce;
import com.mypay.systemtests.kit.Audits;
import com.mypay.systemtests.kit.Banks;
import com.mypay.systemtests.kit.Client;
import com.mypay.systemtests.kit.People;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * Banks that refuse, are slow, silent, late, lose calls, get calls twice or are down, all at once, each in its own way: a
 * member of each charges, another one pays with a short balance. Real money moves once, and MyPay comes to know it.
 */
@ExtendWith(SharedInstallation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BankTroublesIT {

    private static final Duration LONGEST_TROUBLE = Duration.ofMinutes(3);
    /** Once its code has come with one won more. */
    private static final long BANK_BALANCE_WON = 1_000_000;

    private static final long VERIFICATION_WON = 1;
    private static final long CHARGED_WON = 20_000;
    private static final long PAID_WON = 30_000;

    /** Longer than MyPay waits for a bank. */
    private static final long SILENCE_MILLIS = 6_500;

    /** One call of the bank goes wrong; of {@code DOWN}, all until it is up again. */
    private enum Trouble {
        REFUSE("002", 0),
        SLOW("003", 2_000),
        SILENT("011", SILENCE_MILLIS),
        LOST("020", SILENCE_MILLIS),
        LATE("081", SILENCE_MILLIS + 2_000),
        TWICE("089", 0),
        DOWN("092", 0);

        private final String bankCode;
        private final long delayMillis;

        Trouble(String bankCode, long delayMillis) {
            this.bankCode = bankCode;
            this.delayMillis = delayMillis;
        }
    }

    /** What a bank has counted today. */
    private record Bill(long calls, long executions) {}

    /** A member whose bank is in trouble. */
    private record Case(Member member, Answer answer, String key) {}

    private final RunningInstallation mypay;
    private final People people;
    private final Map<Trouble, Case> charges = new EnumMap<>(Trouble.class);
    private final Map<Trouble, Case> payments = new EnumMap<>(Trouble.class);
    private final Map<Trouble, Bill> billsBefore = new EnumMap<>(Trouble.class);
    private final Member franchise;

    BankTroublesIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.people = mypay.people();
        this.franchise = people.aFranchise().signedUp();
    }

    @BeforeAll
    void chargeAndPayAtEveryBank() {
        Stream.of(Trouble.values()).forEach(trouble -> billsBefore.put(trouble, bill(trouble)));
        chargeAtEveryBank();
        payAtEveryBank();
    }

    private void chargeAtEveryBank() {
        for (Trouble trouble : Trouble.values()) {
            Member member = aMemberAt(trouble);
            String key = Client.newKey();
            beginTrouble(trouble);
            Answer accepted = mypay.client()
                    .asMember(member.id())
                    .post("/money/com/v1/charge/money", json("memberId", member.id(), "amountWon", CHARGED_WON), key)
                    .is(202);
            charges.put(trouble, new Case(member, accepted, key));
        }
        assertThat(charges).hasSameSizeAs(Trouble.values());
        endOfDown(chargeAt(Trouble.DOWN));
        charges.forEach((trouble, charge) -> people.awaitCharge(
                charge.member().id(),
                charge.answer().string("chargeId"),
                trouble == Trouble.REFUSE ? "FAILED" : "COMPLETED"));
    }

    private void payAtEveryBank() {
        Trouble[] troubles = Trouble.values();
        List<Member> members = Stream.of(troubles).map(this::aMemberAt).toList();
        Stream.of(troubles).forEach(this::beginTrouble);
        List<Case> paid = AtOnce.call(troubles.length, i -> {
            Member member = members.get(i);
            String key = Client.newKey();
            return new Case(member, people.pay(member.id(), franchise.id(), PAID_WON, key), key);
        });
        for (int i = 0; i < troubles.length; i++) {
            payments.put(troubles[i], paid.get(i));
        }
        mypay.banks().behaveNormally();
    }

    @AfterAll
    void everythingAddsUpInTheEnd() {
        new Audits(mypay).assertAllOk();
    }

    @Test
    void aRefusedChargeFailsWithTheBanksReasonAndMovesNothing() {
        Case charge = chargeAt(Trouble.REFUSE);
        Answer found = people.findCharge(charge.member().id(), charge.answer().string("chargeId"));
        assertThat(found.string("reasonCode")).isEqualTo("BANK_REFUSED");
        assertThat(people.balanceWon(charge.member().id())).isZero();
        assertThat(mypay.banks().balanceWon(charge.member().linkedAccount())).isEqualTo(BANK_BALANCE_WON);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REFUSE")
    void aChargeEndsCompletedAndTheBankMovedTheMoneyOnce(Trouble trouble) {
        Case charge = chargeAt(trouble);
        assertThat(people.balanceWon(charge.member().id())).isEqualTo(CHARGED_WON);
        assertMovedOnce(charge, CHARGED_WON);
    }

    /**
     * A bank bills each call that it receives, of other scenarios too: what counts is what it has billed since this one
     * began. Of the refused and the unreachable one nothing was executed.
     */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REFUSE")
    void noBankBillsASecondCallForOneInstruction(Trouble trouble) {
        await().atMost(LONGEST_TROUBLE).untilAsserted(() -> {
            Bill before = Objects.requireNonNull(billsBefore.get(trouble));
            Bill after = bill(trouble);
            long executions = after.executions() - before.executions();
            assertThat(executions).isPositive();
            assertThat(after.calls() - before.calls()).isEqualTo(executions);
        });
    }

    @Test
    void aRefusedTopUpRefusesThePaymentAndMovesNothing() {
        Case payment = paymentAt(Trouble.REFUSE);
        payment.answer().isProblem(422, "TOP_UP_REFUSED");
        assertThat(people.balanceWon(payment.member().id())).isZero();
        assertThat(mypay.banks().balanceWon(payment.member().linkedAccount())).isEqualTo(BANK_BALANCE_WON);
        assertThat(paymentsOf(payment))
                .allSatisfy(found -> assertThat(found.getString("status")).isEqualTo("FAILED"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"SLOW", "TWICE"})
    void aPaymentWaitsForASlowBankAndIgnoresASecondAnswer(Trouble trouble) {
        paymentAt(trouble).answer().is(201);
        assertPaidOnce(paymentAt(trouble));
    }

    @Test
    void aPaymentAtABankThatIsDownMayBeSentAgainWithTheSameRequestId() {
        Case payment = paymentAt(Trouble.DOWN);
        payment.answer().isProblem(503, "UNAVAILABLE");
        await().atMost(LONGEST_TROUBLE)
                .until(() -> people.pay(payment.member().id(), franchise.id(), PAID_WON, payment.key())
                                .status()
                        == 201);
        assertPaidOnce(payment);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"SILENT", "LOST", "LATE"})
    void aPaymentWithoutAnAnswerSaysWhereToLookAndIsResolvedByAsking(Trouble trouble) {
        Case payment = paymentAt(trouble);
        Answer answer = payment.answer().isProblem(504, "OUTCOME_UNKNOWN");
        String next = answer.string("next");
        assertThat(next).contains("find/payment?paymentId=");
        String paymentId = next.replaceAll("(?s).*paymentId=([0-9a-f]{32}).*", "$1");
        Answer found = await().atMost(LONGEST_TROUBLE)
                .until(
                        () -> mypay.client()
                                .asMember(payment.member().id())
                                .get("/payment/com/v1/find/payment", "paymentId", paymentId)
                                .is(200),
                        asked -> asked.string("status").equals("APPROVED"));
        assertThat(found.number("amountWon")).isEqualTo(PAID_WON);
        assertThat(people.pay(payment.member().id(), franchise.id(), PAID_WON, payment.key())
                        .is(201)
                        .string("paymentId"))
                .isEqualTo(paymentId);
        assertPaidOnce(payment);
    }

    private Bill bill(Trouble trouble) {
        Answer bill = mypay.banks().bill(trouble.bankCode, mypay.today());
        return new Bill(bill.number("calls"), bill.number("executions"));
    }

    private Case chargeAt(Trouble trouble) {
        return Objects.requireNonNull(charges.get(trouble));
    }

    private Case paymentAt(Trouble trouble) {
        return Objects.requireNonNull(payments.get(trouble));
    }

    private Member aMemberAt(Trouble trouble) {
        Member member = people.aMember().signedUp();
        Banks.Account account =
                mypay.banks().open(trouble.bankCode, "예금주" + member.id(), BANK_BALANCE_WON - VERIFICATION_WON);
        people.link(member.id(), account);
        return new Member(member.id(), account);
    }

    private void beginTrouble(Trouble trouble) {
        if (trouble == Trouble.DOWN) {
            mypay.banks().behaves(trouble.bankCode, "DOWN", "appliesTo", "EVERYTHING");
        } else {
            mypay.banks().behaves(trouble.bankCode, trouble.name(), "delayMillis", trouble.delayMillis, "nextCalls", 1);
        }
    }

    /** The bank is up again once MyPay has seen that it is down. */
    private void endOfDown(Case charge) {
        await().atMost(LONGEST_TROUBLE)
                .until(() -> !firmbankingsOf(charge).isEmpty()
                        && firmbankingsOf(charge).get(0).getString("status").equals("UNKNOWN"));
        mypay.banks().behaves(Trouble.DOWN.bankCode, "NORMAL");
    }

    private List<JsonObject> firmbankingsOf(Case trouble) {
        return mypay.client()
                .asMember(trouble.member().id())
                .get(
                        "/banking/com/v1/find/firmbankings",
                        "memberId",
                        trouble.member().id())
                .is(200)
                .items("items")
                .toList();
    }

    private List<JsonObject> paymentsOf(Case payment) {
        return mypay.client()
                .asMember(payment.member().id())
                .get(
                        "/payment/com/v1/find/payments",
                        "memberId",
                        payment.member().id())
                .is(200)
                .items("items")
                .toList();
    }

    private void assertPaidOnce(Case payment) {
        assertThat(paymentsOf(payment).stream().map(found -> found.getString("status")))
                .containsOnlyOnce("APPROVED")
                .allMatch(Set.of("APPROVED", "FAILED")::contains);
        assertThat(people.balanceWon(payment.member().id())).isZero();
        assertMovedOnce(payment, PAID_WON);
    }

    /** By the bank's own books: one debit; and by banking's: one instruction that was not refused. */
    private void assertMovedOnce(Case trouble, long won) {
        Banks.Account account = trouble.member().linkedAccount();
        List<JsonObject> debits = mypay.banks()
                .statement(account, mypay.today())
                .filter(line -> line.getString("direction").equals("DEBIT"))
                .toList();
        assertThat(debits).hasSize(1);
        assertThat(mypay.banks().balanceWon(account)).isEqualTo(BANK_BALANCE_WON - won);
        assertThat(firmbankingsOf(trouble))
                .filteredOn(instruction -> !isRefused(instruction))
                .singleElement()
                .satisfies(instruction -> {
                    assertThat(instruction.getString("status")).isEqualTo("COMPLETED");
                    assertThat(instruction.getString("firmbankingId"))
                            .isEqualTo(debits.get(0).getString("transactionId"));
                });
    }

    /** Nothing of it has moved; whoever asks again begins another. */
    private static boolean isRefused(JsonObject instruction) {
        return instruction.getString("status").equals("REFUSED");
    }
}
