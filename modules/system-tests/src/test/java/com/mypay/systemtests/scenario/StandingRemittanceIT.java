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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What changes with the days: remittances on a date and each month, and the fee table. */
@ExtendWith(SharedInstallation.class)
class StandingRemittanceIT {

    private static final String SCHEDULE = "/remittance/com/v1/schedule/remittance";
    private static final long WON = 10_000;
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(3);

    private final RunningInstallation mypay;
    private final People people;
    private final Remittances remittances;
    private final LocalDate today;

    StandingRemittanceIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.people = mypay.people();
        this.remittances = new Remittances(mypay);
        this.today = mypay.today();
    }

    @AfterEach
    void everythingAddsUp() {
        mypay.resetClock();
        new Messages(mypay).awaitAllArrived();
        new Audits(mypay).assertAllOk();
    }

    @Test
    void onADateItIsSentOnceAndEnds() {
        Member sender = people.aMember().withMoney(30_000).signedUp();
        Member payee = people.aMember().signedUp();
        String id = schedule(sender, payee, "onDate", today.plusDays(3).toString())
                .is(201)
                .string("standingRemittanceId");

        assertThat(comingFrom(id, sender)).isEmpty();
        moveTo(today.plusDays(3));

        awaitSucceeded(id, sender, 1);
        assertThat(standing(id, sender).getString("status")).isEqualTo("ENDED");
        assertThat(people.balanceWon(payee.id())).isEqualTo(WON);
    }

    @Test
    void eachMonthItIsSentAgainUntilItIsCancelledAndMissedDaysAreCaughtUpOnce() {
        Member sender = people.aMember().withMoney(60_000).signedUp();
        Member payee = people.aMember().signedUp();
        LocalDate first =
                today.getDayOfMonth() == 1 ? today : today.plusMonths(1).withDayOfMonth(1);
        String id = schedule(sender, payee, "dayOfMonth", 1).is(201).string("standingRemittanceId");
        assertThat(standing(id, sender).getString("nextDate")).isEqualTo(first.toString());

        moveTo(first);
        awaitSucceeded(id, sender, 1);
        // Two of them are missed: one is sent for both
        moveTo(first.plusMonths(2).plusDays(4));
        awaitSucceeded(id, sender, 2);
        assertThat(standing(id, sender).getString("nextDate"))
                .isEqualTo(first.plusMonths(3).toString());
        mypay.client()
                .asMember(sender.id())
                .post("/remittance/com/v1/cancel/standing-remittance", json("standingRemittanceId", id))
                .is(200);
        assertThat(standing(id, sender).getString("status")).isEqualTo("CANCELLED");
        assertThat(people.balanceWon(payee.id())).isEqualTo(2 * WON);
    }

    @Test
    void whatARuleRefusesOnItsDayIsThereForTheMemberToSee() {
        Member sender = people.aMember().signedUp();
        Member payee = people.aMember().signedUp();
        String id = schedule(sender, payee, "onDate", today.plusDays(1).toString())
                .is(201)
                .string("standingRemittanceId");
        mypay.client()
                .asOperator()
                .post("/membership/adm/v1/suspend/member", json("memberId", payee.id(), "reason", "도용 신고"))
                .is(200);
        new Messages(mypay).awaitAllArrived();
        moveTo(today.plusDays(1));

        JsonObject failed = await("it has failed")
                .atMost(LONGEST_ROUND)
                .until(() -> comingFrom(id, sender), found -> !found.isEmpty())
                .get(0);

        assertThat(failed.getString("status")).isEqualTo("FAILED");
        assertThat(failed.getJsonObject("reason").getString("code")).isEqualTo("PAYEE_NOT_ACTIVE");
    }

    @Test
    void aScheduleIsOnADateOrMonthlyAndBegins() {
        Member sender = people.aMember().signedUp();
        Member payee = people.aMember().signedUp();

        schedule(sender, payee, "onDate", today.minusDays(1).toString()).isProblem(422, "SCHEDULE_EMPTY");
        schedule(sender, payee).isProblem(400, "SCHEDULE_INVALID");
        schedule(sender, payee, "dayOfMonth", 1, "onDate", today.plusDays(1).toString())
                .isProblem(400, "SCHEDULE_INVALID");
    }

    @Test
    void aFeeHoldsFromItsDateOnceASecondPersonHasApprovedIt() {
        LocalDate from = today.plusDays(2);
        Client operator = mypay.client().asStaff("kim.both", "operator", "approver");
        JsonObject line =
                json("payeeKind", "ACCOUNT", "amountFromWon", 777_000, "feeWon", 900, "effectiveFrom", from.toString());
        String feeId = operator.post("/remittance/adm/v1/modify/remittance-fee", line)
                .is(200)
                .string("feeId");
        String approve = "/remittance/adm/v1/approve/remittance-fee";
        assertThat(feeOn(from, 777_000)).isEqualTo(500);
        operator.post(approve, json("feeId", feeId)).isProblem(422, "SAME_PERSON");
        mypay.client()
                .asStaff("lee.approver", "approver")
                .post(approve, json("feeId", feeId))
                .is(200);

        assertThat(feeOn(from.minusDays(1), 777_000)).isEqualTo(500);
        assertThat(feeOn(from, 776_999)).isEqualTo(500);
        assertThat(feeOn(from, 777_000)).isEqualTo(900);
        Member sender = people.aMember().withMoney(1_000_000).signedUp();
        Banks.Account payee = mypay.banks().open("011", "김밖에", 0);
        moveTo(from);
        String id = remittances.send(sender, payee, 777_000);
        assertThat(remittances.awaitStatus(sender, id, "SUCCEEDED").number("feeWon"))
                .isEqualTo(900);
        assertThat(people.balanceWon(sender.id())).isEqualTo(1_000_000 - 777_900);
    }

    private Answer schedule(Member sender, Member payee, Object... when) {
        JsonObject body = json(
                "memberId",
                sender.id(),
                "confirmationToken",
                remittances.confirmed(sender, payee),
                "amountWon",
                WON,
                "memo",
                "월세");
        for (int i = 0; i < when.length; i += 2) {
            body = com.mypay.systemtests.kit.Json.with(body, (String) when[i], when[i + 1]);
        }
        return mypay.client().asMember(sender.id()).post(SCHEDULE, body);
    }

    private void moveTo(LocalDate day) {
        mypay.setClock(
                day.atTime(LocalTime.NOON).atZone(RunningInstallation.SEOUL).toInstant());
    }

    private void awaitSucceeded(String standingId, Member sender, int times) {
        await("%d of %s".formatted(times, standingId))
                .atMost(LONGEST_ROUND)
                .until(() -> comingFrom(standingId, sender).stream()
                                .filter(one -> one.getString("status").equals("SUCCEEDED"))
                                .count()
                        == times);
    }

    private List<JsonObject> comingFrom(String standingId, Member sender) {
        return mypay.client()
                .asMember(sender.id())
                .get("/remittance/com/v1/find/remittances", "memberId", sender.id())
                .is(200)
                .items("items")
                .filter(one -> one.getString("standingRemittanceId", "").equals(standingId))
                .toList();
    }

    private JsonObject standing(String standingId, Member sender) {
        return mypay.client()
                .asMember(sender.id())
                .get("/remittance/com/v1/find/standing-remittances", "memberId", sender.id())
                .is(200)
                .items("items")
                .filter(one -> one.getString("standingRemittanceId").equals(standingId))
                .findFirst()
                .orElseThrow();
    }

    private long feeOn(LocalDate day, long won) {
        return mypay.client()
                .asOperator()
                .get("/remittance/com/v1/find/remittance-fees", "date", day)
                .is(200)
                .items("fees")
                .filter(fee -> fee.getString("payeeKind").equals("ACCOUNT"))
                .filter(fee -> fee.getJsonNumber("amountFromWon").longValue() <= won)
                .max(java.util.Comparator.comparingLong(
                        fee -> fee.getJsonNumber("amountFromWon").longValue()))
                .orElseThrow()
                .getJsonNumber("feeWon")
                .longValue();
    }
}
