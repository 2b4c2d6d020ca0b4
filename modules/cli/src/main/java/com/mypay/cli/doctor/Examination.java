package com.mypay.cli.doctor;

import com.mypay.cli.doctor.Reports.QueueState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the reports say about each invariant: the services' own findings, and what has to be equal across them. */
final class Examination {

    /** The invariants that somebody has to have checked. */
    static final List<String> REQUIRED = List.of("I1", "I2", "I3", "I4", "I5", "I6", "I9", "I10", "I11", "I13");

    private static final String ALL = "all";

    /** Address, queue, receiver: who gets what. */
    static final List<Route> ROUTES = List.of(
            new Route("membership.events", "money.membership-events", "money"),
            new Route("membership.events", "payment.membership-events", "payment"),
            new Route("membership.events", "settlement.membership-events", "settlement"),
            new Route("banking.firmbanking-requests", "banking.firmbanking-requests", "banking"),
            new Route("money.firmbanking-results", "money.firmbanking-results", "money"),
            new Route("settlement.firmbanking-results", "settlement.firmbanking-results", "settlement"),
            new Route("money.ledger-entries", "money.ledger-entries", "money"),
            new Route("payment.slips", "settlement.slips", "settlement"));

    private final Reports reports;
    private final List<Finding> findings = new ArrayList<>();

    /** @param address what is sent to; a fan-out has several queues */
    record Route(String address, String queue, String receiver) {}

    private Examination(Reports reports) {
        this.reports = reports;
    }

    /** By invariant, then in the order of checking. */
    static List<Finding> of(Reports reports) {
        Examination examination = new Examination(reports);
        examination.takeOver();
        examination.compareCash();
        examination.compareEffects();
        examination.compareSlips();
        examination.compareMessages();
        examination.requireAll();
        examination.findings.sort(java.util.Comparator.comparingInt(
                finding -> Integer.parseInt(finding.invariant().substring(1))));
        return List.copyOf(examination.findings);
    }

    private void takeOver() {
        reports.services()
                .forEach((service, report) -> report.checks()
                        .forEach(check -> findings.add(new Finding(
                                check.invariant(),
                                service,
                                check.rule(),
                                rows(check.rowsChecked()),
                                check.violation()))));
        reports.banks()
                .rules()
                .forEach((rule, violations) -> findings.add(
                        new Finding("I2", "banks", rule, "", violations == 0 ? null : rows(violations) + " break it")));
    }

    private void compareCash() {
        long in = reports.total("banking", "corporateInWon");
        long out = reports.total("banking", "corporateOutWon");
        long maybeIn = reports.total("banking", "inFlightInWon");
        long maybeOut = reports.total("banking", "inFlightOutWon");
        long bank = reports.banks().corporateMovedWon();
        long journal = in - out;
        add(
                "I2",
                "corporate account at the bank = our firmbanking journal, give or take what is in flight",
                "bank %s, journal %s - %s, in flight +%s -%s"
                        .formatted(won(bank), won(in), won(out), won(maybeIn), won(maybeOut)),
                bank >= journal - maybeOut && bank <= journal + maybeIn
                        ? null
                        : "they differ by " + won(bank - journal));
        long unknown = reports.total("banking", "unknown") + reports.total("banking", "sent");
        long executed = reports.banks().transfersCompleted();
        long completed = reports.total("banking", "completedCalls");
        add(
                "I2",
                "transfers of the banks = completed firmbankings, but for unknown ones",
                "%,d executed, %,d completed, %,d unknown".formatted(executed, completed, unknown),
                executed >= completed && executed <= completed + unknown
                        ? null
                        : "they differ by " + (executed - completed));
        long ledger = reports.total("money", "corporateCashWon");
        add(
                "I2",
                "corporate cash in the ledger = our firmbanking journal",
                "ledger %s, journal %s".formatted(won(ledger), won(journal)),
                equal(ledger, journal));
        long members = reports.total("money", "memberMoneyWon");
        long lying = reports.banks().corporateWon();
        add(
                "I6",
                "all my money <= corporate accounts at the banks",
                "members %s, banks %s".formatted(won(members), won(lying)),
                members <= lying ? null : won(members - lying) + " are not covered");
    }

    private void compareEffects() {
        long paid = reports.total("payment", "paymentSlipsWon");
        long cancelled = reports.total("payment", "cancellationSlipsWon");
        long commission = reports.total("settlement", "commissionWon");
        long rounding = reports.total("settlement", "roundingWon");
        long payouts = reports.total("settlement", "payoutsCompletedWon");
        long clearing = reports.total("money", "paymentClearingWon");
        add(
                "I4",
                "payments - cancellations - commission - payouts = payment clearing: each took its effect once",
                "%s - %s - %s - %s, clearing %s"
                        .formatted(won(paid), won(cancelled), won(commission + rounding), won(payouts), won(clearing)),
                equal(paid - cancelled - commission - rounding - payouts, clearing));
        long income = reports.total("money", "feeIncomeWon");
        add(
                "I4",
                "commission of closed cycles = fee income",
                "settlement %s, money %s".formatted(won(commission), won(income)),
                equal(commission, income));
        add(
                "I9",
                "no request id has two effects: approved payments = payment slips that settlement knows",
                "%,d slips at payment, %,d at settlement"
                        .formatted(
                                reports.total("payment", "paymentSlips"), reports.total("settlement", "paymentSlips")),
                equal(reports.total("payment", "paymentSlips"), reports.total("settlement", "paymentSlips")));
    }

    private void compareSlips() {
        long issued = reports.total("payment", "paymentSlips") + reports.total("payment", "cancellationSlips");
        long known = reports.total("settlement", "slips");
        add(
                "I5",
                "slips of payment = slips of settlement",
                "%,d issued, %,d known".formatted(issued, known),
                equal(issued, known));
        for (String figure : List.of("paymentSlipsWon", "cancellationSlipsWon")) {
            long there = reports.total("payment", figure);
            long here = reports.total("settlement", figure);
            add(
                    "I5",
                    figure + " of payment = that of settlement",
                    "%s, %s".formatted(won(there), won(here)),
                    equal(there, here));
        }
        long lines = reports.total("settlement", "lines");
        long open = reports.total("settlement", "openSlips");
        add(
                "I5",
                "slips = lines of cycles + slips that no cycle has taken yet",
                "%,d = %,d + %,d".formatted(known, lines, open),
                equal(known, lines + open));
    }

    private void compareMessages() {
        for (Route route : ROUTES) {
            long produced = reports.messages(null, "OUT", route.address(), "DONE");
            long consumed = reports.messages(route.receiver(), "IN", route.queue(), "DONE");
            QueueState queue = reports.queues().getOrDefault(route.queue(), new QueueState(0, 0));
            long unsent = reports.messages(null, "OUT", route.address(), "WAITING");
            long missing = produced - consumed - queue.messages() - queue.deadLetters();
            // What was sent but not noted yet, or processed but not acknowledged yet, counts on both sides
            boolean holds = missing == 0 || (reports.inFlight() > 0 && Math.abs(missing) <= reports.inFlight());
            add(
                    "I10",
                    route.queue() + ": produced = consumed + queued + dead-lettered",
                    "%,d = %,d + %,d + %,d, %,d not sent yet"
                            .formatted(produced, consumed, queue.messages(), queue.deadLetters(), unsent),
                    holds ? null : missing + " are missing");
        }
    }

    private void requireAll() {
        for (String invariant : REQUIRED) {
            if (findings.stream().noneMatch(finding -> finding.invariant().equals(invariant))) {
                add(invariant, "somebody checks it", "", "nobody has checked it");
            }
        }
    }

    /** While messages are on their way, sums across services may differ; that is said, and is no violation. */
    private @Nullable String equal(long one, long other) {
        return one == other || reports.inFlight() > 0
                ? null
                : String.format(Locale.ROOT, "they differ by %,d", one - other);
    }

    private void add(String invariant, String rule, String figures, @Nullable String violation) {
        long inFlight = reports.inFlight();
        String all = inFlight == 0 ? figures : figures + "; messages in flight: " + inFlight;
        findings.add(new Finding(invariant, ALL, rule, all, violation));
    }

    private static String rows(long rows) {
        return String.format(Locale.ROOT, "%,d rows", rows);
    }

    private static String won(long won) {
        return String.format(Locale.ROOT, "%,d won", won);
    }
}
