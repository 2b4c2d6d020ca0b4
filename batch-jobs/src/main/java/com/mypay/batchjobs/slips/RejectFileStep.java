package com.mypay.batchjobs.slips;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import com.mypay.framework.log.Log;
import com.mypay.settlement.application.CloseImport;
import com.mypay.settlement.application.FindImports;
import com.mypay.settlement.domain.RejectedLine;
import com.mypay.settlement.domain.SlipImport;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the reject file, {@code line,reason}, if a line was rejected, and closes the import. The file is whole or not
 * there at all: it is written beside its place ({@code .part}), forced to the disk and then moved, and written again by a
 * restart.
 */
@Named
@Dependent
public class RejectFileStep extends AbstractBatchlet {

    static final String COMPLETED = "COMPLETED";
    static final String COMPLETED_WITH_ITEMS = "COMPLETED_WITH_ITEMS";

    private static final Log LOG = Log.of(RejectFileStep.class);
    private static final String STEP = "report";
    private static final int PAGE = 1_000;

    private final ImportJob job;
    private final FindImports findImports;
    private final CloseImport closeImport;
    private final JobContext jobContext;
    private final Path rejects;

    /** @param rejects where the reject file is wanted; {@code null} or empty: beside the file, {@code .rejected.csv} */
    @Inject
    public RejectFileStep(
            ImportJob job,
            FindImports findImports,
            CloseImport closeImport,
            JobContext jobContext,
            @BatchProperty(name = "file") String file,
            @BatchProperty(name = "rejects") @Nullable String rejects) {
        this.job = job;
        this.findImports = findImports;
        this.closeImport = closeImport;
        this.jobContext = jobContext;
        this.rejects = target(file, rejects);
    }

    /** @param rejects {@code null} or empty: beside the file */
    static Path target(String file, @Nullable String rejects) {
        return Path.of(rejects == null || rejects.isEmpty() ? file + ".rejected.csv" : rejects);
    }

    /** Where it is written until it is whole. */
    static Path beside(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    @Override
    public String process() throws IOException {
        SlipImport done = job.call(STEP, job::current);
        if (done.rejected() > 0) {
            write(done, rejects);
        }
        job.call(STEP, () -> {
            closeImport.close(done.id());
            LOG.info(
                    "{0} is imported: {1} slips, {2} known before, {3} lines rejected",
                    done.fileName(), done.imported(), done.known(), done.rejected());
            return done;
        });
        String exitStatus = done.rejected() > 0 ? COMPLETED_WITH_ITEMS : COMPLETED;
        jobContext.setExitStatus(exitStatus);
        return exitStatus;
    }

    private void write(SlipImport done, Path target) throws IOException {
        Path beside = beside(target);
        try (FileChannel channel = FileChannel.open(beside, CREATE, WRITE, TRUNCATE_EXISTING)) {
            BufferedWriter out = new BufferedWriter(Channels.newWriter(channel, UTF_8));
            out.write("line,reason\n");
            List<RejectedLine> page = page(done, 0);
            while (!page.isEmpty()) {
                for (RejectedLine line : page) {
                    out.write(line.number() + ",\"" + line.reason().replace("\"", "\"\"") + "\"\n");
                }
                page = page(done, page.get(page.size() - 1).number());
            }
            out.flush();
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<RejectedLine> page(SlipImport done, long after) {
        return job.call(STEP, () -> findImports.rejected(done.id(), after, PAGE));
    }
}
