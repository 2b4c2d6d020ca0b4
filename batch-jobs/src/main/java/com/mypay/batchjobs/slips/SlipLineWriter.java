package com.mypay.batchjobs.slips;

import com.mypay.settlement.application.ImportSlips;
import com.mypay.settlement.domain.ImportId;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a chunk of lines, in the chunk's transaction. */
@Named
@Dependent
public class SlipLineWriter extends AbstractItemWriter {

    private static final String STEP = "import";

    private final ImportJob job;
    private final ImportSlips importSlips;
    private final JobContext jobContext;
    private final RejectLimit limit;
    private @Nullable ImportId importId;

    @Inject
    public SlipLineWriter(
            ImportJob job,
            ImportSlips importSlips,
            JobContext jobContext,
            @BatchProperty(name = "rejectLimit") @Nullable String rejectLimit) {
        this.job = job;
        this.importSlips = importSlips;
        this.jobContext = jobContext;
        this.limit = RejectLimit.parse(rejectLimit);
    }

    @Override
    public void writeItems(List<Object> items) {
        List<ImportSlips.Line> lines =
                items.stream().map(ImportSlips.Line.class::cast).toList();
        if (lines.isEmpty()) {
            return;
        }
        long rejected = job.call(STEP, () -> importSlips.importLines(new ImportSlips.Command(importId(), lines)));
        if (rejected > limit.lines()) {
            jobContext.setExitStatus(FileRefusal.TOO_MANY_REJECTED.name());
            throw limit.exceeded(lines.get(lines.size() - 1).number());
        }
    }

    private ImportId importId() {
        ImportId known = importId;
        if (known == null) {
            known = job.current().id();
            importId = known;
        }
        return known;
    }
}
