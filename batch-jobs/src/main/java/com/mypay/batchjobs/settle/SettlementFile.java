package com.mypay.batchjobs.settle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.Settlement;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A line for each franchise of a settled date, {@code settlement-2011-12-05.csv}. Whole or not there at all: it is
 * written beside its place and then moved, and written again by a restart.
 */
final class SettlementFile {

    private static final String HEADER = "franchiseId,paymentSlips,cancellationSlips,grossWon,cancelledWon,"
            + "commissionWon,netWon,carriedInWon,payableWon,outcome\n";

    private final Path directory;
    private final LocalDate businessDate;

    SettlementFile(Path directory, LocalDate businessDate) {
        this.directory = directory;
        this.businessDate = businessDate;
    }

    Path write(Function<PageRequest, Page<Settlement>> pages) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve("settlement-" + businessDate + ".csv");
        Path beside = Files.createTempFile(directory, "settlement-", ".part");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(beside, UTF_8)) {
                out.write(HEADER);
                writeAll(pages, out);
            }
            return Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void writeAll(Function<PageRequest, Page<Settlement>> pages, BufferedWriter out) throws IOException {
        @Nullable String cursor = null;
        do {
            Page<Settlement> page = pages.apply(PageRequest.of(cursor, PageRequest.MAX_LIMIT));
            for (Settlement settlement : page.items()) {
                out.write(line(settlement));
            }
            cursor = page.nextCursor();
        } while (cursor != null);
    }

    private static String line(Settlement settlement) {
        LineTotals totals = settlement.totals();
        return String.format(
                Locale.ROOT,
                "%d,%d,%d,%d,%d,%d,%d,%d,%d,%s\n",
                settlement.franchiseId().value(),
                totals.paymentSlips(),
                totals.cancellationSlips(),
                totals.gross().value(),
                totals.cancelled().value(),
                totals.commission().value(),
                totals.net().value(),
                settlement.carriedIn().value(),
                totals.net().plus(settlement.carriedIn()).value(),
                settlement.outcome());
    }
}
