package com.mypay.batchjobs.settle;

import static com.mypay.settlement.SettlementHouse.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.batchjobs.fake.LogLines;
import com.mypay.framework.context.Caller;
import com.mypay.frameworktest.TestCall;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.application.message.FirmbankingResult.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ReportStepTest {

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("settlement"));

    @TempDir
    private Path home;

    private final SettlementHouse house = SettlementHouse.inMemory();

    private JobRun closed(Optional<String> directory) {
        house.payment(2001, 100_000, MONDAY);
        house.cancellation(2001, 30_000, 100_000, MONDAY);
        house.cancellation(2002, 500, 500, MONDAY);
        JobRun job = new JobRun(house, 1, MONDAY).with(new SettlementSettings(2, 0, directory));
        job.freeze();
        job.settleAll();
        job.payOut(JobRun.ALL);
        house.answerAll(Status.COMPLETED);
        job.verify();
        return job;
    }

    @Test
    void writesALineForEachFranchise() throws IOException {
        Path reports = home.resolve("reports");
        assertThat(closed(Optional.of(reports.toString())).report()).isEqualTo("COMPLETED");
        assertThat(reports.resolve("settlement-2011-12-05.csv")).hasContent("""
                        franchiseId,paymentSlips,cancellationSlips,grossWon,cancelledWon,commissionWon,netWon,carriedInWon,payableWon,outcome,rebateWon,vatWon
                        2001,1,1,100000,30000,1750,68250,0,68250,PAYOUT,0,0
                        2002,0,1,0,500,-12,-488,0,-488,CARRIED,0,0
                        """);
        assertThat(files(reports)).containsExactly("settlement-2011-12-05.csv");
    }

    @Test
    void aRestartWritesTheFileAgain() throws IOException {
        JobRun job = closed(Optional.of(home.toString()));
        job.report();
        Path file = home.resolve("settlement-2011-12-05.csv");
        String written = Files.readString(file);
        Files.writeString(file, "half");
        Files.writeString(home.resolve("settlement-2011-12-05.csv.part"), "of a server that was killed".repeat(100));
        job.report();
        assertThat(file).hasContent(written);
        assertThat(files(home)).containsExactly("settlement-2011-12-05.csv");
    }

    @Test
    void writesNoFileWhereNoneIsWanted() throws IOException {
        assertThat(closed(Optional.empty()).report()).isEqualTo("COMPLETED");
        assertThat(files(home)).isEmpty();
    }

    @Test
    void aFileThatCanNotBeWrittenFailsTheStep() throws IOException {
        Path occupied = Files.writeString(home.resolve("file"), "not a directory");
        JobRun job = closed(Optional.of(occupied.toString()));
        assertThatThrownBy(job::report).isInstanceOf(UncheckedIOException.class);
        assertThat(job.context.getExitStatus()).isNull();
    }

    @Test
    void saysTheFiguresInOneLine() {
        try (LogLines log = new LogLines(ReportStep.class)) {
            closed(Optional.empty()).report();
            assertThat(log.containing("2011-12-05 is settled: 3 slips, 2 franchises, net 67,762 won, carried in 0 won,"
                            + " paid 68,250 won to 1, carried over -488 won of 1, no final answer 0"))
                    .hasSize(1);
        }
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
