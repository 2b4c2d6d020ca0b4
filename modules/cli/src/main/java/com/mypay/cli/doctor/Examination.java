package com.mypay.cli.doctor;

import com.mypay.cli.Text;
import com.mypay.cli.doctor.Reports.QueueState;
import com.mypay.cli.doctor.Reports.ServiceReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the reports say about each invariant: the services' own findings, and what has to be equal across them. */
final class Examination {

    /** What each service has to have checked over its own rows. */
    static final Map<String, List<String>> OWED = Map.of(
            "membership", List.of("I11"),
            "banking", List.of("I2", "I7", "I8", "I9", "I11"),
            "money", List.of("I1", "I2", "I3", "I4", "I6", "I7", "I9", "I11"),
            "remittance", List.of("I4", "I7", "I9", "I11"),
            "payment", List.of("I4", "I5", "I9", "I11"),
            "settlement", List.of("I5", "I11", "I13"),
            "logs", List.of("I10", "I12"));

    /** Address, queue, receiver: who gets what. */
    static final List<Route> ROUTES = List.of(
            new Route("membership.events", "money.membership-events", "money"),
            new Route("membership.events", "payment.membership-events", "payment"),
            new Route("membership.events", "settlement.membership-events", "settlement"),
            new Route("membership.events", "remittance.membership-events", "remittance"),
            new Route("banking.firmbanking-requests", "banking.firmbanking-requests", "banking"),
            new Route("money.firmbanking-results", "money.firmbanking-results", "money"),
            new Route("settlement.firmbanking-results", "settlement.firmbanking-results", "settlement"),
            new Route("money.remittance-commands", "money.remittance-commands", "money"),
            new Route("remittance.money-replies", "remittance.money-replies", "remittance"),
            new Route("remittance.firmbanking-results", "remittance.firmbanking-results", "remittance"),
            new Route("money.ledger-entries", "money.ledger-entries", "money"),
            new Route("payment.slips", "settlement.slips", "settlement"));

    private static final String ALL = "all";
    private static final String BANKS = "banks";

    private final Reports reports;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> untold = new TreeSet<>();

    /** @param address what is sent to; a fan-out has several queues */
    record Route(String address, String queue, String receiver) {}

    private Examination(Reports reports) {
        this.reports = reports;
    }

    /** By invariant, then in the order of checking. */
    static List<Finding> of(Reports reports) {
        Examination examination = new Examination(reports);
        examination.takeOver();
        examination.requireOwnChecks();
        examination.compareCash();
        examination.compareEffects();
        examination.compareRemittances();
        examination.compareCalls();
        examination.compareSlips();
        examination.compareMessages();
        examination.requireFigures();
        examination.findings.sort(Comparator.comparingInt(
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
                                Text.of("doctor.rows", check.rowsChecked()),
                                check.violation()))));
        reports.banks()
                .rules()
                .forEach((rule, violations) -> findings.add(new Finding(
                        "I2",
                        BANKS,
                        rule,
                        Text.of("doctor.brokenRows", violations),
                        violations == 0 ? null : Text.of("doctor.brokenRows", violations))));
    }

    /** Silence is no health. */
    private void requireOwnChecks() {
        OWED.forEach((service, invariants) -> {
            for (String invariant : invariants) {
                if (findings.stream()
                        .noneMatch(finding -> finding.where().equals(service)
                                && finding.invariant().equals(invariant))) {
                    findings.add(unchecked(invariant, service));
                }
            }
        });
        if (reports.banks().rules().isEmpty()) {
            findings.add(unchecked("I2", BANKS));
        }
    }

    private static Finding unchecked(String invariant, String where) {
        return new Finding(invariant, where, Text.of("rule.checked"), "-", Text.of("doctor.unchecked"));
    }

    private void compareCash() {
        long in = total("banking", "corporateInWon");
        long out = total("banking", "corporateOutWon");
        long maybeIn = total("banking", "inFlightInWon");
        long maybeOut = total("banking", "inFlightOutWon");
        long bank = reports.banks().corporateMovedWon();
        long journal = in - out;
        boolean within = bank >= journal - maybeOut && bank <= journal + maybeIn;
        add("I2", "bankJournal", within ? null : differ(bank, journal), bank, in, out, maybeIn, maybeOut);
        long executed = reports.banks().transfersCompleted();
        long completed = total("banking", "completedCalls");
        long unknown = total("banking", "unknown") + total("banking", "sent");
        boolean accounted = executed >= completed && executed <= completed + unknown;
        add("I2", "transfers", accounted ? null : differ(executed, completed), executed, completed, unknown);
        long ledger = total("money", "corporateCashWon");
        add("I2", "corporateCash", equal(ledger, journal), ledger, journal);
        long members = total("money", "memberMoneyWon");
        long leaving = total("remittance", "leavingWon");
        long lying = reports.banks().corporateWon();
        long owed = members - leaving;
        add("I6", "safeguarded", owed <= lying ? null : differ(owed, lying), members, leaving, lying);
    }

    private void compareEffects() {
        long paid = total("payment", "paymentSlipsWon");
        long cancelled = total("payment", "cancellationSlipsWon");
        long commission = total("settlement", "commissionWon");
        long rounding = total("settlement", "roundingWon");
        long payouts = total("settlement", "payoutsCompletedWon");
        long clearing = total("money", "paymentClearingWon");
        long vat = total("settlement", "vatWon");
        long kept = commission + rounding + vat;
        long left = paid - cancelled - kept - payouts;
        long maybePaid = total("payment", "undecidedPaymentsWon");
        long maybeCancelled = total("payment", "undecidedCancellationsWon");
        @Nullable String wrong = within(left, clearing, maybePaid, maybeCancelled);
        add("I4", "clearing", wrong, paid, cancelled, kept, payouts, clearing, maybePaid, maybeCancelled);
        long income = total("money", "feeIncomeWon");
        long fees = total("money", "remittancesToMembersFeeWon") + total("money", "remittancesToAccountsFeeWon");
        add("I4", "commission", equal(commission + fees, income), commission, fees, income);
        long payable = total("money", "vatPayableWon");
        add("I4", "vat", equal(vat, payable), vat, payable);
        long residue = total("money", "roundingWon");
        add("I15", "rounding", equal(rounding, residue), rounding, residue);
        compareBookings("paymentsOnce", "paymentSlips", "payments", "undecidedPayments");
        compareBookings("cancellationsOnce", "cancellationSlips", "paymentCancellations", "undecidedCancellations");
    }

    /** Money may have moved for what payment doesn't know the end of yet. */
    private void compareBookings(String rule, String slips, String entries, String undecided) {
        long issued = total("payment", slips);
        long booked = total("money", entries);
        long maybe = total("payment", undecided);
        add("I9", rule, within(issued, booked, maybe, 0), issued, booked, maybe);
    }

    /** What ended well has moved money once, and nothing else has; what is set aside is so for one that is open. */
    private void compareRemittances() {
        compareRemittances("toMembers", "memberSucceeded", "remittancesToMembers");
        compareRemittances("toAccounts", "accountSucceeded", "remittancesToAccounts");
        long open = total("remittance", "held");
        long holds = total("money", "openHolds");
        add("I7", "holds", equal(open, holds), open, holds);
        long openWon = total("remittance", "heldWon");
        long heldWon = total("money", "heldWon");
        add("I7", "heldWon", equal(openWon, heldWon), openWon, heldWon);
    }

    private void compareRemittances(String rule, String ours, String booking) {
        long[] ended = figures("remittance", ours);
        long[] booked = figures("money", booking);
        @Nullable String violation = null;
        for (int i = 0; i < ended.length && violation == null; i++) {
            violation = equal(ended[i], booked[i]);
        }
        add("I4", rule, violation, ended[0], ended[1], ended[2], booked[0], booked[1], booked[2]);
    }

    /** How many, their won, their fees. */
    private long[] figures(String service, String name) {
        return new long[] {
            total(service, name), total(service, name + "Won"), total(service, name + "FeeWon"),
        };
    }

    /** The banks bill each call that has reached them. */
    private void compareCalls() {
        long billed = reports.banks().billedCalls();
        long counted = total("banking", "chargeableCalls");
        long unknown = total("banking", "unknown") + total("banking", "sent");
        boolean accounted = Math.abs(billed - counted) <= unknown;
        add("I8", "calls", accounted ? null : differ(billed, counted), billed, counted, unknown);
        long paid = total("remittance", "accountSucceeded") + total("remittance", "capturing");
        long completed = total("banking", "remittancesCompleted");
        add("I8", "paidRemittances", equal(paid, completed), paid, completed);
        long paidWon = total("remittance", "accountSucceededWon") + total("remittance", "capturingWon");
        long completedWon = total("banking", "remittancesCompletedWon");
        add("I8", "paidRemittancesWon", equal(paidWon, completedWon), paidWon, completedWon);
    }

    private void compareSlips() {
        long issued = total("payment", "paymentSlips") + total("payment", "cancellationSlips");
        long known = total("settlement", "slips");
        long own = known - total("settlement", "importedSlips");
        add("I5", "slips", equal(issued, own), issued, own);
        long paid = total("payment", "paymentSlipsWon");
        long paidThere = total("settlement", "paymentSlipsWon");
        add("I5", "paymentSlipsWon", equal(paid, paidThere), paid, paidThere);
        long cancelled = total("payment", "cancellationSlipsWon");
        long cancelledThere = total("settlement", "cancellationSlipsWon");
        add("I5", "cancellationSlipsWon", equal(cancelled, cancelledThere), cancelled, cancelledThere);
        long lines = total("settlement", "lines");
        long open = total("settlement", "openSlips");
        add("I5", "lines", equal(known, lines + open), known, lines, open);
    }

    private void compareMessages() {
        for (Route route : ROUTES) {
            long produced = reports.produced(route.address(), route.queue());
            long consumed = reports.messages(route.receiver(), "IN", route.queue(), "DONE");
            QueueState queue = reports.queues().getOrDefault(route.queue(), new QueueState(0, 0));
            long unsent = reports.messages(null, "OUT", route.address(), "WAITING");
            long missing = produced - consumed - queue.messages() - queue.deadLetters();
            // What was sent but not noted yet, or processed but not acknowledged yet, counts on both sides
            boolean holds = missing == 0 || (reports.inFlight() > 0 && Math.abs(missing) <= reports.inFlight());
            String rule = Text.of("rule.messages", route.queue());
            String figures =
                    Text.of("figures.messages", produced, consumed, queue.messages(), queue.deadLetters(), unsent);
            add("I10", rule, figures, holds ? null : Text.of("doctor.missing", missing));
        }
    }

    /** A figure that nobody tells would be compared as 0. */
    private void requireFigures() {
        for (String figure : untold) {
            String service = figure.substring(0, figure.indexOf('.'));
            findings.add(new Finding("I2", service, Text.of("rule.told"), figure, Text.of("doctor.untold", figure)));
        }
    }

    private long total(String service, String name) {
        ServiceReport report = reports.services().get(service);
        Long total = report == null ? null : report.totals().get(name);
        if (total == null) {
            untold.add(service + "." + name);
            return 0;
        }
        return total;
    }

    /** While messages are on their way, sums across services may differ; that is said, and is no violation. */
    private @Nullable String equal(long one, long other) {
        return one == other || reports.inFlight() > 0 ? null : differ(one, other);
    }

    /** As {@link #equal}; the other one may be larger, or smaller, by what is not decided. */
    private @Nullable String within(long one, long other, long larger, long smaller) {
        return other <= one + larger && other >= one - smaller ? null : equal(one, other);
    }

    private static String differ(long one, long other) {
        return Text.of("doctor.differ", one - other);
    }

    private void add(String invariant, String name, @Nullable String violation, long... figures) {
        Object[] values = Arrays.stream(figures).boxed().toArray();
        add(invariant, Text.of("rule." + name), Text.of("figures." + name, values), violation);
    }

    private void add(String invariant, String rule, String figures, @Nullable String violation) {
        long inFlight = reports.inFlight();
        String all = inFlight == 0 ? figures : figures + Text.of("doctor.inFlight", inFlight);
        findings.add(new Finding(invariant, ALL, rule, all, violation));
    }
}
