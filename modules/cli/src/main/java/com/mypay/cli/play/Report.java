package com.mypay.cli.play;

import com.mypay.cli.Text;
import com.mypay.cli.api.Http;
import com.mypay.cli.api.Patient;
import com.mypay.cli.home.Home;
import com.mypay.cli.settle.Cycle;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A settled day for people: what was paid, what the franchises got, what was carried over. */
final class Report {

    private static final String REFUSED = "REFUSED";

    private final Http staff;
    private final Patient patient = new Patient();
    private final Map<Long, String> nameOf = new HashMap<>();
    private final PrintWriter out;

    Report(Home home, Plan plan, PrintWriter out) {
        this.staff = new Http(home).staff("mypay.play", "operator");
        this.out = out;
        Parties parties = Parties.of(home, plan.tag());
        plan.shops().forEach(shop -> nameOf.put(parties.id(shop.key()), shop.name()));
    }

    void print(Tally tally, Cycle cycle) {
        say("report.title", cycle.json().getString("businessDate"));
        say("report.payments", tally.payments(), tally.paidWon());
        say("report.cancellations", tally.cancellations(), tally.cancelledWon());
        say("report.toMembers", tally.sentToMembers(), tally.sentToMembersWon());
        say("report.toAccounts", tally.sentToAccounts(), tally.sentToAccountsWon());
        say("report.remittanceFees", tally.remittanceFeesWon());
        say("report.topUps", tally.topUps(), tally.toppedUpWon());
        tally.refusals().forEach((code, times) -> say("report.refused", code, times));
        printCycle(cycle);
        printFranchises(cycle);
    }

    private void printCycle(Cycle cycle) {
        say(
                "report.cycle",
                cycle.figure("paymentSlips"),
                cycle.figure("cancellationSlips"),
                cycle.figure("grossWon"),
                cycle.figure("cancelledWon"),
                cycle.figure("commissionWon"),
                cycle.figure("netWon"));
        say("report.carriedIn", cycle.figure("carriedInWon"));
        say("report.paid", cycle.figure("paidFranchises"), cycle.figure("paidWon"));
        say("report.carried", cycle.figure("carriedFranchises"), cycle.figure("carriedWon"));
    }

    private void printFranchises(Cycle cycle) {
        Map<Long, String> endOf = new HashMap<>();
        for (JsonObject payout : all("find/payouts?cycleId=" + cycle.id() + "&")) {
            endOf.put(franchise(payout), Text.of("report.payout." + payout.getString("status")));
        }
        for (JsonObject each : all("find/carry-overs?")) {
            if (each.getString("cycleId").equals(cycle.id())) {
                String reason = each.getString("reason");
                if (reason.equals(REFUSED) || !endOf.containsKey(franchise(each))) {
                    endOf.put(franchise(each), Text.of("report.carry." + reason));
                }
            }
        }
        say("report.head");
        for (JsonObject each : all("find/settlements?cycleId=" + cycle.id() + "&")) {
            long id = franchise(each);
            say(
                    "report.franchise",
                    nameOf.getOrDefault(id, Long.toString(id)),
                    number(each, "grossWon"),
                    number(each, "cancelledWon"),
                    number(each, "commissionWon"),
                    number(each, "netWon"),
                    number(each, "payableWon"),
                    endOf.getOrDefault(id, Text.of("report.outcome." + each.getString("outcome", "OPEN"))));
        }
        out.println();
        out.flush();
    }

    private List<JsonObject> all(String query) {
        List<JsonObject> items = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonObject page = patient.get(staff, "/settlement/adm/v1/" + query + "limit=1000" + cursor)
                    .orRefused(query);
            page.getJsonArray("items").stream().map(JsonValue::asJsonObject).forEach(items::add);
            String next = page.getString("nextCursor", "");
            if (next.isEmpty()) {
                return items;
            }
            cursor = "&cursor=" + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    private static long franchise(JsonObject json) {
        return number(json, "franchiseId");
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }

    private void say(String key, Object... values) {
        out.println(Text.of(key, values));
        out.flush();
    }
}
