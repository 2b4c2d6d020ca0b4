package com.mypay.cli.trace;

import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.api.Http;
import com.mypay.cli.home.Home;
import jakarta.json.JsonString;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;

/** Asks the logs what happened to a transaction. */
public final class Trace {

    private static final String TRACE = "/logs/adm/v1/find/trace?guid=";
    private static final String GUIDS = "/logs/adm/v1/find/guids?";

    private final Http staff;
    private final PrintWriter out;

    public Trace(Home home, PrintWriter out) {
        this(new Http(home), out);
    }

    Trace(Http http, PrintWriter out) {
        this.staff = http.staff("mypay.trace", "operator");
        this.out = out;
    }

    /** The time line of one transaction. @return the command's exit code: failed, if nothing is known of it */
    public int show(String guid) {
        TimeLine line = TimeLine.of(staff.get(TRACE + guid).orRefused("find/trace"));
        if (line.isEmpty()) {
            out.println(Text.of("trace.none", guid));
            out.flush();
            return ExitCode.FAILED;
        }
        line.print().forEach(out::println);
        out.flush();
        return ExitCode.OK;
    }

    /** The time lines of all transactions of a payment, remittance, charge … */
    public int showOf(String reference) {
        List<String> guids = guids("reference=" + reference);
        if (guids.isEmpty()) {
            out.println(Text.of("trace.noneOf", reference));
            out.flush();
            return ExitCode.FAILED;
        }
        int worst = ExitCode.OK;
        for (String guid : guids) {
            worst = Math.max(worst, show(guid));
        }
        return worst;
    }

    /** A member's transactions of a day, by their GUIDs; the time line, if there is only one. */
    public int showOf(long member, LocalDate on) {
        List<String> guids = guids("memberId=" + member + "&on=" + on);
        if (guids.size() == 1) {
            return show(guids.get(0));
        }
        out.println(Text.of("trace.ofMember", Long.toString(member), on.toString(), guids.size()));
        guids.forEach(guid -> out.println("  " + guid));
        out.flush();
        return guids.isEmpty() ? ExitCode.FAILED : ExitCode.OK;
    }

    private List<String> guids(String query) {
        return staff.get(GUIDS + query)
                .orRefused("find/guids")
                .getJsonArray("guids")
                .getValuesAs(JsonString::getString);
    }
}
