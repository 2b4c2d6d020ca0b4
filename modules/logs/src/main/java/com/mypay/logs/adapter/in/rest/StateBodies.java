package com.mypay.logs.adapter.in.rest;

import com.mypay.logs.domain.ArchivedFile;
import com.mypay.logs.domain.Gap;
import com.mypay.logs.domain.LogDay;
import com.mypay.logs.domain.LogState.QuarantinedLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The logs themselves as staff sees them. */
final class StateBodies {

    private StateBodies() {}

    /** One table. */
    @Schema(name = "LogDayTable", description = "What the table of a day of the month holds")
    public record Day(
            @Schema(description = "1 to 31") int day,

            @Schema(description = "EMPTY, OPEN or EMPTYING") String status,

            @Schema(description = "Whose lines it holds") @Nullable LocalDate date,

            @Schema(description = "How many") long lines,

            @Schema(description = "How many are not in the archive yet")
            long notArchived) {

        static Day of(LogDay day) {
            long closed = day.closedPart().isPresent() ? day.lines() : day.partLines();
            return new Day(day.number(), day.status().name(), day.date(), day.lines(), closed);
        }
    }

    /** All tables. */
    @Schema(name = "LogDays", description = "The 31 tables of a log")
    public record Days(@Schema(description = "By day") List<Day> days) {}

    /** One gap. */
    @Schema(name = "LogGap", description = "Lines that have not come though later ones have")
    public record MissingLines(
            @Schema(description = "The sender's spool") String source,

            @Schema(description = "The sender's server") String server,

            @Schema(description = "The first number that is missing")
            long firstSeq,

            @Schema(description = "The last") long lastSeq,

            @Schema(description = "When the first later line came")
            Instant seenAt) {

        static MissingLines of(Gap gap) {
            return new MissingLines(gap.source(), gap.server(), gap.firstSeq(), gap.lastSeq(), gap.seenAt());
        }
    }

    /** All gaps. */
    @Schema(name = "LogGaps", description = "What is missing now, on its way or lost")
    public record Gaps(
            @Schema(description = "By source and number") List<MissingLines> gaps) {}

    /** One line in quarantine. */
    @Schema(name = "QuarantinedLine", description = "What could not be stored as a line")
    public record Aside(
            @Schema(description = "SHA-256 of its content") String name,

            @Schema(description = "NEWER_VERSION, BROKEN, TOO_LATE, IN_THE_FUTURE or TABLE_NOT_EMPTY")
            String reason,

            @Schema(description = "What exactly") @Nullable String detail,

            @Schema(description = "The sender's spool, if known") @Nullable String source,

            @Schema(description = "Its number, if known") @Nullable Long seq,

            @Schema(description = "Its date, if known") @Nullable LocalDate date,

            @Schema(description = "When it came") Instant receivedAt,

            @Schema(description = "As it came") String content) {

        static Aside of(QuarantinedLine line) {
            return new Aside(
                    line.name(),
                    line.reason().name(),
                    line.detail(),
                    line.source(),
                    line.seq(),
                    line.date(),
                    line.receivedAt(),
                    line.content());
        }
    }

    /** The quarantine. */
    @Schema(name = "Quarantine", description = "The latest 100 lines that could not be stored")
    public record Quarantine(
            @Schema(description = "The latest first") List<Aside> lines) {}

    /** One file. */
    @Schema(name = "LogArchiveFile", description = "A file of the archive, as the manifest names it")
    public record ManifestRow(
            @Schema(description = "Its place in the chain") int number,

            @Schema(description = "Part of the date") int part,

            @Schema(description = "MONEY: five years, GENERAL: one")
            String retention,

            @Schema(description = "Its name") String fileName,

            @Schema(description = "How many lines") long lines,

            @Schema(description = "Its length in bytes") long bytes,

            @Schema(description = "SHA-256 of the file") String sha256,

            @Schema(description = "SHA-256 over this row and the row before")
            String chainSha256,

            @Schema(description = "The last day on which it has to be there")
            LocalDate retainUntil,

            @Schema(description = "When it was deleted") @Nullable Instant deletedAt) {

        static ManifestRow of(ArchivedFile file) {
            return new ManifestRow(
                    file.number(),
                    file.part(),
                    file.retention().name(),
                    file.fileName(),
                    file.lines(),
                    file.bytes(),
                    file.hash(),
                    file.chainHash(),
                    file.retainUntil(),
                    file.deletedAt());
        }
    }

    /** The files of a date. */
    @Schema(name = "LogArchive", description = "The files that hold a date")
    public record Manifest(
            @Schema(description = "In the order of the chain")
            List<ManifestRow> files) {}
}
