package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.json;
import static com.mypay.systemtests.kit.Json.with;
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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The operator's bank refuses, is slow, silent, late, loses a call, gets one twice, is down, has no money or maintenance:
 * a remittance to an account ends all the same, as the bank's own books say, and is never paid twice.
 */
@ExtendWith(SharedInstallation.class)
class RemittanceTroublesIT {

    private static final long SENT_WON = 20_000;
    private static final long FEE_WON = 500;
    private static final long FIRST_WON = 30_000;

    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** Longer than MyPay waits for a bank. */
    private static final long SILENCE_MILLIS = 6_500;

    /** What goes wrong with one call, and whether the bank pays in the end. */
    private enum Trouble {
        REFUSE(0, false, false),
        SLOW(2_000, false, true),
        SILENT(SILENCE_MILLIS, true, true),
        LOST(SILENCE_MILLIS, true, true),
        LATE(SILENCE_MILLIS + 2_000, true, true),
        TWICE(0, false, true);

        private final long delayMillis;
        private final boolean doubtful;
        private final boolean pays;

        Trouble(long delayMillis, boolean doubtful, boolean pays) {
            this.delayMillis = delayMillis;
            this.doubtful = doubtful;
            this.pays = pays;
        }
    }

    private final RunningInstallation mypay;
    private final People people;
    private final Remittances remittances;
    private final Member sender;
    private final Banks.Account payee;

    RemittanceTroublesIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.people = mypay.people();
        this.remittances = new Remittances(mypay);
        this.sender = people.aMember().withMoney(FIRST_WON).signedUp();
        this.payee = mypay.banks().open("090", "김밖에", 0);
    }

    @AfterEach
    void everythingAddsUp() {
        mypay.banks().behaveNormally();
        new Messages(mypay).awaitAllArrived();
        new Audits(mypay).assertAllOk();
    }

    @ParameterizedTest
    @EnumSource
    void endsAsTheBanksBooksSayAndIsPaidOnceAtMost(Trouble trouble) {
        String token = remittances.confirmed(sender, payee);
        mypay.banks().behaves(Banks.CORPORATE_BANK, trouble.name(), "delayMillis", trouble.delayMillis, "nextCalls", 1);

        String id = remittances.request(sender, token, SENT_WON).is(202).string("remittanceId");
        if (trouble.doubtful) {
            Answer inDoubt = remittances.awaitStatus(sender, id, "IN_DOUBT");
            assertThat(heldWon()).isEqualTo(SENT_WON + FEE_WON);
            assertThat(Remittances.statuses(inDoubt)).containsSequence("SENT", "IN_DOUBT");
        }
        Answer ended = remittances.awaitEnd(sender, id);

        assertEnded(ended, trouble.pays);
        assertThat(heldWon()).isZero();
    }

    @Test
    void aBankThatIsDownIsAskedUntilItIsBack() {
        String token = remittances.confirmed(sender, payee);
        mypay.banks().behaves(Banks.CORPORATE_BANK, "DOWN", "appliesTo", "EVERYTHING");

        String id = remittances.request(sender, token, SENT_WON).is(202).string("remittanceId");
        remittances.awaitStatus(sender, id, "IN_DOUBT");
        remittances.cancel(sender, id).isProblem(422, "REMITTANCE_ALREADY_SENT");
        mypay.banks().behaves(Banks.CORPORATE_BANK, "NORMAL");

        assertEnded(remittances.awaitEnd(sender, id), true);
    }

    @Test
    void theBankIsAskedByTheOriginalDateAlsoAfterMidnight() {
        LocalDate evening = mypay.today().plusDays(1);
        mypay.setClock(at(evening, LocalTime.of(23, 59, 50)));
        try {
            String token = remittances.confirmed(sender, payee);
            mypay.banks().behaves(Banks.CORPORATE_BANK, "SILENT", "delayMillis", SILENCE_MILLIS, "nextCalls", 1);
            String id = remittances.request(sender, token, SENT_WON).is(202).string("remittanceId");
            remittances.awaitStatus(sender, id, "SENT");

            mypay.setClock(at(evening.plusDays(1), LocalTime.of(0, 10)));

            assertThat(remittances.awaitStatus(sender, id, "SUCCEEDED").string("businessDate"))
                    .isEqualTo(evening.toString());
            assertThat(creditsOn(evening)).hasSize(1);
            assertThat(creditsOn(evening.plusDays(1))).isEmpty();
        } finally {
            mypay.resetClock();
        }
    }

    @Test
    void twoPersonsEndWhatTheBankDoesNotTell() {
        String token = remittances.confirmed(sender, payee);
        mypay.banks().behaves(Banks.CORPORATE_BANK, "DOWN", "appliesTo", "EVERYTHING");
        String id = remittances.request(sender, token, SENT_WON).is(202).string("remittanceId");
        remittances.awaitStatus(sender, id, "IN_DOUBT");
        await("it is on the work list")
                .atMost(LONGEST)
                .until(() -> InDoubt.onWorkList(mypay).contains(id));
        Client kim = mypay.client().asStaff("kim.both", "operator", "approver");
        Client lee = mypay.client().asStaff("lee.approver", "approver");

        String resolution = kim.post(
                        InDoubt.RESOLVE, json("remittanceId", id, "decision", "REFUSED", "reason", "은행에 전화로 확인, 이체 없음"))
                .is(200)
                .string("resolutionId");
        kim.post(InDoubt.APPROVE, json("resolutionId", resolution)).isProblem(422, "SAME_PERSON");
        lee.post(InDoubt.APPROVE, json("resolutionId", resolution)).is(200);

        Answer ended = remittances.awaitEnd(sender, id);
        assertEnded(ended, false);
        assertThat(InDoubt.onWorkList(mypay)).doesNotContain(id);
        lee.post(InDoubt.APPROVE, json("resolutionId", resolution)).isProblem(409, "RESOLUTION_DECIDED");
        mypay.banks().behaves(Banks.CORPORATE_BANK, "NORMAL");
        assertThat(creditsOn(mypay.today())).as("the bank is not told any more").isEmpty();
    }

    /** The bank has paid; it can't be asked, but its people can. */
    @Test
    void twoPersonsSayThatTheBankHasPaid() {
        String token = remittances.confirmed(sender, payee);
        mypay.banks().behaves(Banks.CORPORATE_BANK, "SILENT", "delayMillis", SILENCE_MILLIS, "nextCalls", 1);
        String id = remittances.request(sender, token, SENT_WON).is(202).string("remittanceId");
        await("the bank has paid")
                .atMost(LONGEST)
                .until(() -> creditsOn(mypay.today()).size() == 1);
        mypay.banks().behaves(Banks.CORPORATE_BANK, "DOWN", "appliesTo", "EVERYTHING");
        remittances.awaitStatus(sender, id, "IN_DOUBT");
        await("it is on the work list")
                .atMost(LONGEST)
                .until(() -> InDoubt.onWorkList(mypay).contains(id));

        String resolution = mypay.client()
                .asOperator()
                .post(InDoubt.RESOLVE, json("remittanceId", id, "decision", "COMPLETED", "reason", "은행 내역으로 확인"))
                .is(200)
                .string("resolutionId");
        mypay.client()
                .asStaff("lee.approver", "approver")
                .post(InDoubt.APPROVE, json("resolutionId", resolution))
                .is(200);

        assertEnded(remittances.awaitEnd(sender, id), true);
    }

    @Test
    void anEmptyCorporateAccountFailsItAndTheSenderHasTheMoney() {
        Banks.Account full = people.corporateAccount();
        Banks.Account empty = mypay.banks().open("020", "마이페이", 0);
        String token = remittances.confirmed(sender, payee);
        people.makePrimary(empty);
        try {
            String id = remittances.request(sender, token, SENT_WON).is(202).string("remittanceId");
            Answer ended = remittances.awaitEnd(sender, id);

            assertEnded(ended, false);
            JsonObject reason = ended.json().getJsonObject("reason");
            assertThat(reason.getString("code")).isEqualTo("CORPORATE_ACCOUNT_SHORT");
            assertThat(reason.getString("korean")).contains("잠시 후");
        } finally {
            people.makePrimary(full);
        }
        String again = remittances.send(sender, payee, SENT_WON);
        assertEnded(remittances.awaitEnd(sender, again), true);
    }

    @Test
    void aBankInMaintenanceIsNotConfirmedAndFailsWhatWasConfirmedBefore() {
        String token = remittances.confirmed(sender, payee);
        JsonObject terms = People.contract(payee.bankCode());
        LocalTime now = LocalTime.ofInstant(mypay.now(), RunningInstallation.SEOUL);
        setContract(with(
                with(terms, "maintenanceFrom", minute(now.minusMinutes(5))),
                "maintenanceTo",
                minute(now.plusMinutes(30))));
        try {
            remittances.confirm(sender, payee).isProblem(422, "BANK_NOT_TRANSFERABLE");
            assertThat(inMaintenance(payee.bankCode())).isTrue();
            String id = remittances.request(sender, token, SENT_WON).is(202).string("remittanceId");

            Answer ended = remittances.awaitEnd(sender, id);

            assertEnded(ended, false);
            assertThat(ended.json().getJsonObject("reason").getString("code")).isEqualTo("BANK_IN_MAINTENANCE");
        } finally {
            setContract(terms);
        }
        assertEnded(remittances.awaitEnd(sender, remittances.send(sender, payee, SENT_WON)), true);
    }

    private void assertEnded(Answer ended, boolean paid) {
        assertThat(ended.string("status")).as(ended.text()).isEqualTo(paid ? "SUCCEEDED" : "FAILED");
        assertThat(creditsOn(mypay.today())).hasSize(paid ? 1 : 0);
        assertThat(mypay.banks().balanceWon(payee)).isEqualTo(paid ? SENT_WON : 0);
        assertThat(people.balanceWon(sender.id())).isEqualTo(paid ? FIRST_WON - SENT_WON - FEE_WON : FIRST_WON);
    }

    private List<JsonObject> creditsOn(LocalDate day) {
        return mypay.banks()
                .statement(payee, day)
                .filter(line -> line.getString("direction").equals("CREDIT"))
                .toList();
    }

    private long heldWon() {
        return mypay.client()
                .asMember(sender.id())
                .get("/money/com/v1/find/member-money", "memberId", sender.id())
                .is(200)
                .number("heldWon");
    }

    private void setContract(JsonObject terms) {
        mypay.client()
                .asOperator()
                .post("/banking/adm/v1/modify/bank-contract", terms)
                .is(200);
    }

    private boolean inMaintenance(String bankCode) {
        return mypay.client()
                .asMember(sender.id())
                .get("/remittance/com/v1/find/transferable-banks")
                .is(200)
                .items("banks")
                .filter(bank -> bank.getString("bankCode").equals(bankCode))
                .allMatch(bank -> bank.getBoolean("inMaintenance"));
    }

    private static String minute(LocalTime time) {
        return time.truncatedTo(java.time.temporal.ChronoUnit.MINUTES).toString();
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(RunningInstallation.SEOUL).toInstant();
    }
}
