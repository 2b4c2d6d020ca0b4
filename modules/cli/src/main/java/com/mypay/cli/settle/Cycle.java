package com.mypay.cli.settle;

import com.mypay.cli.api.Http;
import com.mypay.cli.api.Http.Answer;
import com.mypay.cli.api.Patient;
import com.mypay.cli.home.Home;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A cycle as settlement's API tells it.
 *
 * @param json the whole answer
 */
public record Cycle(JsonObject json) {

    /** @return empty if the date's settlement was never started */
    public static Optional<Cycle> find(Home home, LocalDate businessDate) {
        Http staff = new Http(home).staff("mypay.settle", "operator");
        Answer answer = new Patient().get(staff, "/settlement/adm/v1/find/cycle?businessDate=" + businessDate);
        return answer.code().equals("CYCLE_NOT_FOUND")
                ? Optional.empty()
                : Optional.of(new Cycle(answer.orRefused("find/cycle")));
    }

    public String id() {
        return json.getString("cycleId");
    }

    LocalDate firstDate() {
        return LocalDate.parse(json.getString("firstDate"));
    }

    public String status() {
        return json.getString("status");
    }

    public boolean isClosed() {
        return status().equals("CLOSED");
    }

    /** @return 0 for what isn't known yet */
    public long figure(String name) {
        return json.get(name) instanceof JsonNumber number ? number.longValue() : 0;
    }

    long jobInstanceId() {
        return figure("jobInstanceId");
    }

    /** Payouts that have no final answer yet. */
    public long openPayouts() {
        return figure("pendingFranchises") + figure("inDoubtFranchises");
    }

    /** Refused payouts are carried over; those in doubt are being asked for: somebody should know. */
    public boolean needsALook() {
        return figure("refusedFranchises") > 0 || openPayouts() > 0;
    }

    /** One line for machines. */
    public String summary() {
        return Json.createObjectBuilder()
                .add("businessDate", json.getString("businessDate"))
                .add("paymentSlips", figure("paymentSlips"))
                .add("cancellationSlips", figure("cancellationSlips"))
                .add("grossWon", figure("grossWon"))
                .add("cancelledWon", figure("cancelledWon"))
                .add("commissionWon", figure("commissionWon"))
                .add("netWon", figure("netWon"))
                .add("franchises", figure("franchises"))
                .add("carriedFranchises", figure("carriedFranchises"))
                .add("carriedWon", figure("carriedWon"))
                .add("paidWon", figure("paidWon"))
                .add("members", figure("members"))
                .build()
                .toString();
    }
}
