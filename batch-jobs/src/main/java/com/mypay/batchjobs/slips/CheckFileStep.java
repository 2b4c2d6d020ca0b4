package com.mypay.batchjobs.slips;

import com.mypay.batchjobs.slips.FileRefusal.RefusedException;
import com.mypay.framework.log.Log;
import com.mypay.framework.problem.RejectedException;
import com.mypay.settlement.application.OpenImport;
import com.mypay.settlement.application.SettlementProblem;
import com.mypay.settlement.application.port.Jobs;
import com.mypay.settlement.domain.ImportId;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole file before anything of it is written, and opens its import. A refusal is the step's exit status, and
 * by the job's XML the job's.
 */
@Named
@Dependent
public class CheckFileStep extends AbstractBatchlet {

    static final String CHECKED = "CHECKED";

    /** What ends the job without anything done, besides what is wrong with the file; each has its transition. */
    static final Set<SettlementProblem> REFUSALS = Set.of(
            SettlementProblem.IMPORT_ALREADY_DONE,
            SettlementProblem.IMPORT_ALREADY_RUNNING,
            SettlementProblem.IMPORT_CHANGED);

    private static final Log LOG = Log.of(CheckFileStep.class);
    private static final String STEP = "check";
    private static final String STOPPED = "STOPPED";

    private final ImportJob job;
    private final OpenImport openImport;
    private final Jobs jobs;
    private final String file;
    private final Path rejects;
    private final RejectLimit limit;
    private volatile boolean stopped;

    /**
     * @param file its path on this server
     * @param rejects where the reject file is wanted; {@code null} or empty: beside the file
     * @param rejectLimit how many lines may be rejected; {@code null} or empty: the usual number
     */
    @Inject
    public CheckFileStep(
            ImportJob job,
            OpenImport openImport,
            Jobs jobs,
            @BatchProperty(name = "file") @Nullable String file,
            @BatchProperty(name = "rejects") @Nullable String rejects,
            @BatchProperty(name = "rejectLimit") @Nullable String rejectLimit) {
        this.job = job;
        this.openImport = openImport;
        this.jobs = jobs;
        this.file = file == null ? "" : file;
        this.rejects = RejectFileStep.target(this.file, rejects);
        this.limit = RejectLimit.parse(rejectLimit);
    }

    @Override
    public String process() throws IOException {
        try {
            refuseToOverwrite(Path.of(file));
            Optional<OpenImport.Command> good = read(Path.of(file));
            return good.isPresent() ? job.call(STEP, () -> open(good.get())) : STOPPED;
        } catch (RefusedException e) {
            LOG.warning("{0}", e.getMessage());
            return e.refusal().name();
        }
    }

    /** Called by another thread. */
    @Override
    public void stop() {
        stopped = true;
    }

    /** Whatever their paths look like. */
    private void refuseToOverwrite(Path path) throws IOException {
        for (Path written : List.of(rejects, RejectFileStep.beside(rejects))) {
            if (Files.exists(path) && Files.exists(written) && Files.isSameFile(path, written)) {
                throw new RefusedException(
                        FileRefusal.REJECTS_IS_FILE, written + " is " + path + ", and would be overwritten");
            }
        }
    }

    /** @return empty if it was stopped before the end */
    private Optional<OpenImport.Command> read(Path path) throws IOException {
        try (SlipsFile lines = SlipsFile.open(path)) {
            long rejected = 0;
            boolean empty = true;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                if (stopped) {
                    return Optional.empty();
                }
                empty = false;
                long bad = SlipLines.read(lines.lines(), text).filter(line -> line.slip() == null).stream()
                        .count();
                rejected += bad;
                if (bad > 0 && rejected > limit.lines()) {
                    throw limit.exceeded(lines.lines());
                }
            }
            if (empty) {
                throw new RefusedException(FileRefusal.FILE_EMPTY, path + " has a header only");
            }
            return Optional.of(new OpenImport.Command(new ImportId(lines.id()), file, lines.lines(), job.instanceId()));
        }
    }

    private String open(OpenImport.Command good) {
        try {
            openImport.open(good, jobs);
            LOG.info("import {0} of {1}, {2} lines, is open", good.id(), good.fileName(), good.lines());
            return CHECKED;
        } catch (RejectedException e) {
            if (!(e.problem() instanceof SettlementProblem problem) || !REFUSALS.contains(problem)) {
                throw e;
            }
            LOG.warning("{0} ({1})", problem.english(), e.getMessage());
            return problem.name();
        }
    }
}
