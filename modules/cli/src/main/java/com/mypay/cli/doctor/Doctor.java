package com.mypay.cli.doctor;

import com.mypay.cli.Text;
import com.mypay.cli.api.Patient;
import com.mypay.cli.home.Home;
import jakarta.json.Json;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** Checks the invariants of a running installation and tells what it finds. */
public final class Doctor {

    /** Messages on their way are waited for: once everything is quiet, sums have to agree to the won. */
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(20);

    private static final long LOOK_EVERY_MILLIS = 500;

    /** Where nothing is on its way: so often, to the won, the same once more, and it is no moment's disagreement. */
    private static final int CERTAIN = 4;

    private final ReadReports read;

    public Doctor(Home home) {
        this.read = new ReadReports(home);
    }

    public List<Finding> examine() {
        long end = System.nanoTime() + QUIET_WITHIN.toNanos();
        Reports reports = read.read();
        List<Finding> findings = Examination.of(reports);
        // What was read while something ended may disagree with what was read after it: look again until it is certain
        int unchanged = 0;
        while (System.nanoTime() < end && (reports.inFlight() > 0 || !(isHealthy(findings) || unchanged >= CERTAIN))) {
            Patient.pause(LOOK_EVERY_MILLIS);
            reports = read.read();
            List<Finding> now = Examination.of(reports);
            unchanged = now.equals(findings) ? unchanged + 1 : 0;
            findings = now;
        }
        return findings;
    }

    private static boolean isHealthy(List<Finding> findings) {
        return findings.stream().allMatch(Finding::isOk);
    }

    /** @return whether every rule holds */
    public static boolean print(List<Finding> findings, PrintWriter out) {
        String invariant = "";
        for (Finding finding : findings) {
            if (!finding.invariant().equals(invariant)) {
                invariant = finding.invariant();
                out.println(Text.of("invariant", invariant, Text.of("invariant." + invariant)));
            }
            out.println(Text.of(
                    finding.isOk() ? "doctor.holds" : "doctor.broken",
                    finding.where(),
                    finding.rule(),
                    finding.figures(),
                    String.valueOf(finding.violation())));
        }
        long broken = findings.stream().filter(finding -> !finding.isOk()).count();
        out.println(
                broken == 0
                        ? Text.of("doctor.healthy", findings.size())
                        : Text.of("doctor.ill", broken, findings.size()));
        out.flush();
        return broken == 0;
    }

    /** One JSON object in one line. @return whether every rule holds */
    public static boolean printJson(List<Finding> findings, PrintWriter out) {
        boolean ok = findings.stream().allMatch(Finding::isOk);
        var array = Json.createArrayBuilder();
        findings.forEach(finding -> array.add(finding.json()));
        out.println(
                Json.createObjectBuilder().add("ok", ok).add("findings", array).build());
        out.flush();
        return ok;
    }
}
