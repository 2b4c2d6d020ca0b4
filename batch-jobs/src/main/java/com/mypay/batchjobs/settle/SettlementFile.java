package com.mypay.batchjobs.settle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.Settlement;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A line for each franchise of a settled date, {@code settlement-2011-12-05.csv}. Whole or not there at all: it is
 * written beside its place ({@code .part}), forced to the disk and then moved, and written again by a restart.
 */
final class SettlementFile {

    private static final String HEADER = "franchiseId,paymentSlips,cancellationSlips,grossWon,cancelledWon,"
            + "commissionWon,netWon,carriedInWon,payableWon,outcome,rebateWon,vatWon\n";

    private final Path directory;
    private final LocalDate businessDate;

    SettlementFile(Path directory, LocalDate businessDate) {
        this.directory = directory;
        this.businessDate = businessDate;
    }

    Path write(Function<PageRequest, Page<Settlement>> pages) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve("settlement-" + businessDate + ".csv");
        // One name for each date: what a killed server has left here is overwritten
        Path beside = directory.resolve(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(beside, CREATE, WRITE, TRUNCATE_EXISTING)) {
            BufferedWriter out = new BufferedWriter(Channels.newWriter(channel, UTF_8));
            out.write(HEADER);
            writeAll(pages, out);
            out.flush();
            channel.force(true);
        }
        return Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
                "%d,%d,%d,%d,%d,%d,%d,%d,%d,%s,%d,%d\n",
                settlement.franchiseId().value(),
                totals.paymentSlips(),
                totals.cancellationSlips(),
                totals.gross().value(),
                totals.cancelled().value(),
                totals.commission().value(),
                totals.net().value(),
                settlement.carriedIn().value(),
                settlement.earned().plus(settlement.carriedIn()).value(),
                settlement.outcome(),
                settlement.charges().rebate().value(),
                settlement.charges().vat().value());
    }
}
