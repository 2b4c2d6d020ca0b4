package com.mypay.batchjobs.settlefranchises;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.framework.log.Log;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.settlement.application.FindCycles;
import com.mypay.settlement.application.FindCycles.CycleNow;
import com.mypay.settlement.application.FindSettlements;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.Settlement;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the operator how it went: the job's exit status ({@code COMPLETED}, or {@code COMPLETED_WITH_ITEMS} when a payout
 * was refused or has no answer), a line in the log, and a CSV of the franchises where a directory is configured.
 */
@Named
@Dependent
public class Report extends AbstractBatchlet {

    private static final Log LOG = Log.of(Report.class);
    private static final String HEADER =
            "franchiseId,paymentSlips,cancellationSlips,grossWon,cancelledWon,commissionWon,netWon,carriedInWon,outcome";

    @Inject
    @BatchProperty
    private String businessDate;

    @Inject
    @ConfigProperty(name = "mypay.batch.report.dir")
    private Optional<String> directory;

    @Inject
    private JobContext jobContext;

    @Inject
    private CycleCalls calls;

    @Inject
    private FindCycles findCycles;

    @Inject
    private FindSettlements findSettlements;

    @Override
    public String process() {
        return calls.call(businessDate, this::report);
    }

    private String report(Cycle cycle) {
        directory.ifPresent(path -> writeCsv(cycle, Path.of(path)));
        CycleNow now = findCycles.ofDate(cycle.businessDate());
        String outcome = now.needsALook() ? "COMPLETED_WITH_ITEMS" : "COMPLETED";
        LOG.info("settlement of {0}: {1}, {2}", businessDate, outcome, now.figures());
        jobContext.setExitStatus(outcome);
        return outcome;
    }

    /** A file of this name from an earlier try is replaced as a whole. */
    private void writeCsv(Cycle cycle, Path into) {
        Path file = into.resolve("settlement-" + businessDate + ".csv");
        Path temporary = into.resolve("settlement-" + businessDate + ".csv.part");
        try {
            Files.createDirectories(into);
            try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(temporary, UTF_8))) {
                csv.println(HEADER);
                PageRequest request = PageRequest.of(null, PageRequest.MAX_LIMIT);
                Page<Settlement> page = findSettlements.page(cycle.id(), request);
                page.items().forEach(settlement -> csv.println(line(settlement)));
                while (page.nextCursor() != null) {
                    page = findSettlements.page(cycle.id(), PageRequest.of(page.nextCursor(), PageRequest.MAX_LIMIT));
                    page.items().forEach(settlement -> csv.println(line(settlement)));
                }
                if (csv.checkError()) {
                    throw new IOException("the report could not be written to " + temporary);
                }
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Settlement settlement) {
        LineTotals totals = settlement.totals();
        return settlement.franchiseId() + "," + totals.paymentSlips() + "," + totals.cancellationSlips() + ","
                + totals.gross().value() + "," + totals.cancelled().value() + ","
                + totals.commission().value() + "," + totals.net().value() + ","
                + settlement.carriedIn().value() + "," + settlement.outcome();
    }
}
