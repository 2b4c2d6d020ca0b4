package com.mypay.cli.settle;

import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.api.Http;
import com.mypay.cli.home.Home;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;

/** Has settlement compute a closed cycle again, and shows what differs from what was written and paid. */
public final class Recompute {

    private static final String CYCLE = "/settlement/adm/v1/audit/cycle?businessDate=";

    private final Http staff;
    private final PrintWriter out;

    public Recompute(Home home, PrintWriter out) {
        this.staff = new Http(home).staff("mypay.audit", "operator");
        this.out = out;
    }

    /** @return the command's exit code: failed, if anything differs */
    public int run(LocalDate date) {
        JsonObject cycle = staff.get(CYCLE + date).orRefused("audit/cycle");
        List<JsonObject> differences = cycle.getJsonArray("differences").getValuesAs(JsonObject.class);
        for (JsonObject difference : differences) {
            out.println(Text.of(
                    "recompute.difference",
                    Text.of("recompute.what." + difference.getString("what")),
                    difference.getString("key"),
                    difference.getString("recomputed"),
                    difference.getString("stored")));
        }
        out.println(Text.of(
                differences.isEmpty() ? "recompute.good" : "recompute.bad",
                date.toString(),
                number(cycle, "lines"),
                number(cycle, "settlements"),
                number(cycle, "netWon"),
                number(cycle, "paidWon"),
                number(cycle, "awaitedWon"),
                number(cycle, "carriedWon"),
                differences.size()));
        out.flush();
        return differences.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }
}
