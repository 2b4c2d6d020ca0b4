package com.mypay.batchjobs.settle;

import static com.mypay.settlement.SettlementHouse.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.Settlement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlementFileTest {

    private static final int FRANCHISES = 2 * PageRequest.MAX_LIMIT + 1;

    @TempDir
    private Path directory;

    private static Page<Settlement> page(PageRequest request) {
        long after = request.isFirst() ? 0 : Long.parseLong(request.after());
        List<Settlement> rows = LongStream.rangeClosed(after + 1, FRANCHISES)
                .limit(request.rowsToRead())
                .mapToObj(id -> Settlement.withoutSlips(new CycleId("1"), new MemberId(id)))
                .toList();
        return Page.of(rows, request, row -> row.franchiseId().toString());
    }

    @Test
    void hasEveryFranchiseOfEveryPageOnce() throws IOException {
        Path file = new SettlementFile(directory, MONDAY).write(SettlementFileTest::page);
        assertThat(Files.readAllLines(file))
                .hasSize(1 + FRANCHISES)
                .doesNotHaveDuplicates()
                .endsWith(FRANCHISES + ",0,0,0,0,0,0,0,0,null,0,0");
    }

    @Test
    void aFileThatIsNotFinishedIsNotThere() throws IOException {
        Path file = directory.resolve("settlement-2011-12-05.csv");
        assertThatThrownBy(() -> new SettlementFile(directory, MONDAY).write(request -> {
                    if (request.isFirst()) {
                        return page(request);
                    }
                    throw new IllegalStateException("the database went away");
                }))
                .hasMessage("the database went away");
        assertThat(file).doesNotExist();
        new SettlementFile(directory, MONDAY).write(SettlementFileTest::page);
        assertThat(Files.readAllLines(file)).hasSize(1 + FRANCHISES);
    }

    @Test
    void theOldFileStaysUntilTheNewOneIsFinished() throws IOException {
        Path file = Files.writeString(directory.resolve("settlement-2011-12-05.csv"), "of the first run\n");
        assertThatThrownBy(() -> new SettlementFile(directory, MONDAY).write(request -> {
                    assertThat(file).hasContent("of the first run");
                    throw new IllegalStateException("again");
                }))
                .hasMessage("again");
        assertThat(file).hasContent("of the first run");
    }

    @Test
    void eachDateHasItsOwn() throws IOException {
        new SettlementFile(directory, MONDAY).write(SettlementFileTest::page);
        new SettlementFile(directory, MONDAY.plusDays(1)).write(SettlementFileTest::page);
        assertThat(directory).isDirectoryContaining("glob:**-12-05.csv").isDirectoryContaining("glob:**-12-06.csv");
    }
}
