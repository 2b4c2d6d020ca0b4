package com.mypay.cli.slips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The reading of the file, held against the figures that its own README derives. Skipped where the file is absent. */
class RealDayTest {

    private static final Path FILE = Path.of("..", "..", "..", "shared", "data", "online-retail.csv.gz");
    private static final LocalDate DAY = LocalDate.of(2011, 12, 5);

    @Test
    void theFileReadsAsItsReadmeSays() {
        assumeTrue(Files.exists(FILE), "the real file is not here");

        SlipBook book = SlipsFile.read(FILE);

        assertThat(book.malformed()).isEmpty();
        assertThat(book.unmatched()).isEqualTo(1_477);
        assertThat(book.skipped()).isEqualTo(135_120);
        assertThat(book.firstDay()).isEqualTo("2010-12-01");
        assertThat(book.lastDay()).isEqualTo("2011-12-09");
        Totals day = new Totals(book);
        assertThat(day.paymentSlips).isEqualTo(3_374);
        assertThat(day.cancellationSlips).isEqualTo(20);
        assertThat(day.grossWon).isEqualTo(101_854_367);
        assertThat(day.cancelledWon).isEqualTo(779_700);
        assertThat(day.commissionWon).isEqualTo(2_096_652);
        assertThat(day.netWon()).isEqualTo(98_978_015);
        assertThat(day.netOf).hasSize(1_413);
        assertThat(day.negative()).hasSize(6);
        assertThat(day.negative().stream().mapToLong(Long::longValue).sum()).isEqualTo(-81_519);
        assertThat(day.members).hasSize(105);
    }

    /** One day's figures, straight from the slips. */
    private static final class Totals {

        private final Map<SlipLine, Long> remaining = new HashMap<>();
        private final Map<String, Long> netOf = new HashMap<>();
        private final Set<String> members = new HashSet<>();
        private int paymentSlips;
        private int cancellationSlips;
        private long grossWon;
        private long cancelledWon;
        private long commissionWon;

        Totals(SlipBook book) {
            for (SlipLine payment : book.payments()) {
                remaining.put(payment, payment.amountWon());
                if (payment.day().equals(DAY)) {
                    add(payment);
                }
            }
            book.cancellations().forEach(this::cancel);
        }

        private void add(SlipLine payment) {
            long commission = commission(payment, payment.amountWon());
            paymentSlips++;
            grossWon += payment.amountWon();
            commissionWon += commission;
            members.add(payment.member());
            netOf.merge(payment.franchise(), payment.amountWon() - commission, Long::sum);
        }

        private void cancel(SlipBook.Cancellation cancellation) {
            SlipLine payment = cancellation.payment();
            long before = Objects.requireNonNull(remaining.get(payment));
            long after = before - cancellation.slip().amountWon();
            assertThat(after).isNotNegative();
            remaining.put(payment, after);
            if (cancellation.slip().day().equals(DAY)) {
                long commission = commission(payment, after) - commission(payment, before);
                cancellationSlips++;
                cancelledWon += cancellation.slip().amountWon();
                commissionWon += commission;
                netOf.merge(payment.franchise(), -cancellation.slip().amountWon() - commission, Long::sum);
            }
        }

        private long netWon() {
            return grossWon - cancelledWon - commissionWon;
        }

        private List<Long> negative() {
            return netOf.values().stream().filter(net -> net < 0).toList();
        }

        private static long commission(SlipLine payment, long remainingWon) {
            return remainingWon * SlipBook.commissionBasisPoints(payment.franchise()) / 10_000;
        }
    }
}
