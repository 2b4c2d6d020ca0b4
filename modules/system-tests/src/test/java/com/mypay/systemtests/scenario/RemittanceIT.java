package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Audits;
import com.mypay.systemtests.kit.Banks;
import com.mypay.systemtests.kit.Client;
import com.mypay.systemtests.kit.Messages;
import com.mypay.systemtests.kit.People;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.Remittances;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Money from a member to a member and to a bank account: what arrives, what it costs, what is refused and why. */
@ExtendWith(SharedInstallation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemittanceIT {

    private static final long FEE_WON = 500;

    /** As configured by default. */
    private static final int CONFIRMATIONS_PER_HOUR = 60;

    private final RunningInstallation mypay;
    private final People people;
    private final Remittances remittances;

    RemittanceIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.people = mypay.people();
        this.remittances = new Remittances(mypay);
    }

    @AfterAll
    void everythingAddsUp() {
        new Messages(mypay).awaitAllArrived();
        new Audits(mypay).assertAllOk();
    }

    @Test
    void toAMemberArrivesWithoutAFee() {
        Member sender = people.aMember().withMoney(30_000).signedUp();
        Member payee = people.aMember().signedUp();

        Answer accepted = remittances
                .request(sender, remittances.confirmed(sender, payee), 10_000)
                .is(202);
        Answer ended = remittances.awaitEnd(sender, accepted.string("remittanceId"));

        assertThat(accepted.headers().toString()).contains("find/remittance?remittanceId=");
        assertThat(ended.string("status")).isEqualTo("SUCCEEDED");
        assertThat(ended.number("feeWon")).isZero();
        assertThat(Remittances.statuses(ended)).containsExactly("REQUESTED", "PREPARING", "SUCCEEDED");
        assertThat(ended.items("steps").map(step -> Instant.parse(step.getString("at"))))
                .isSorted();
        assertThat(people.balanceWon(sender.id())).isEqualTo(20_000);
        assertThat(people.balanceWon(payee.id())).isEqualTo(10_000);
    }

    @Test
    void toAnAccountArrivesAtTheBankOnceAndCostsTheFee() {
        Member sender = people.aMember().withMoney(30_000).signedUp();
        Banks.Account payee = mypay.banks().open("090", "김밖에", 0);

        Answer confirmed = remittances.confirm(sender, payee).is(201);
        String id = remittances
                .request(sender, confirmed.string("confirmationToken"), 20_000)
                .is(202)
                .string("remittanceId");
        Answer ended = remittances.awaitEnd(sender, id);

        assertThat(confirmed.string("payeeName")).isEqualTo("김밖에");
        assertThat(confirmed.string("maskedNumber")).doesNotContain(payee.number());
        assertThat(ended.string("status")).isEqualTo("SUCCEEDED");
        assertThat(ended.number("feeWon")).isEqualTo(FEE_WON);
        assertThat(Remittances.statuses(ended)).containsExactly("REQUESTED", "PREPARING", "HELD", "SENT", "SUCCEEDED");
        assertThat(ended.text()).doesNotContain(payee.number());
        assertThat(people.balanceWon(sender.id())).isEqualTo(30_000 - 20_000 - FEE_WON);
        assertThat(creditsOf(payee)).singleElement().satisfies(line -> {
            assertThat(line.getJsonNumber("amountWon").longValue()).isEqualTo(20_000);
        });
    }

    @Test
    void aShortBalanceIsToppedUpByTensOfThousands() {
        Member toMember = people.aMember().withMoney(5_000).signedUp();
        Member toAccount = people.aMember().withMoney(5_000).signedUp();
        Member payee = people.aMember().signedUp();
        Banks.Account outside = mypay.banks().open("011", "김밖에", 0);

        String first = remittances.send(toMember, payee, 12_000);
        String second = remittances.send(toAccount, outside, 15_000);

        assertThat(remittances.awaitStatus(toMember, first, "SUCCEEDED").number("toppedUpWon"))
                .isEqualTo(10_000);
        assertThat(people.balanceWon(toMember.id())).isEqualTo(3_000);
        assertThat(remittances.awaitStatus(toAccount, second, "SUCCEEDED").number("toppedUpWon"))
                .isEqualTo(20_000);
        assertThat(people.balanceWon(toAccount.id())).isEqualTo(5_000 + 20_000 - 15_000 - FEE_WON);
    }

    @Test
    void whatFailsSaysWhyInBothLanguagesAndTheSenderHasTheMoney() {
        Member poor = people.aMember().signedUp();
        Member payee = people.aMember().signedUp();
        Member sender = people.aMember().withMoney(30_000).signedUp();
        Banks.Account closing = mypay.banks().open("003", "김밖에", 0);

        String without = remittances.send(poor, payee, 10_000);
        String token = remittances.confirmed(sender, closing);
        mypay.banks().setStatus(closing, "CLOSED");
        String refused = remittances.request(sender, token, 20_000).is(202).string("remittanceId");

        JsonObject noAccount =
                remittances.awaitStatus(poor, without, "FAILED").json().getJsonObject("reason");
        assertThat(noAccount.getString("code")).isEqualTo("NO_LINKED_ACCOUNT");
        assertThat(noAccount.getString("korean")).contains("연동 계좌");
        assertThat(noAccount.getString("english")).contains("no bank account is linked");
        Answer failed = remittances.awaitStatus(sender, refused, "FAILED");
        assertThat(failed.json().getJsonObject("reason").getString("code")).isEqualTo("ACCOUNT_CLOSED");
        assertThat(failed.json().getJsonObject("reason").getString("english")).doesNotContain("could not be completed");
        assertThat(Remittances.statuses(failed)).containsExactly("REQUESTED", "PREPARING", "HELD", "SENT", "FAILED");
        Answer money = mypay.client()
                .asMember(sender.id())
                .get("/money/com/v1/find/member-money", "memberId", sender.id())
                .is(200);
        assertThat(money.number("balanceWon")).isEqualTo(30_000);
        assertThat(money.number("heldWon")).isZero();
    }

    @Test
    void whoIsNotThereOrNotActiveIsNotConfirmed() {
        Member sender = people.aMember().withMoney(30_000).signedUp();
        Member suspended = people.aMember().signedUp();
        Member franchise = people.aFranchise().signedUp();
        mypay.client()
                .asOperator()
                .post("/membership/adm/v1/suspend/member", json("memberId", suspended.id(), "reason", "도용 신고"))
                .is(200);

        remittances.confirm(sender, suspended).isProblem(422, "PAYEE_NOT_ACTIVE");
        remittances.confirm(suspended, sender).isProblem(422, "MEMBER_NOT_ACTIVE");
        remittances.confirm(sender, sender).isProblem(422, "PAYEE_IS_SENDER");
        remittances.confirm(sender, franchise).isProblem(404, "PAYEE_NOT_FOUND");
        remittances.confirm(sender, new Member(999_999_999_999L, null)).isProblem(404, "PAYEE_NOT_FOUND");
        remittances
                .confirm(sender, new Banks.Account("004", "99999999999999", "nobody"))
                .isProblem(404, "PAYEE_NOT_FOUND");
        remittances
                .confirm(sender, new Banks.Account("777", "110123456789", "nobody"))
                .isProblem(422, "BANK_NOT_TRANSFERABLE");
        Client as = mypay.client().asMember(sender.id());
        as.post(Remittances.CONFIRM, json("memberId", sender.id())).isProblem(400, "PAYEE_INCOMPLETE");
        as.post(Remittances.CONFIRM, json("memberId", sender.id(), "bankCode", "004"))
                .isProblem(400, "PAYEE_INCOMPLETE");
    }

    @Test
    void aConfirmationIsGoodOnceForItsSenderForTenMinutes() {
        Member sender = people.aMember().withMoney(50_000).signedUp();
        Member other = people.aMember().withMoney(50_000).signedUp();
        Member payee = people.aMember().signedUp();
        String used = remittances.confirmed(sender, payee);
        String stale = remittances.confirmed(sender, payee);
        remittances.request(sender, used, 1_000).is(202);

        remittances.request(sender, used, 1_000).isProblem(422, "CONFIRMATION_USED");
        remittances.request(other, stale, 1_000).isProblem(404, "CONFIRMATION_NOT_FOUND");
        remittances.request(sender, "0".repeat(32), 1_000).isProblem(404, "CONFIRMATION_NOT_FOUND");
        mypay.setClock(mypay.now().plus(Duration.ofMinutes(11)));
        try {
            remittances.request(sender, stale, 1_000).isProblem(422, "CONFIRMATION_EXPIRED");
        } finally {
            mypay.resetClock();
        }
    }

    @Test
    void aSenderIsShownSoManyNamesAnHour() {
        Member sender = people.aMember().signedUp();
        Member payee = people.aMember().signedUp();
        for (int i = 0; i < CONFIRMATIONS_PER_HOUR; i++) {
            remittances.confirm(sender, payee).is(201);
        }
        remittances.confirm(sender, payee).isProblem(409, "TOO_MANY_CONFIRMATIONS");
        remittances.confirm(payee, sender).is(201);
    }

    @Test
    void limitsHoldPerCallAndPerDayAndDependOnTheLevel() {
        Member verified = people.aMember().withMoney(3_000_000).signedUp();
        Member basic = people.aMember().signedUp();
        Member payee = people.aMember().signedUp();
        String id = remittances.send(verified, basic, 1_000_000);
        remittances.awaitStatus(verified, id, "SUCCEEDED");

        assertThat(remittances.confirm(verified, payee).string("level")).isEqualTo("VERIFIED");
        assertThat(remittances.confirm(basic, payee).string("level")).isEqualTo("BASIC");
        remittances
                .request(verified, remittances.confirmed(verified, payee), 2_000_001)
                .isProblem(422, "LIMIT_PER_CALL");
        remittances.request(basic, remittances.confirmed(basic, payee), 300_001).isProblem(422, "LIMIT_PER_CALL");
        remittances.send(basic, payee, 300_000);
        remittances.request(basic, remittances.confirmed(basic, payee), 200_001).isProblem(422, "LIMIT_PER_DAY");
        String last = remittances.send(basic, payee, 200_000);
        remittances.awaitStatus(basic, last, "SUCCEEDED");
        assertThat(people.balanceWon(payee.id())).isEqualTo(500_000);
    }

    @Test
    void whatFailedDoesNotCountForTheLimit() {
        Member basic = people.aMember().signedUp();
        Member payee = people.aMember().signedUp();
        String failing = remittances.send(basic, payee, 300_000);
        remittances.awaitStatus(basic, failing, "FAILED");

        String again = remittances.send(basic, payee, 300_000);

        remittances.awaitStatus(basic, again, "FAILED");
    }

    @Test
    void twoOfOneMemberAreTakenInTheOrderOfTheirAcceptance() {
        Member sender = people.aMember().withMoney(30_000).signedUp();
        mypay.banks().setStatus(sender.linkedAccount(), "CLOSED");
        Member payee = people.aMember().signedUp();
        Banks.Account outside = mypay.banks().open("020", "김밖에", 0);
        List<String> tokens = List.of(
                remittances.confirmed(sender, outside),
                remittances.confirmed(sender, payee),
                remittances.confirmed(sender, payee));

        // The second one finds too little, because the first one came first; the third one fits in again
        String first =
                remittances.request(sender, tokens.get(0), 20_000).is(202).string("remittanceId");
        String second =
                remittances.request(sender, tokens.get(1), 25_000).is(202).string("remittanceId");
        String third = remittances.request(sender, tokens.get(2), 9_000).is(202).string("remittanceId");

        remittances.awaitStatus(sender, first, "SUCCEEDED");
        remittances.awaitStatus(sender, second, "FAILED");
        remittances.awaitStatus(sender, third, "SUCCEEDED");
        assertThat(people.balanceWon(sender.id())).isEqualTo(30_000 - 20_000 - FEE_WON - 9_000);
    }

    @Test
    void isCancelledWhileNothingHasBeenSentAndNotAfterwards() {
        Member sender =
                people.aMember().withAccountAt("081").withAccountOf(1_000_000).signedUp();
        Member payee = people.aMember().signedUp();
        mypay.banks().behaves("081", "SLOW", "delayMillis", 3_000, "nextCalls", 1);
        String toppingUp = remittances.send(sender, payee, 10_000);
        String waiting = remittances.send(sender, payee, 10_000);
        remittances.awaitStep(sender, toppingUp, "TOP_UP");

        assertThat(remittances.cancel(sender, waiting).is(200).string("status")).isEqualTo("CANCELLED");
        assertThat(remittances.cancel(sender, toppingUp).is(200).string("status"))
                .isEqualTo("CANCELLED");

        await("it stays topped up").until(() -> people.balanceWon(sender.id()) == 10_000);
        assertThat(people.balanceWon(payee.id())).isZero();
        String sent = remittances.send(sender, payee, 10_000);
        remittances.awaitStatus(sender, sent, "SUCCEEDED");
        remittances.cancel(sender, sent).isProblem(422, "REMITTANCE_ENDED");
        remittances.cancel(payee, sent).isProblem(404, "REMITTANCE_NOT_FOUND");
    }

    @Test
    void onceTheBankIsToldItCanNotBeCancelled() {
        Member sender = people.aMember().withMoney(30_000).signedUp();
        Banks.Account outside = mypay.banks().open("023", "김밖에", 0);
        mypay.banks().behaves(Banks.CORPORATE_BANK, "SLOW", "delayMillis", 2_000, "nextCalls", 1);
        String id = remittances.send(sender, outside, 10_000);
        remittances.awaitStatus(sender, id, "SENT");

        remittances.cancel(sender, id).isProblem(422, "REMITTANCE_ALREADY_SENT");

        remittances.awaitStatus(sender, id, "SUCCEEDED");
        assertThat(creditsOf(outside)).hasSize(1);
    }

    @Test
    void aMemberFindsItsOwnByPeriodAndStateOnCursorPages() {
        Member sender = people.aMember().withMoney(30_000).signedUp();
        Member payee = people.aMember().signedUp();
        for (int i = 1; i <= 5; i++) {
            remittances.awaitStatus(sender, remittances.send(sender, payee, 1_000L * i), "SUCCEEDED");
        }
        Client as = mypay.client().asMember(sender.id());
        String find = "/remittance/com/v1/find/remittances";

        Answer first = as.get(find, "memberId", sender.id(), "limit", 3).is(200);
        Answer second = as.get(find, "memberId", sender.id(), "limit", 3, "cursor", first.string("nextCursor"))
                .is(200);

        assertThat(amounts(first)).containsExactly(5_000L, 4_000L, 3_000L);
        assertThat(amounts(second)).containsExactly(2_000L, 1_000L);
        assertThat(second.json().containsKey("nextCursor")).isFalse();
        String today = mypay.today().toString();
        String tomorrow = mypay.today().plusDays(1).toString();
        assertThat(amounts(as.get(find, "memberId", sender.id(), "from", today, "to", today, "status", "SUCCEEDED")))
                .hasSize(5);
        assertThat(amounts(as.get(find, "memberId", sender.id(), "status", "FAILED")))
                .isEmpty();
        assertThat(amounts(as.get(find, "memberId", sender.id(), "from", tomorrow)))
                .isEmpty();
        mypay.client().asMember(payee.id()).get(find, "memberId", sender.id()).isProblem(404, "MEMBER_NOT_FOUND");
    }

    @Test
    void theBanksThatMoneyCanGoToAreListed() {
        Member sender = people.aMember().signedUp();

        Map<String, String> banks = mypay.client()
                .asMember(sender.id())
                .get("/remittance/com/v1/find/transferable-banks")
                .is(200)
                .items("banks")
                .collect(java.util.stream.Collectors.toMap(
                        bank -> bank.getString("bankCode"), bank -> bank.getString("bankName")));

        assertThat(banks).containsKeys(Banks.CODES.toArray(String[]::new));
    }

    private List<JsonObject> creditsOf(Banks.Account account) {
        return mypay.banks()
                .statement(account, mypay.today())
                .filter(line -> line.getString("direction").equals("CREDIT"))
                .toList();
    }

    private static List<Long> amounts(Answer page) {
        return page.is(200)
                .items("items")
                .map(item -> item.getJsonNumber("amountWon").longValue())
                .toList();
    }
}
