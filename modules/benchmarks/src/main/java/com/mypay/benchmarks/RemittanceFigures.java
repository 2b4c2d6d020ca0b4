package com.mypay.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remittances of one number of clients beside bare transactions and bare messages, in turn, round by round. */
final class RemittanceFigures {

    private static final double MEDIAN = 0.5;
    private static final double SLOWEST = 0.99;

    private final int clients;
    private final List<Sample> transactions = new ArrayList<>();
    private final List<Sample> messages = new ArrayList<>();
    private final List<Remitters.Turn> turns = new ArrayList<>();

    RemittanceFigures(int clients) {
        this.clients = clients;
    }

    String round(
            Remitters remitters,
            BareTransactions bareTransactions,
            BareMessages bareMessages,
            Processes processes,
            int each,
            Duration turn) {
        Sample ofTransactions = bareTransactions.run(clients, turn);
        Sample ofMessages = bareMessages.run(clients, turn);
        Remitters.Turn remitted = remitters.turn(clients, each, processes);
        transactions.add(ofTransactions);
        messages.add(ofMessages);
        turns.add(remitted);
        Sample accepted = remitted.round().sample();
        return ("%d clients: %.1f bare transactions/s, %.1f bare messages/s, %.1f remittances accepted/s"
                        + " (p50 %.1f ms, p99 %.1f ms), %.1f ended/s (p50 %.1f ms, p99 %.1f ms)")
                .formatted(
                        clients,
                        ofTransactions.perSecond(),
                        ofMessages.perSecond(),
                        accepted.perSecond(),
                        accepted.millis(MEDIAN),
                        accepted.millis(SLOWEST),
                        remitted.ends().perSecond(),
                        remitted.ends().millis(MEDIAN),
                        remitted.ends().millis(SLOWEST));
    }

    void print(Table table) {
        Sample plain = Sample.together(transactions);
        Sample sent = Sample.together(messages);
        Sample accepted = Sample.together(
                turns.stream().map(turn -> turn.round().sample()).toList());
        Sample ended = Sample.together(turns.stream().map(Remitters.Turn::ends).toList());
        String who = clients == 1 ? "1 client" : clients + " clients";
        rows(table, "remittances accepted/s, " + who, accepted, plain);
        rows(table, "remittances ended/s, " + who, ended, plain);
        rows(table, "  beside bare messages/s", ended, sent);
        table.row(
                "  processor ms each",
                Comparison.processor(turns.stream().map(Remitters.Turn::round).toList()),
                "",
                "");
    }

    private static void rows(Table table, String name, Sample sample, Sample baseline) {
        table.row(
                name,
                "%.1f".formatted(sample.perSecond()),
                "%.1f".formatted(baseline.perSecond()),
                "%.3f".formatted(sample.perSecond() / baseline.perSecond()));
        table.row(
                "  p50, p99 ms",
                "%.1f, %.1f".formatted(sample.millis(MEDIAN), sample.millis(SLOWEST)),
                "%.1f, %.1f".formatted(baseline.millis(MEDIAN), baseline.millis(SLOWEST)),
                "");
    }
}
