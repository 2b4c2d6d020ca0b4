package com.mypay.batchjobs.slips;

import static com.mypay.framework.value.Won.won;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.frameworktest.TestCall;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.application.SettlementProblem;
import com.mypay.settlement.domain.SettlementPeriod;
import com.mypay.settlement.domain.Slip;
import com.mypay.settlement.domain.SlipId;
import com.mypay.settlement.domain.SlipImport;
import com.mypay.settlement.domain.SlipKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole job, artifact by artifact, with everything that can happen between them; in memory and on the database. */
abstract class ImportSlipsTests {

    static final String HEADER = SlipsFile.HEADER + "\n";
    private static final String PAYMENT = "A-1,PAYMENT,A-1,2001,17850,10000,10000,140,2011-12-05 08:26:00\n";
    private static final String LIMIT = "2";

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("settlement"));

    @TempDir
    private Path directory;

    SettlementHouse house = SettlementHouse.inMemory();

    abstract SettlementHouse newHouse();

    @BeforeEach
    void open() {
        house = newHouse();
        house.terms(2001, SettlementPeriod.DAILY, 0, false);
    }

    Path file(String text) {
        return file(text.getBytes(UTF_8));
    }

    private Path file(byte[] bytes) {
        try {
            return Files.write(directory.resolve("slips.csv"), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportRun job(long instanceId, String text) {
        return new ImportRun(house, instanceId, file(text), LIMIT);
    }

    /** Of the file that lies there. */
    ImportRun jobOfFile(long instanceId) {
        return new ImportRun(house, instanceId, directory.resolve("slips.csv"), LIMIT);
    }

    Optional<Slip> slip(String id) {
        return house.transactions.inTransaction(() -> house.slips.find(new SlipId(id)));
    }

    static String payments(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "A-" + i + ",PAYMENT,A-" + i + ",2001,17850,10000,10000,140,2011-12-05 08:26:00\n")
                .collect(Collectors.joining());
    }

    @Test
    void slipsComeInAsTheFileSays() {
        ImportRun job = job(
                1,
                HEADER + PAYMENT + "# a remark\n"
                        + "A-2,CANCELLATION,A-1,2001,17850,4000,10000,140,2011-12-06 00:00:00\r\n");
        assertThat(job.run()).isEqualTo("COMPLETED");
        assertThat(job.context.getExitStatus()).isEqualTo("COMPLETED");
        Slip cancellation = slip("A-2").orElseThrow();
        assertThat(cancellation.kind()).isEqualTo(SlipKind.CANCELLATION);
        assertThat(cancellation.amount()).isEqualTo(won(4_000));
        assertThat(cancellation.remainingBefore()).isEqualTo(won(10_000));
        assertThat(cancellation.businessDate()).isEqualTo(LocalDate.of(2011, 12, 6));
        assertThat(cancellation.approvedAt()).isEqualTo("2011-12-05T15:00:00Z");
        assertThat(slip("A-1").orElseThrow().commission()).isEqualTo(won(140));
        SlipImport done = house.findImports.byJob(1);
        assertThat(done.isDone()).isTrue();
        assertThat(done.lines()).isEqualTo(4);
        assertThat(done.imported()).isEqualTo(2);
        assertThat(job.rejects()).doesNotExist();
    }

    @Test
    void aCompressedFileIsReadAsWell() throws IOException {
        ImportRun job = new ImportRun(house, 1, file(zipped(HEADER + PAYMENT)), LIMIT);
        assertThat(job.run()).isEqualTo("COMPLETED");
        assertThat(slip("A-1")).isPresent();
    }

    @Test
    void whatIsNoSlipIsInTheRejectFileWithLineAndReason() throws IOException {
        ImportRun job = job(
                1,
                HEADER
                        + "A-1,PAYMENT,A-1,2001,17850,10000,10000,140,2011-02-29 08:26:00\n"
                        + PAYMENT
                        + "!Quantity \"x\"\n");
        assertThat(job.run()).isEqualTo("COMPLETED_WITH_ITEMS");
        assertThat(slip("A-1")).isPresent();
        assertThat(Files.readString(job.rejects())).isEqualTo("""
                line,reason
                2,"approvedAt '2011-02-29 08:26:00'"
                4,"Quantity ""x\"""
                """);
        assertThat(house.findImports.byJob(1).rejected()).isEqualTo(2);
    }

    @Test
    void eachColumnIsChecked() throws IOException {
        ImportRun job = new ImportRun(
                house,
                1,
                file(HEADER
                        + "A-1\n"
                        + "A 1,PAYMENT,A-1,2001,17850,10000,10000,140,2011-12-05 08:26:00\n"
                        + "A-1,REFUND,A-1,2001,17850,10000,10000,140,2011-12-05 08:26:00\n"
                        + "A-1,PAYMENT,A-1,0,17850,10000,10000,140,2011-12-05 08:26:00\n"
                        + "A-1,PAYMENT,A-1,2001,x,10000,10000,140,2011-12-05 08:26:00\n"
                        + "A-1,PAYMENT,A-1,2001,17850,0,0,140,2011-12-05 08:26:00\n"
                        + "A-1,PAYMENT,A-1,2001,17850,999999999999999999,999999999999999999,140,2011-12-05 08:26:00\n"
                        + "A-1,PAYMENT,A-1,2001,17850,10000,10001,140,2011-12-05 08:26:00\n"
                        + "A-1,CANCELLATION,A-1,2001,17850,10000,9999,140,2011-12-05 08:26:00\n"
                        + "A-1,PAYMENT,A-1,2001,17850,10000,10000,10001,2011-12-05 08:26:00\n"
                        + "A-1,PAYMENT,A-1,2001,17850,10000,10000,140,2011-12-05\n"
                        + "A-1,PAYMENT,A-1,2002,17850,10000,10000,140,2011-12-05 08:26:00\n"
                        + "A-1,PAYMENT,A-1,2001,17850,10000,10000,140,2099-12-05 08:26:00\n"
                        + "x".repeat(2_000) + "\n"),
                "14");
        assertThat(job.run()).isEqualTo("COMPLETED_WITH_ITEMS");
        assertThat(slip("A-1")).isEmpty();
        assertThat(Files.readAllLines(job.rejects()))
                .hasSize(15)
                .contains("2,\"1 columns instead of 9\"")
                .contains("4,\"kind 'REFUND'\"")
                .contains("13,\"franchise 2002 is unknown\"")
                .contains("14,\"its date has not begun\"");
    }

    @Test
    void theSameFileASecondTimeChangesNothing() {
        assertThat(job(1, HEADER + PAYMENT).run()).isEqualTo("COMPLETED");
        assertThat(job(2, HEADER + PAYMENT).run()).isEqualTo("IMPORT_ALREADY_DONE");
        assertThatThrownBy(() -> house.findImports.byJob(2))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(SettlementProblem.IMPORT_NOT_FOUND));
    }

    @Test
    void aSlipThatIsThereIsLeftAndOneThatSaysSomethingElseRejected() throws IOException {
        assertThat(job(1, HEADER + PAYMENT).run()).isEqualTo("COMPLETED");
        ImportRun again = job(
                2,
                HEADER + PAYMENT + PAYMENT.replace("10000", "20000")
                        + payments(3).lines().skip(2).collect(Collectors.joining()) + "\n");
        assertThat(again.run()).isEqualTo("COMPLETED_WITH_ITEMS");
        SlipImport done = house.findImports.byJob(2);
        assertThat(done.known()).isOne();
        assertThat(done.imported()).isOne();
        assertThat(Files.readString(again.rejects())).contains("3,\"slip A-1 is known, and differs\"");
        assertThat(slip("A-1").orElseThrow().amount()).isEqualTo(won(10_000));
    }

    @Test
    void theSameSlipTwiceInAFileComesInOnce() {
        ImportRun job = job(1, HEADER + PAYMENT + PAYMENT);
        assertThat(job.run()).isEqualTo("COMPLETED");
        assertThat(house.findImports.byJob(1).imported()).isOne();
        assertThat(house.findImports.byJob(1).known()).isOne();
    }

    @Test
    void aNewJobTakesOverFromOneThatHasEndedAndRunsBesideNone() {
        ImportRun first = job(1, HEADER + payments(10));
        first.check();
        first.importChunks(2);
        house.runningJobs.add(1L);
        assertThat(job(2, HEADER + payments(10)).run()).isEqualTo("IMPORT_ALREADY_RUNNING");
        house.runningJobs.clear();
        assertThat(job(2, HEADER + payments(10)).run()).isEqualTo("COMPLETED");
        assertThat(house.findImports.byJob(2).imported()).isEqualTo(10);
    }

    @Test
    void aRestartWithAnotherFileIsRefused() {
        ImportRun job = job(1, HEADER + payments(10));
        job.check();
        job.importChunks(1);
        assertThat(job(1, HEADER + payments(9)).run()).isEqualTo("IMPORT_CHANGED");
    }

    @Test
    void aFileThatWasChangedWhileItWasReadEndsTheJobAndSaysSo() {
        ImportRun job = job(1, HEADER + payments(4));
        assertThat(job.check()).isEqualTo(CheckFileStep.CHECKED);
        file(HEADER + payments(4).replace("A-4,2001", "A-5,2001"));

        assertThatThrownBy(() -> job.importChunks(ImportRun.ALL))
                .hasMessageContaining("was changed while it was imported");

        assertThat(job.context.getExitStatus()).isEqualTo("IMPORT_CHANGED");
        assertThat(slip("A-4")).isEmpty();
        assertThat(house.findImports.byJob(1).isDone()).isFalse();
        assertThat(job(1, HEADER + payments(4)).run()).as("put back").isEqualTo("COMPLETED");
        assertThat(house.findImports.byJob(1).imported()).isEqualTo(4);
    }

    @Test
    void aFileThatGotShorterEndsTheRestartAndSaysSo() {
        ImportRun job = job(1, HEADER + payments(10));
        job.check();
        job.importChunks(2);
        file(HEADER + payments(2));

        assertThatThrownBy(() -> job.importChunks(ImportRun.ALL)).hasMessageContaining("it has no line 7");
        assertThat(job.context.getExitStatus()).isEqualTo("IMPORT_CHANGED");
    }

    @Test
    void theRejectFileDoesNotTakeTheFilesPlace() throws IOException {
        String text = HEADER + PAYMENT + "x\n";
        Path other = Files.createSymbolicLink(directory.resolve("link.csv"), directory.resolve("slips.csv"));
        Path spelled = Files.createDirectory(directory.resolve("a")).resolve("../slips.csv");
        for (Path rejects : List.of(directory.resolve("slips.csv"), spelled, other)) {
            assertThat(job(1, text).rejecting(rejects).run()).isEqualTo("REJECTS_IS_FILE");
        }
        Path part = Files.writeString(directory.resolve("b.csv.part"), text);
        assertThat(new ImportRun(house, 1, part, LIMIT)
                        .rejecting(directory.resolve("b.csv"))
                        .run())
                .as("what is written before it is moved")
                .isEqualTo("REJECTS_IS_FILE");
        assertThat(directory.resolve("slips.csv")).hasContent(text);
        assertThat(house.findImports.ofJob(1)).isEmpty();
    }

    @Test
    void theCheckEndsWhenItIsStopped() throws IOException {
        CheckFileStep check = job(1, HEADER + payments(2)).checkStep();
        check.stop();
        assertThat(check.process()).isEqualTo("STOPPED");
        assertThat(house.findImports.ofJob(1)).isEmpty();
    }

    @Test
    void aBadFileIsRefusedBeforeAnythingIsWritten() throws IOException {
        byte[] zipped = zipped(HEADER + payments(50));
        assertRefused(FileRefusal.FILE_EMPTY, new byte[0]);
        assertRefused(FileRefusal.FILE_EMPTY, HEADER.getBytes(UTF_8));
        assertRefused(FileRefusal.FILE_HEADER_WRONG, (PAYMENT + PAYMENT).getBytes(UTF_8));
        assertRefused(FileRefusal.FILE_CUT_OFF, (HEADER + PAYMENT + "A-2,PAYM").getBytes(UTF_8));
        assertRefused(FileRefusal.FILE_CUT_OFF, Arrays.copyOf(zipped, zipped.length - 20));
        assertRefused(FileRefusal.FILE_CUT_OFF, Arrays.copyOf(zipped, 5));
        assertRefused(FileRefusal.FILE_ENCODING_WRONG, (HEADER + PAYMENT + "\u00e9\n").getBytes(ISO_8859_1));
        assertRefused(FileRefusal.TOO_MANY_REJECTED, (HEADER + PAYMENT + "x\n".repeat(3)).getBytes(UTF_8));
        Files.delete(directory.resolve("slips.csv"));
        assertThat(new ImportRun(house, 1, directory.resolve("slips.csv"), LIMIT).run())
                .isEqualTo(FileRefusal.FILE_UNREADABLE.name());
        assertThat(new ImportRun(house, 1, directory, LIMIT).run()).isEqualTo(FileRefusal.FILE_UNREADABLE.name());
        assertThat(slip("A-1")).isEmpty();
        assertThat(house.findImports.ofJob(1)).isEmpty();
    }

    private void assertRefused(FileRefusal refusal, byte[] bytes) {
        assertThat(new ImportRun(house, 1, file(bytes), LIMIT).run()).isEqualTo(refusal.name());
    }

    @Test
    void aRejectFileThatCannotBeWrittenIsNotThereAndWrittenByTheRestart() throws IOException {
        ImportRun job = job(1, HEADER + PAYMENT + "x\n");
        job.check();
        job.importChunks(ImportRun.ALL);
        Path inTheWay = Files.createDirectory(Path.of(job.rejects() + ".part"));
        assertThatThrownBy(job::report).isInstanceOf(UncheckedIOException.class);
        assertThat(job.rejects()).doesNotExist();
        assertThat(house.findImports.byJob(1).isDone()).isFalse();

        Files.deleteIfExists(inTheWay);
        assertThat(job.run()).isEqualTo("COMPLETED_WITH_ITEMS");
        assertThat(job.rejects()).exists();
        assertThat(house.findImports.byJob(1).imported()).isOne();
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
