package com.mypay.logs.application;

import static com.mypay.logs.domain.LogKind.BUSINESS;
import static com.mypay.logs.domain.LogKind.ERROR;
import static com.mypay.logs.domain.LogKind.IMAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.logs.Lines;
import com.mypay.logs.LogHouse;
import com.mypay.logs.application.port.LogArchive;
import com.mypay.logs.domain.ArchivedFile;
import com.mypay.logs.domain.ArchivedFile.Written;
import com.mypay.logs.domain.LogDay;
import com.mypay.logs.domain.LogDay.Status;
import com.mypay.logs.domain.LogKind;
import com.mypay.logs.domain.LogPeriods;
import com.mypay.logs.domain.Quarantined.Reason;
import com.mypay.logs.domain.Retention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ArchiveDaysTest {

    @RegisterExtension
    static final TestDatabase IMAGES = TestDatabase.of("IMAGELOG");

    @RegisterExtension
    static final TestDatabase BUSINESSES = TestDatabase.of("BUSINESSLOG");

    @RegisterExtension
    static final TestDatabase ERRORS = TestDatabase.of("ERRORLOG");

    private static final LocalDate MARCH_2 = LocalDate.parse("2026-03-02");
    private static final String MONEY = "image-2026-03-02-1-money.jsonl.gz";
    private static final String GENERAL = "image-2026-03-02-1-general.jsonl.gz";

    @TempDir
    Path directory;

    private LogHouse house;
    private ArchiveDays archiver;

    @BeforeEach
    void build() {
        house = new LogHouse(IMAGES, BUSINESSES, ERRORS, directory);
        archiver = house.archiver("node1");
        house.take.take(IMAGE, Lines.of(IMAGE).messageOf(1, 20));
        house.take.take(IMAGE, Lines.of(IMAGE).by("membership", 0).messageOf(21, 25));
    }

    @Test
    void aDayGoesIntoTheArchiveTwoDaysLaterAndStaysToBeFound() throws IOException {
        archiveAt("2026-03-03T23:59");
        assertThat(files()).isEmpty();

        archiveAt("2026-03-04T00:00");
        archiver.archive();

        assertThat(files()).containsExactlyInAnyOrder(GENERAL, MONEY);
        List<ArchivedFile> manifest = house.books.archivedOf(IMAGE, MARCH_2);
        assertThat(manifest)
                .extracting(ArchivedFile::retention, ArchivedFile::lines, ArchivedFile::retainUntil)
                .containsExactly(
                        tuple(Retention.MONEY, 20L, LocalDate.parse("2031-03-02")),
                        tuple(Retention.GENERAL, 5L, LocalDate.parse("2027-03-02")));
        assertThat(linesOf(MONEY)).hasSize(20).first().isEqualTo(Lines.of(IMAGE).line(1));
        assertThat(damages()).isEmpty();
        assertThat(house.find.trace(Lines.GUID)).hasSize(25);
    }

    @Test
    void lateLinesGoIntoAPartOfTheirOwn() throws IOException {
        archiveAt("2026-03-04T00:00");
        house.take.take(IMAGE, Lines.of(IMAGE).messageOf(24, 26));
        archiver.archive();

        assertThat(files()).contains("image-2026-03-02-2-money.jsonl.gz").hasSize(3);
        assertThat(linesOf("image-2026-03-02-2-money.jsonl.gz"))
                .containsExactly(Lines.of(IMAGE).line(26));
        assertThat(house.lines(IMAGE, 2)).isEqualTo(26);
    }

    @Test
    void theTableIsEmptiedInTimeForTheNextMonth() {
        archiveAt("2026-03-28T23:59");
        assertThat(house.lines(IMAGE, 2)).isEqualTo(25);

        archiveAt("2026-03-29T00:00");

        assertThat(house.lines(IMAGE, 2)).isZero();
        assertThat(day(IMAGE, 2)).isEqualTo(new LogDay(2, Status.EMPTY, null, 1, 0, 0, 0));
        house.clock.setInSeoul("2026-04-02T09:00");
        house.take.take(IMAGE, Lines.of(IMAGE).at("2026-04-02T08:59").messageOf(26, 27));
        assertThat(day(IMAGE, 2).date()).isEqualTo("2026-04-02");
        assertThat(house.lines(IMAGE, 2)).isEqualTo(2);
        // What came before is known also now that it is gone
        house.take.take(IMAGE, Lines.of(IMAGE).messageOf(1, 25));
        assertThat(house.lines(IMAGE, 2)).isEqualTo(2);
        assertThat(house.state.quarantined(IMAGE)).isEmpty();
    }

    @Test
    void aLineThatComesAfterItsTableWasEmptiedIsPutAside() {
        archiveAt("2026-03-29T00:00");
        house.take.take(IMAGE, Lines.of(IMAGE).messageOf(26, 26));

        assertThat(house.state.quarantined(IMAGE)).containsExactly(Map.entry(Reason.TOO_LATE, 1L));
        assertThat(day(IMAGE, 2).status()).isEqualTo(Status.EMPTY);
    }

    @Test
    void aTableThatIsNotArchivedIsNeverEmptiedAndTheNextMonthWaits() throws IOException {
        Path inTheWay = Files.createFile(directory.resolve("image"));
        archiveAt("2026-04-02T09:00");
        assertThat(house.failures).contains(IMAGE);
        house.take.take(IMAGE, Lines.of(IMAGE).at("2026-04-02T08:00").messageOf(26, 30));

        assertThat(house.lines(IMAGE, 2)).isEqualTo(25);
        assertThat(house.state.quarantined(IMAGE)).containsExactly(Map.entry(Reason.TABLE_NOT_EMPTY, 5L));
        assertThatThrownBy(() -> house.jdbc(IMAGE)
                        .update("UPDATE LOG_DAY SET STATUS = 'EMPTYING', PART_LINES = 0 WHERE DAY_NO = 2"))
                .hasStackTraceContaining("LOG_DAY_EMPTYING_CK");

        Files.delete(inTheWay);
        archiver.archive();

        assertThat(house.state.quarantined(IMAGE)).isEmpty();
        assertThat(house.lines(IMAGE, 2)).isEqualTo(5);
        assertThat(day(IMAGE, 2).date()).isEqualTo("2026-04-02");
        assertThat(house.books.archivedOf(IMAGE, MARCH_2)).hasSize(2);
        assertThat(house.books.gaps(IMAGE)).isEmpty();
    }

    @Test
    void afterAMonthInWhichNothingRanEverythingIsArchivedAndTheTableUsed() {
        house.clock.setInSeoul("2026-05-02T09:00");
        house.take.take(IMAGE, Lines.of(IMAGE).at("2026-05-02T08:00").messageOf(26, 27));
        archiver.archive();

        assertThat(day(IMAGE, 2).date()).isEqualTo("2026-05-02");
        assertThat(house.lines(IMAGE, 2)).isEqualTo(2);
        assertThat(house.books.archivedOf(IMAGE, MARCH_2)).hasSize(2);
    }

    @Test
    void theLastDaysOfJanuaryAreArchivedThoughFebruaryHasNone() {
        house.clock.setInSeoul("2026-01-31T12:00");
        house.take.take(ERROR, Lines.of(ERROR).at("2026-01-31T11:00").messageOf(1, 4));
        archiveAt("2026-02-28T00:00");

        assertThat(house.books.archivedOf(ERROR, LocalDate.parse("2026-01-31"))).hasSize(1);
        assertThat(day(ERROR, 31).status()).isEqualTo(Status.EMPTY);
    }

    @Test
    void killedBetweenFileAndManifestThePartIsWrittenAgain() {
        house.clock.setInSeoul("2026-03-04T00:00");
        ArchiveDays dying = house.archiver("node1", new DiesAfterTheFile(house.files));
        assertThatThrownBy(dying::archive).hasMessage("killed");
        house.take.take(IMAGE, Lines.of(IMAGE).messageOf(26, 26));
        archiver.archive();

        assertThat(house.books.archivedOf(IMAGE, MARCH_2))
                .extracting(ArchivedFile::part, ArchivedFile::lines)
                .containsExactly(tuple(1, 20L), tuple(1, 5L), tuple(2, 1L));
        assertThat(damages()).isEmpty();
    }

    @Test
    void killedWhileATableIsEmptiedTheRestGoesWithTheNextRun() {
        archiveAt("2026-03-04T00:00");
        house.books.save(IMAGE, day(IMAGE, 2).emptying());
        house.jdbc(IMAGE).update("DELETE FROM LOG_LINE_02 WHERE SEQ <= 12");
        archiveAt("2026-03-30T00:00");

        assertThat(house.lines(IMAGE, 2)).isZero();
        assertThat(day(IMAGE, 2).status()).isEqualTo(Status.EMPTY);
    }

    @Test
    void aTableWhoseFileIsDamagedIsNotEmptied() throws IOException {
        archiveAt("2026-03-04T00:00");
        byte[] bytes = Files.readAllBytes(path(MONEY));
        bytes[bytes.length / 2] ^= 1;
        Files.write(path(MONEY), bytes);
        archiveAt("2026-03-30T00:00");

        assertThat(house.lines(IMAGE, 2)).isEqualTo(25);
        assertThat(house.failures).contains(IMAGE);
        Files.delete(path(MONEY));
        archiver.archive();
        assertThat(house.lines(IMAGE, 2)).isEqualTo(25);
    }

    @Test
    void oneServerAtATimeArchives() {
        archiveAt("2026-03-04T00:00");
        house.take.take(IMAGE, Lines.of(IMAGE).messageOf(26, 26));
        house.archiver("node2").archive();
        assertThat(house.books.archivedOf(IMAGE, MARCH_2)).hasSize(2);

        house.clock.setInSeoul("2026-03-04T00:31");
        house.archiver("node2").archive();
        assertThat(house.books.archivedOf(IMAGE, MARCH_2)).hasSize(3);
    }

    @Test
    void theManifestIsAChain() {
        house.take.take(BUSINESS, Lines.of(BUSINESS).messageOf(1, 3));
        archiveAt("2026-03-04T00:00");
        assertThat(chain("image").ok()).isTrue();
        assertThat(chain("image").rowsChecked()).isEqualTo(2);
        assertThat(chain("business").rowsChecked()).isEqualTo(1);

        house.jdbc(IMAGE).update("UPDATE LOG_ARCHIVE SET LINES = 19 WHERE ARCHIVE_NO = 1");
        assertThat(chain("image").firstViolation()).isEqualTo("row 1, " + MONEY);
    }

    @Test
    void aFileIsDeletedWhenItsTimeIsOverAndItsRowStays() {
        archiveAt("2026-03-04T00:00");
        archiveAt("2027-03-02T23:00");
        assertThat(files()).hasSize(2);

        archiveAt("2027-03-03T00:00");

        assertThat(files()).containsExactly(MONEY);
        assertThat(chain("image").ok()).isTrue();
    }

    @Test
    void daysThatLeaveNoTableEmptyInTimeAreRefused() {
        assertThatThrownBy(() -> new LogPeriods(2, 28))
                .hasMessage("empty-after-days: write a number of days from 1 to 27, not 28");
        assertThatThrownBy(() -> new LogPeriods(10, 9))
                .hasMessageContaining("after-days: write a number of days from 1 to 9");
        assertThatThrownBy(() -> new LogPeriods(0, 9)).hasMessageContaining("after-days");
    }

    private void archiveAt(String localTime) {
        house.clock.setInSeoul(localTime);
        archiver.archive();
    }

    private Check chain(String log) {
        return house.audit.report().checks().stream()
                .filter(check -> check.rule().equals("the manifest of the " + log + " log's archive is one chain"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> damages() {
        return house.books.archivedOf(IMAGE, MARCH_2).stream()
                .flatMap(file -> house.files.damage(IMAGE, file).stream())
                .toList();
    }

    private LogDay day(LogKind kind, int number) {
        return house.books.days(kind).get(number - 1);
    }

    private List<String> files() {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(String file) {
        return directory.resolve("image/2026-03").resolve(file);
    }

    private List<String> linesOf(String file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(path(file)))) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        }
    }

    /** The process ends when the file is there and nobody knows of it yet. */
    private record DiesAfterTheFile(LogArchive files) implements LogArchive {

        @Override
        public Part begin(LogKind kind, LocalDate date, int part) {
            Part real = files.begin(kind, date, part);
            return new Part() {
                @Override
                public void add(Retention retention, String line) {
                    real.add(retention, line);
                }

                @Override
                public Map<Retention, Written> finish() {
                    real.finish();
                    throw new IllegalStateException("killed");
                }

                @Override
                public void close() {
                    real.close();
                }
            };
        }

        @Override
        public Optional<String> damage(LogKind kind, ArchivedFile file) {
            return files.damage(kind, file);
        }

        @Override
        public void delete(LogKind kind, ArchivedFile file) {
            files.delete(kind, file);
        }
    }
}
