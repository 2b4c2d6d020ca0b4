package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Messages;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Commission terms that hold for the days of a campaign, and no longer. */
@ExtendWith(SharedInstallation.class)
class CampaignIT {

    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 6, 1);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final long PRICE_WON = 10_000;

    private final RunningInstallation mypay;

    CampaignIT(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    @Test
    void aSlipHasTheTermsOfItsMomentAndTheFormerOnesComeBackAfterTheCampaign() {
        Member member = mypay.people().aMember().withMoney(100_000).signedUp();
        Member franchise = mypay.people().aFranchise().withAccount().signedUp();
        setDay(0);
        agree(json("franchiseId", franchise.id(), "basisPoints", 300, "effectiveFrom", FIRST_DAY.toString()));
        agree(json(
                "franchiseId",
                franchise.id(),
                "basisPoints",
                100,
                "effectiveFrom",
                FIRST_DAY.plusDays(1).toString(),
                "effectiveUntil",
                FIRST_DAY.plusDays(1).toString(),
                "campaign",
                "개점 기념"));

        JsonObject before = onDay(franchise, FIRST_DAY).json();
        assertThat(before.getJsonObject("inForce").getInt("basisPoints")).isEqualTo(300);
        assertThat(before.getJsonArray("coming").getValuesAs(JsonObject.class))
                .extracting(
                        coming -> coming.getString("date"),
                        coming -> coming.getJsonObject("commission").getInt("basisPoints"))
                .containsExactly(tuple("2017-06-02", 100), tuple("2017-06-03", 300));

        List<Answer> paid = List.of(pay(0, member, franchise), pay(1, member, franchise), pay(2, member, franchise));

        assertThat(paid.stream().map(answer -> rateOf(member, answer))).containsExactly(300L, 100L, 300L);
        // On the third day, of what was paid on the second: with the terms of the second
        mypay.client()
                .asFranchise(franchise.id())
                .post(
                        "/payment/com/v1/cancel/payment",
                        json("paymentId", paid.get(1).string("paymentId"), "amountWon", 5_000, "reason", "품절"))
                .is(200);
        new Messages(mypay).awaitAllArrived();
        assertThat(commissionWon(1)).isEqualTo(100);
        assertThat(commissionWon(2)).isEqualTo(300 - 50);
    }

    private void agree(JsonObject terms) {
        String proposal = mypay.client()
                .asOperator()
                .post("/payment/adm/v1/modify/commission", terms)
                .is(200)
                .string("commissionId");
        assertThat(mypay.client()
                        .asStaff("choi.approver", "approver")
                        .get("/payment/adm/v1/find/commissions", "status", "PROPOSED", "limit", 1000)
                        .is(200)
                        .items("items")
                        .map(commission -> commission.getString("commissionId")))
                .contains(proposal);
        mypay.client()
                .asStaff("choi.approver", "approver")
                .post("/payment/adm/v1/approve/commission", json("commissionId", proposal))
                .is(200);
    }

    private Answer onDay(Member franchise, LocalDate day) {
        return mypay.client()
                .asFranchise(franchise.id())
                .get("/payment/com/v1/find/commission", "franchiseId", franchise.id(), "date", day)
                .is(200);
    }

    private Answer pay(int day, Member member, Member franchise) {
        setDay(day);
        return mypay.people().pay(member.id(), franchise.id(), PRICE_WON).is(201);
    }

    private long rateOf(Member member, Answer paid) {
        return mypay.client()
                .asMember(member.id())
                .get("/payment/com/v1/find/payment", "paymentId", paid.string("paymentId"))
                .is(200)
                .number("commissionBasisPoints");
    }

    /** Of the day's settlement. */
    private long commissionWon(int day) {
        String date = FIRST_DAY.plusDays(day).toString();
        mypay.command("settle", "--date", date).exits(0);
        return mypay.client()
                .asOperator()
                .get("/settlement/adm/v1/find/cycle", "businessDate", date)
                .is(200)
                .number("commissionWon");
    }

    private void setDay(int day) {
        mypay.setClock(FIRST_DAY
                .plusDays(day)
                .atTime(NOON)
                .atZone(RunningInstallation.SEOUL)
                .toInstant());
    }
}
