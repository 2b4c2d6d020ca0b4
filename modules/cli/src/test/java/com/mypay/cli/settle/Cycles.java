package com.mypay.cli.settle;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** Answers of settlement's API for tests. */
public final class Cycles {

    private Cycles() {}

    /** The settled day of the real file. */
    public static JsonObject closed() {
        return cycle("CLOSED", Map.of());
    }

    /** @param changed figures that are otherwise */
    public static JsonObject cycle(String status, Map<String, Long> changed) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("cycleId", "c1")
                .add("firstDate", "2011-12-05")
                .add("businessDate", "2011-12-05")
                .add("status", status)
                .add("jobInstanceId", 7)
                .add("paymentSlips", 3_374)
                .add("cancellationSlips", 20)
                .add("grossWon", 101_854_367)
                .add("cancelledWon", 779_700)
                .add("commissionWon", 2_096_652)
                .add("netWon", 98_978_015)
                .add("franchises", 1_413)
                .add("carriedInWon", 0)
                .add("carriedFranchises", 6)
                .add("carriedWon", -81_519)
                .add("paidFranchises", 1_407)
                .add("paidWon", 99_059_534)
                .add("pendingFranchises", 0)
                .add("inDoubtFranchises", 0)
                .add("refusedFranchises", 0);
        if (status.equals("CLOSED")) {
            json.add("members", 105);
        }
        changed.forEach(json::add);
        return json.build();
    }
}
