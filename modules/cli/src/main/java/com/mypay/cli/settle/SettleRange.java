package com.mypay.cli.settle;

import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.api.Http;
import com.mypay.cli.api.Patient;
import com.mypay.cli.home.Home;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.function.ToIntFunction;

/** Settles the business dates of a range, as one cycle or one after the other with a cycle each. */
public final class SettleRange {

    private static final String[] FIGURES = {
        "paymentSlips",
        "cancellationSlips",
        "grossWon",
        "cancelledWon",
        "commissionWon",
        "netWon",
        "franchises",
        "carriedFranchises",
        "carriedWon",
        "paidWon",
        "members"
    };

    private final LocalDate from;
    private final LocalDate to;
    private final PrintWriter out;
    private final Http staff;

    public SettleRange(Home home, LocalDate from, LocalDate to, PrintWriter out) {
        this.from = from;
        this.to = to;
        this.out = out;
        this.staff = new Http(home).staff("mypay.settle", "operator");
    }

    /**
     * Each date that has slips which wait for their cycle, or a cycle that isn't closed. The first one that fails ends it:
     * what a date carries over is the next one's.
     *
     * @param settle one date; tells one of the {@link ExitCode}s of a settlement
     * @return 0, or 4 if it was 4 for one of the dates; 16 if nothing was left to settle; or what the failed one has ended
     *     with
     */
    public int eachDay(ToIntFunction<LocalDate> settle) {
        long begin = System.nanoTime();
        int settled = 0;
        int worst = ExitCode.OK;
        for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
            if (isLeft(date)) {
                int exitCode = settle.applyAsInt(date);
                if (exitCode != ExitCode.OK && exitCode != ExitCode.COMPLETED_WITH_ITEMS) {
                    return exitCode;
                }
                worst = Math.max(worst, exitCode);
                settled++;
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        out.println(
                settled == 0
                        ? Text.of("settle.nothingLeft", from.toString(), to.toString())
                        : Text.of("settle.days", settled, seconds));
        out.flush();
        return settled == 0 ? ExitCode.ALREADY_DONE : worst;
    }

    private boolean isLeft(LocalDate date) {
        JsonObject counts = new Patient()
                .get(staff, "/settlement/adm/v1/find/slip-counts?businessDate=" + date)
                .orRefused("find/slip-counts");
        Http.Answer cycle = new Patient().get(staff, "/settlement/adm/v1/find/cycle?businessDate=" + date);
        return cycle.code().equals("CYCLE_NOT_FOUND")
                ? counts.getJsonNumber("waiting").longValue() > 0
                : !new Cycle(cycle.orRefused("find/cycle")).isClosed();
    }

    /** One line for machines. */
    public String summary() {
        JsonObject figures = new Patient()
                .get(staff, "/settlement/adm/v1/find/cycles-figures?from=" + from + "&to=" + to)
                .orRefused("find/cycles-figures");
        var summary = Json.createObjectBuilder().add("from", from.toString()).add("to", to.toString());
        for (String name : FIGURES) {
            summary.add(name, figures.getJsonNumber(name));
        }
        return summary.build().toString();
    }
}
