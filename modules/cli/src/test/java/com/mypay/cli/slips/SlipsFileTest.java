package com.mypay.cli.slips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.slips.SlipBook.Cancellation;
import com.mypay.cli.slips.SlipBook.Malformed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlipsFileTest {

    private static final String HEADER = "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @TempDir
    private Path directory;

    @Test
    void paymentsAndCancellationsAreReadInTheFilesOrder() throws IOException {
        SlipBook book = read("""
                536365,A,10,2010-12-01 08:26:00,1,17850,France
                536366,B,1,2010-12-02 08:26:00,1,17850,France
                C536367,a,-4,2010-12-03 08:26:00,1,17850,France
                """);

        assertThat(book.payments()).extracting(SlipLine::number).containsExactly(2, 3);
        assertThat(book.cancellations()).hasSize(1);
        Cancellation cancellation = book.cancellations().get(0);
        assertThat(cancellation.slip().number()).isEqualTo(4);
        assertThat(cancellation.slip().amountWon()).isEqualTo(7_000);
        assertThat(cancellation.payment().number()).isEqualTo(2);
        assertThat(book.firstDay()).isEqualTo("2010-12-01");
        assertThat(book.lastDay()).isEqualTo("2010-12-02");
    }

    @Test
    void aCancellationBelongsToTheLatestPaymentOfWhichEnoughRemains() throws IOException {
        SlipBook book = read("""
                536361,A,10,2010-12-01 08:26:00,1,17850,France
                536362,A,5,2010-12-02 08:26:00,1,17850,France
                C536363,A,-4,2010-12-03 08:26:00,1,17850,France
                C536364,A,-2,2010-12-04 08:26:00,1,17850,France
                C536365,A,-1,2010-12-05 08:26:00,1,17850,France
                C536366,A,-8,2010-12-06 08:26:00,1,17850,France
                C536367,A,-9,2010-12-07 08:26:00,1,17850,France
                """);

        assertThat(book.cancellations())
                .extracting(each -> each.payment().number())
                .containsExactly(3, 2, 3, 2);
        assertThat(book.unmatched()).isEqualTo(1);
    }

    @Test
    void aCancellationOfAnotherMemberOrFranchiseOrOfALaterPaymentIsUnmatched() throws IOException {
        SlipBook book = read("""
                C536360,A,-1,2010-12-01 08:00:00,1,17850,France
                536361,A,10,2010-12-01 08:26:00,1,17850,France
                C536362,B,-1,2010-12-02 08:26:00,1,17850,France
                C536363,A,-1,2010-12-02 08:26:00,1,17851,France
                C536364,A,-11,2010-12-02 08:26:00,1,17850,France
                """);

        assertThat(book.cancellations()).isEmpty();
        assertThat(book.unmatched()).isEqualTo(4);
    }

    @Test
    void malformedLinesAreListedWithNumberAndReasonAndDoNotStopTheOthers() throws IOException {
        SlipBook book = read("""
                536361,A,1,2010-12-01 08:26:00,1,17850,France
                536362,A,x,2010-12-01 08:26:00,1,17850,France

                536364,A,1,2010-12-01 08:26:00,1,,France
                536365,A,1,2010-12-01 08:26:00,1,17850,France
                """);

        assertThat(book.malformed())
                .containsExactly(new Malformed(3, "Quantity 'x'"), new Malformed(4, "1 columns instead of 7"));
        assertThat(book.payments()).extracting(SlipLine::number).containsExactly(2, 6);
        assertThat(book.skipped()).isEqualTo(1);
    }

    @Test
    void gzippedOrNotItIsTheSameBookButForTheTag() throws IOException {
        String text = HEADER + "536361,A,1,2010-12-01 08:26:00,1,17850,France\n";
        Path plain = Files.writeString(directory.resolve("plain"), text);
        Path zipped = directory.resolve("zipped");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        SlipBook one = SlipsFile.read(plain);
        SlipBook other = SlipsFile.read(zipped);

        assertThat(other.payments()).isEqualTo(one.payments()).hasSize(1);
        assertThat(one.tag()).matches("[0-9a-f]{8}");
        assertThat(SlipsFile.read(plain).tag()).isEqualTo(one.tag());
        assertThat(other.tag()).isNotEqualTo(one.tag());
    }

    @Test
    void linesOfWindowsAreRead() throws IOException {
        Path file = Files.writeString(
                directory.resolve("file"),
                (HEADER + "536361,A,1,2010-12-01 08:26:00,1,17850,France\n").replace("\n", "\r\n"));

        assertThat(SlipsFile.read(file).payments()).hasSize(1);
    }

    @Test
    void aFileThatIsNoneOfSlipsIsRefused() throws IOException {
        assertRefused(directory.resolve("none"), "none");
        assertRefused(directory, directory.toString());
        assertRefused(Files.writeString(directory.resolve("empty"), ""), "it is empty");
        assertRefused(Files.writeString(directory.resolve("other"), "a,b,c\n1,2,3\n"), "its first line is not");
        assertRefused(Files.write(directory.resolve("cut"), new byte[] {0x1f, (byte) 0x8b, 8, 0}), "cut");
        assertRefused(Files.write(directory.resolve("one"), new byte[] {0x1f}), "its first line is not");
        assertRefused(Files.writeString(directory.resolve("half"), HEADER + "536361,A,1"), "it ends in the middle");
        assertRefused(
                Files.write(directory.resolve("latin"), (HEADER + "\u00e9\n").getBytes(StandardCharsets.ISO_8859_1)),
                "it is not in UTF-8");
        byte[] zipped = gzip(HEADER + "536361,A,1,2010-12-01 08:26:00,1,17850,France\n".repeat(100));
        assertRefused(Files.write(directory.resolve("torn"), java.util.Arrays.copyOf(zipped, 60)), "torn");
    }

    @Test
    void aFileWithoutPaymentsHasNoDay() throws IOException {
        SlipBook book = read("");

        assertThat(book.has(LocalDate.of(2010, 12, 1))).isFalse();
        assertThat(book.payments()).isEmpty();
    }

    @Test
    void aDayOfCancellationsOnlyIsADay() throws IOException {
        SlipBook book = read("""
                536361,A,1,2010-12-01 08:26:00,1,17850,France
                C536362,A,-1,2010-12-09 08:26:00,1,17850,France
                """);

        assertThat(List.of(1, 2, 9))
                .filteredOn(day -> book.has(LocalDate.of(2010, 12, day)))
                .containsExactly(1, 9);
    }

    @Test
    void commissionsFollowFromTheProductsName() {
        assertThat(SlipBook.commissionBasisPoints("85123A")).isEqualTo(140);
        assertThat(SlipBook.commissionBasisPoints("\uD83C\uDF55")).isEqualTo(100 + 10 * (0x1F355 % 20));
    }

    private SlipBook read(String lines) throws IOException {
        return SlipsFile.read(Files.writeString(directory.resolve("slips.csv"), HEADER + lines));
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> SlipsFile.read(file))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED))
                .hasMessageStartingWith("The slips file " + file + " can't be read")
                .hasMessageContaining(why);
    }
}
