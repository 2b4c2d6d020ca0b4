package com.mypay.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Payments and bare transactions of the same number of clients, in turn, round by round. */
final class Comparison {

    private final int clients;
    private final List<Round> bare = new ArrayList<>();
    private final List<Round> payments = new ArrayList<>();
    private final List<Double> secondsUntilSettlement = new ArrayList<>();

    Comparison(int clients) {
        this.clients = clients;
    }

    /** @param untilArrived how long it took after the round until settlement had the last slip */
    void add(Round bareRound, Round paymentRound, Duration untilArrived) {
        bare.add(bareRound);
        payments.add(paymentRound);
        secondsUntilSettlement.add(untilArrived.toNanos() / 1e9);
    }

    void print(Table table) {
        Sample paid = Sample.together(payments.stream().map(Round::sample).toList());
        Sample plain = Sample.together(bare.stream().map(Round::sample).toList());
        String who = clients == 1 ? "1 client" : clients + " clients";
        table.row(
                "payments/s, " + who, "%.1f".formatted(paid.perSecond()), "%.1f".formatted(plain.perSecond()), ratio());
        table.row("  p50 ms", millis(paid, 0.5), millis(plain, 0.5), "");
        table.row("  p99 ms", millis(paid, 0.99), millis(plain, 0.99), "");
        double lag = secondsUntilSettlement.stream().mapToDouble(each -> each).sum();
        table.row(
                "  payments/s until settlement had the last slip",
                "%.1f".formatted(paid.count() / (paid.seconds() + lag)),
                "",
                "");
        table.row(
                "  commits written each",
                perEach(payments, round -> round.commitsWritten(), "%.2f"),
                perEach(bare, round -> round.commitsWritten(), "%.2f"),
                "");
        table.row(
                "  kilobytes written each",
                perEach(payments, round -> round.bytesWritten() / 1024.0, "%.1f"),
                perEach(bare, round -> round.bytesWritten() / 1024.0, "%.1f"),
                "");
        table.row("  processor ms each", processor(payments), processor(bare), "");
    }

    /** The median of the rounds' ratios, and the smallest and the largest. */
    private String ratio() {
        double[] ratios = new double[bare.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] =
                    payments.get(i).sample().perSecond() / bare.get(i).sample().perSecond();
        }
        Arrays.sort(ratios);
        return "%.3f (%.3f to %.3f)".formatted(ratios[ratios.length / 2], ratios[0], ratios[ratios.length - 1]);
    }

    private static String millis(Sample sample, double share) {
        return "%.2f".formatted(sample.millis(share));
    }

    private static String perEach(
            List<Round> rounds, java.util.function.ToDoubleFunction<Round> figure, String format) {
        return format.formatted(rounds.stream().mapToDouble(figure).sum() / count(rounds));
    }

    /** What each process used for one piece of work. */
    static String processor(List<Round> rounds) {
        Map<String, Double> millis = new LinkedHashMap<>();
        for (Round round : rounds) {
            round.processorTime().forEach((name, time) -> millis.merge(name, time.toNanos() / 1e6, Double::sum));
        }
        List<String> parts = new ArrayList<>();
        millis.forEach((name, sum) -> {
            double each = sum / count(rounds);
            if (each >= 0.005) {
                parts.add("%s %.2f".formatted(name, each));
            }
        });
        return String.join(", ", parts);
    }

    private static int count(List<Round> rounds) {
        return Math.max(
                1, rounds.stream().mapToInt(round -> round.sample().count()).sum());
    }
}
