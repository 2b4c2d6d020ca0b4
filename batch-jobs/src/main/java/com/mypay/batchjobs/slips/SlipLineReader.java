package com.mypay.batchjobs.slips;

import com.mypay.framework.log.Log;
import com.mypay.settlement.domain.SlipImport;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
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
 * together with the slips and the checkpoint, and they are right also where another job has taken the import over.
 */
@Named
@Dependent
public class SlipLineReader extends AbstractItemReader {

    private static final Log LOG = Log.of(SlipLineReader.class);
    private static final String STEP = "import";

    private final ImportJob job;
    private final Path path;
    private @Nullable SlipsFile file;

    /** A line of the file as it stands there. */
    record Text(long number, String text) {}

    @Inject
    public SlipLineReader(ImportJob job, @BatchProperty(name = "file") String file) {
        this.job = job;
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
        SlipsFile opened = SlipsFile.open(path);
        file = opened;
        while (opened.lines() < current.lastLine()) {
            if (opened.readLine() == null) {
                throw new IllegalStateException("the file has changed: it has no line " + current.lastLine());
            }
        }
    }

    @Override
    public @Nullable Text readItem() throws IOException {
        SlipsFile open = Objects.requireNonNull(file);
        String text = open.readLine();
        return text == null ? null : new Text(open.lines(), text);
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
