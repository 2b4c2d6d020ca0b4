package com.mypay.framework.log.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.log.LogKind;
import com.mypay.framework.log.LogSink.Completion;
import com.mypay.framework.log.spool.SpoolReader.Line;
import com.mypay.framework.value.TransactionEnd;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final long MIB = 1 << 20;
    private static final int EVERYTHING = Integer.MAX_VALUE;
    private static final String SOURCE = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path directory;

    private Spool open() throws IOException {
        return Spool.open(directory, 16 * MIB, () -> SOURCE);
    }

    @Test
    void linesComeInTheOrderOfTheirNumbersByKind() throws IOException {
        try (Spool spool = open();
                SpoolReader reader = new SpoolReader(spool)) {
            spool.append(LogKind.IMAGE, line("a"));
            spool.append(LogKind.ERROR, line("b"));
            spool.append(LogKind.IMAGE, line("c"));
            assertThat(texts(reader)).containsExactly("IMAGE 1 a", "ERROR 1 b", "IMAGE 2 c");
            assertThat(texts(reader)).isEmpty();
        }
    }

    @Test
    void aLineOfATransactionComesOnceItHasCommittedAndUsesNoNumberIfItRollsBack() throws IOException {
        try (Spool spool = open();
                SpoolReader reader = new SpoolReader(spool)) {
            Completion first = spool.await(LogKind.BUSINESS, line("first"));
            Completion second = spool.await(LogKind.BUSINESS, line("second"));
            Completion third = spool.await(LogKind.BUSINESS, line("third"));
            assertThat(texts(reader)).isEmpty();

            third.completed(TransactionEnd.COMMITTED);
            second.completed(TransactionEnd.ROLLED_BACK);
            assertThat(texts(reader)).containsExactly("BUSINESS 1 third");
            first.completed(TransactionEnd.COMMITTED);
            assertThat(texts(reader)).containsExactly("BUSINESS 2 first");
        }
    }

    @Test
    void whatWasShippedDoesNotComeAgainAndNumbersGoOn() throws IOException {
        try (Spool spool = open();
                SpoolReader reader = new SpoolReader(spool)) {
            spool.append(LogKind.IMAGE, line("a"));
            reader.read(EVERYTHING);
            reader.shipped();
            spool.append(LogKind.IMAGE, line("b"));
            reader.read(EVERYTHING);
        }
        try (Spool spool = open();
                SpoolReader reader = new SpoolReader(spool)) {
            assertThat(spool.source()).isEqualTo(SOURCE);
            spool.append(LogKind.IMAGE, line("c"));
            assertThat(texts(reader)).containsExactly("IMAGE 2 b", "IMAGE 3 c");
        }
    }

    /** Whoever receives them knows a line by its number: one that comes again is taken for the same line. */
    @Test
    void noNumberIsGivenTwiceThoughAProcessIsKilledWhenAllIsShipped(@TempDir Path left) throws IOException {
        try (Spool spool = open();
                SpoolReader reader = new SpoolReader(spool)) {
            spool.append(LogKind.ERROR, line("a"));
            spool.await(LogKind.BUSINESS, line("b")).completed(TransactionEnd.COMMITTED);
            reader.read(EVERYTHING);
            reader.shipped();
            spool.await(LogKind.BUSINESS, line("open"));
            copyFiles(directory, left);
        }
        try (Spool spool = Spool.open(left, 16 * MIB, () -> SOURCE);
                SpoolReader reader = new SpoolReader(spool)) {
            spool.append(LogKind.ERROR, line("c"));
            assertThat(texts(reader)).containsExactly("BUSINESS 2 open", "ERROR 2 c");
        }
    }

    @Test
    void aLineWhoseTransactionNobodyKnowsTheEndOfIsShippedUnconfirmedEverAfter() throws IOException {
        try (Spool spool = open();
                SpoolReader reader = new SpoolReader(spool)) {
            spool.await(LogKind.BUSINESS, line("open"));
            spool.append(LogKind.IMAGE, line("a"));
            reader.read(EVERYTHING);
            reader.shipped();
        }
        for (int start = 0; start < 2; start++) {
            try (Spool spool = open();
                    SpoolReader reader = new SpoolReader(spool)) {
                assertThat(reader.read(EVERYTHING))
                        .filteredOn(line -> line.kind() == LogKind.BUSINESS)
                        .singleElement()
                        .satisfies(line -> {
                            assertThat(line.confirmed()).isFalse();
                            assertThat(line.sequence()).isEqualTo(1);
                        });
            }
        }
    }

    @Test
    void aLineWhoseCommitTheDatabaseDidNotConfirmIsShippedUnconfirmed() throws IOException {
        try (Spool spool = open();
                SpoolReader reader = new SpoolReader(spool)) {
            spool.await(LogKind.BUSINESS, line("open")).completed(TransactionEnd.UNKNOWN);
            assertThat(reader.read(EVERYTHING)).singleElement().satisfies(line -> {
                assertThat(line.confirmed()).isFalse();
                assertThat(line.sequence()).isEqualTo(1);
            });
        }
    }

    @Test
    void segmentsThatAreShippedAreDeletedButNotFromAnOpenTransactionOn() throws IOException {
        byte[] large = line("x".repeat(100_000));
        try (Spool spool = open();
                SpoolReader reader = new SpoolReader(spool)) {
            Completion open = spool.await(LogKind.BUSINESS, line("open"));
            for (int i = 0; i < 100; i++) {
                spool.append(LogKind.IMAGE, large);
            }
            assertThat(reader.read(EVERYTHING)).hasSize(100);
            reader.shipped();
            assertThat(spool.bytes()).isGreaterThan(9 * MIB);
            open.completed(TransactionEnd.COMMITTED);
            assertThat(reader.read(EVERYTHING)).hasSize(1);
            reader.shipped();
            assertThat(spool.bytes()).isLessThan(5 * MIB).isEqualTo(bytesOfSegments());
        }
    }

    @Test
    void atTheLimitLinesAreDroppedAndTheirNumbersAreMissingAlsoAfterARestart() throws IOException {
        byte[] large = line("x".repeat(100_000));
        int written = 200;
        try (Spool spool = open()) {
            for (int i = 0; i < written; i++) {
                spool.append(LogKind.IMAGE, large);
            }
            Completion dropped = spool.await(LogKind.BUSINESS, large);
            dropped.completed(TransactionEnd.COMMITTED);
            spool.await(LogKind.BUSINESS, large).completed(TransactionEnd.ROLLED_BACK);
            assertThat(spool.bytes()).isLessThanOrEqualTo(16 * MIB);
            assertThat(spool.dropped(LogKind.IMAGE)).isBetween(20L, 60L);
            assertThat(spool.dropped(LogKind.BUSINESS)).isEqualTo(1);
        }
        try (Spool spool = open();
                SpoolReader reader = new SpoolReader(spool)) {
            int kept = reader.read(EVERYTHING).size();
            assertThat(kept).isLessThan(written);
            reader.shipped();
            spool.append(LogKind.IMAGE, line("after"));
            spool.append(LogKind.BUSINESS, line("after"));
            assertThat(texts(reader)).containsExactly("IMAGE " + (written + 1) + " after", "BUSINESS 2 after");
        }
    }

    @Test
    void aLineThatIsTooLongIsDropped() throws IOException {
        try (Spool spool = open()) {
            spool.append(LogKind.IMAGE, new byte[1 << 20]);
            assertThat(spool.dropped()).isEqualTo(1);
        }
    }

    @Test
    void aTornLastRecordIsCutOff() throws IOException {
        try (Spool spool = open()) {
            spool.append(LogKind.IMAGE, line("a"));
            spool.append(LogKind.IMAGE, line("torn"));
        }
        Path segment = directory.resolve("0000000001.spool");
        byte[] whole = Files.readAllBytes(segment);
        for (int torn = 1; torn < Entry.HEAD_BYTES + "torn".length(); torn++) {
            Files.write(segment, java.util.Arrays.copyOf(whole, whole.length - torn));
            try (Spool spool = open();
                    SpoolReader reader = new SpoolReader(spool)) {
                assertThat(texts(reader)).containsExactly("IMAGE 1 a");
                spool.append(LogKind.ERROR, line("goes on"));
                assertThat(texts(reader)).hasSize(1);
            }
        }
    }

    @Test
    void aBrokenRecordInTheMiddleCostsTheRestOfItsSegmentOnly() throws IOException {
        byte[] large = line("x".repeat(100_000));
        try (Spool spool = open()) {
            for (int i = 0; i < 60; i++) {
                spool.append(LogKind.IMAGE, large);
            }
        }
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("0000000001.spool").toFile(), "rw")) {
            file.seek(1_000_000);
            file.write(new byte[100]);
        }
        try (Spool spool = open();
                SpoolReader reader = new SpoolReader(spool)) {
            List<Long> numbers =
                    reader.read(EVERYTHING).stream().map(Line::sequence).toList();
            assertThat(numbers).startsWith(1L, 2L).endsWith(59L, 60L).doesNotContain(12L);
        }
    }

    @Test
    void oneSpoolIsOpenedOnce() throws IOException {
        try (Spool spool = open()) {
            assertThat(spool.bytes()).isZero();
            assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("open");
        }
    }

    @Test
    void aDiskThatFailsCostsLinesAndNothingElse() throws IOException {
        try (Spool spool = open();
                SpoolReader reader = new SpoolReader(spool)) {
            Completion open = spool.await(LogKind.BUSINESS, line("open"));
            long lines = 0;
            for (; spool.bytes() < Spool.SEGMENT_BYTES; lines++) {
                spool.append(LogKind.IMAGE, line("x".repeat(100_000)));
            }
            // No file can be made where a directory is
            Path next = Files.createDirectory(directory.resolve("0000000002.spool"));
            open.completed(TransactionEnd.COMMITTED);
            spool.append(LogKind.IMAGE, line("lost"));
            assertThat(spool.dropped()).isEqualTo(1);
            assertThat(reader.read(EVERYTHING)).hasSize((int) lines);

            Files.delete(next);
            spool.append(LogKind.IMAGE, line("kept"));
            assertThat(texts(reader)).containsExactly("BUSINESS 1 open", "IMAGE " + (lines + 2) + " kept");
        }
    }

    @Test
    void manyThreadsWriteWhileOneReadsAndDeletes() throws Exception {
        int threads = 8;
        int each = 5_000;
        ExecutorService writers = Executors.newFixedThreadPool(threads);
        List<Long> numbers = new ArrayList<>();
        try (Spool spool = open();
                SpoolReader reader = new SpoolReader(spool)) {
            for (int i = 0; i < threads; i++) {
                writers.execute(() -> {
                    for (int n = 0; n < each; n++) {
                        spool.append(LogKind.IMAGE, line("x".repeat(100)));
                    }
                });
            }
            writers.shutdown();
            while (numbers.size() < threads * each) {
                boolean ended = writers.isTerminated();
                List<Line> lines = reader.read(100_000);
                lines.forEach(line -> numbers.add(line.sequence()));
                reader.shipped();
                assertThat(lines.isEmpty() && ended).as("all read").isFalse();
            }
            assertThat(writers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(numbers)
                .isEqualTo(
                        LongStream.rangeClosed(1, (long) threads * each).boxed().toList());
    }

    /** Each time another process is killed while it writes, and the next one goes on in the same spool. */
    @Test
    void aProcessThatIsKilledLosesNothingThatItHasWritten() throws Exception {
        List<Line> all = new ArrayList<>();
        long acknowledged = 0;
        for (int kill = 0; kill < 3; kill++) {
            Process writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            SpoolWriterMain.class.getName(),
                            directory.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var told = writer.inputReader()) {
                long last = 0;
                for (int i = 0; i < 200 * (kill + 1); i++) {
                    last = Long.parseLong(Objects.requireNonNull(told.readLine(), "the writer has ended"));
                }
                acknowledged += last;
            } finally {
                writer.destroyForcibly().waitFor();
            }
            try (Spool spool = open();
                    SpoolReader reader = new SpoolReader(spool)) {
                all.addAll(reader.read(EVERYTHING));
                reader.shipped();
            }
        }
        for (LogKind kind : List.of(LogKind.IMAGE, LogKind.BUSINESS)) {
            List<Long> numbers = all.stream()
                    .filter(line -> line.kind() == kind)
                    .map(Line::sequence)
                    .toList();
            assertThat(numbers)
                    .as("%s: none lost, none twice", kind)
                    .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
            assertThat((long) numbers.size()).isGreaterThanOrEqualTo(acknowledged);
        }
        assertThat(all).filteredOn(line -> !line.confirmed()).hasSizeLessThanOrEqualTo(3);
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static byte[] line(String text) {
        return text.getBytes(UTF_8);
    }

    private static List<String> texts(SpoolReader reader) throws IOException {
        return reader.read(EVERYTHING).stream()
                .map(line -> line.kind() + " " + line.sequence() + " " + new String(line.body(), UTF_8))
                .toList();
    }

    private long bytesOfSegments() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".spool"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
