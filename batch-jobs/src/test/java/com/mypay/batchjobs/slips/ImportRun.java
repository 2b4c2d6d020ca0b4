package com.mypay.batchjobs.slips;

import com.mypay.batchjobs.fake.FakeJobContext;
import com.mypay.framework.value.Ids;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.settlement.SettlementHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Runs the artifacts of {@code import-slips} as the batch runtime does: each chunk in one transaction. */
final class ImportRun {

    /** So few that some lines make several chunks. */
    static final int CHUNK = 3;

    static final int ALL = Integer.MAX_VALUE;

    private static final AtomicLong GUIDS = new AtomicLong(80_000);

    final FakeJobContext context;
    private final SettlementHouse house;
    private final Path file;
    private final String rejectLimit;
    private Path rejects;
    private final Ids guids = () -> CountingIds.id(GUIDS.incrementAndGet());

    ImportRun(SettlementHouse house, long instanceId, Path file, String rejectLimit) {
        this.context = new FakeJobContext(instanceId);
        this.house = house;
        this.file = file;
        this.rejectLimit = rejectLimit;
        this.rejects = file.resolveSibling("rejects.csv");
    }

    /** The whole job, by the transitions of its XML. */
    String run() {
        String checked = check();
        if (!checked.equals(CheckFileStep.CHECKED)) {
            return checked;
        }
        importChunks(ALL);
        return report();
    }

    String check() {
        return unchecked(() -> checkStep().process());
    }

    CheckFileStep checkStep() {
        return new CheckFileStep(
                job(), house.openImport, house.runningJobs::contains, file.toString(), rejects.toString(), rejectLimit);
    }

    ImportRun rejecting(Path into) {
        rejects = into;
        return this;
    }

    void importChunks(int chunks) {
        unchecked(() -> {
            SlipLineReader reader = new SlipLineReader(job(), context, file.toString());
            reader.open(null);
            SlipLineWriter writer = new SlipLineWriter(job(), house.importSlips, context, rejectLimit);
            boolean more = true;
            for (int chunk = 0; chunk < chunks && more; chunk++) {
                more = house.transactions.inTransaction(() -> unchecked(() -> chunk(reader, writer)));
            }
            reader.close();
            return more;
        });
    }

    /** The server ends after the chunk is written and before it is committed. */
    void importAndDie() {
        unchecked(() -> {
            SlipLineReader reader = new SlipLineReader(job(), context, file.toString());
            reader.open(null);
            SlipLineWriter writer = new SlipLineWriter(job(), house.importSlips, context, rejectLimit);
            house.transactions.inTransaction(() -> {
                unchecked(() -> chunk(reader, writer));
                throw new IllegalStateException("killed");
            });
            return "";
        });
    }

    private static boolean chunk(SlipLineReader reader, SlipLineWriter writer) throws IOException {
        List<Object> lines = new ArrayList<>();
        int read = 0;
        SlipLineReader.@Nullable Text text = reader.readItem();
        while (text != null) {
            read++;
            Object line = new SlipLineProcessor().processItem(text);
            if (line != null) {
                lines.add(line);
            }
            text = read == CHUNK ? null : reader.readItem();
        }
        writer.writeItems(lines);
        return read == CHUNK;
    }

    String report() {
        return unchecked(() -> new RejectFileStep(
                        job(), house.findImports, house.closeImport, context, file.toString(), rejects.toString())
                .process());
    }

    Path rejects() {
        return rejects;
    }

    private ImportJob job() {
        return new ImportJob(house.findImports, context, guids);
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    private static <T> T unchecked(Step<T> step) {
        try {
            return step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
