package com.mypay.batchjobs.slips;

import com.mypay.framework.log.Log;
import com.mypay.settlement.application.SettlementProblem;
import com.mypay.settlement.domain.ImportId;
import com.mypay.settlement.domain.SlipImport;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the file behind those that are in. Where they end is read from the import itself: its counts commit
 * together with the slips and the checkpoint, and they are right also where another job has taken the import over. At its
 * end the file has to be the one that was checked.
 */
@Named
@Dependent
public class SlipLineReader extends AbstractItemReader {

    private static final Log LOG = Log.of(SlipLineReader.class);
    private static final String STEP = "import";

    private final ImportJob job;
    private final JobContext jobContext;
    private final Path path;
    private @Nullable SlipsFile file;
    private @Nullable ImportId importId;

    /** A line of the file as it stands there. */
    record Text(long number, String text) {}

    @Inject
    public SlipLineReader(ImportJob job, JobContext jobContext, @BatchProperty(name = "file") String file) {
        this.job = job;
        this.jobContext = jobContext;
        this.path = Path.of(file);
    }

    @Override
    public void open(@Nullable Serializable checkpoint) throws IOException {
        SlipImport current = job.call(STEP, () -> {
            SlipImport now = job.current();
            if (now.lastLine() > 0) {
                LOG.info("goes on behind line {0} of {1}", now.lastLine(), now.lines());
            }
            return now;
        });
        importId = current.id();
        SlipsFile opened = SlipsFile.open(path);
        file = opened;
        while (opened.lines() < current.lastLine()) {
            if (opened.readLine() == null) {
                throw changed("it has no line " + current.lastLine());
            }
        }
    }

    @Override
    public @Nullable Text readItem() throws IOException {
        SlipsFile open = Objects.requireNonNull(file);
        String text = open.readLine();
        if (text != null) {
            return new Text(open.lines(), text);
        }
        // It was checked before it was opened here: somebody may have written into it since, or put another in its
        // place
        String read = open.id();
        if (!new ImportId(read).equals(importId)) {
            throw changed("what was read has the id " + read + ", what was checked " + importId);
        }
        return null;
    }

    private IllegalStateException changed(String detail) {
        jobContext.setExitStatus(SettlementProblem.IMPORT_CHANGED.name());
        return new IllegalStateException(path + " was changed while it was imported: " + detail);
    }

    /** For the operator's eye. */
    @Override
    public Serializable checkpointInfo() {
        return Objects.requireNonNull(file).lines();
    }

    @Override
    public void close() throws IOException {
        SlipsFile open = file;
        if (open != null) {
            open.close();
        }
    }
}
