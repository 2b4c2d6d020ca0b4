package com.mypay.settlement.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of another system's slips on its way into the replica. There is one per content, whoever starts the job however
 * often; one job instance owns it at a time. Its counts grow in the transaction of each chunk, so what they say is there.
 */
@Entity
@Table(name = "SLIP_IMPORT")
@SuppressWarnings("NullAway.Init") // fields are set by JPA or the factory
public class SlipImport {

    private static final int LONGEST_NAME = 255;

    /** RUNNING until all its lines are in and its reject file is written. */
    public enum Status {
        RUNNING,
        DONE
    }

    @Id
    @Column(name = "IMPORT_ID")
    private String id;

    @Column(name = "FILE_NAME")
    private String fileName;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private Status status;

    @Column(name = "JOB_INSTANCE_ID")
    private long jobInstanceId;

    @Column(name = "LINE_COUNT")
    private long lines;

    @Column(name = "LAST_LINE")
    private long lastLine;

    @Column(name = "IMPORTED_COUNT")
    private long imported;

    @Column(name = "KNOWN_COUNT")
    private long known;

    @Column(name = "REJECTED_COUNT")
    private long rejected;

    @Column(name = "BEGUN_AT")
    private Instant begunAt;

    @Column(name = "ENDED_AT")
    private @Nullable Instant endedAt;

    @Column(name = "GUID")
    private String guid;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected SlipImport() {}

    /**
     * @param fileName for people; only its last 255 characters are kept
     * @param lines of the whole file, its header included
     * @param guid of the job, shared by its restarts
     */
    public static SlipImport opened(
            ImportId id, String fileName, long lines, long jobInstanceId, String guid, Instant at) {
        SlipImport opened = new SlipImport();
        opened.id = id.value();
        opened.fileName = fileName.substring(Math.max(0, fileName.length() - LONGEST_NAME));
        opened.status = Status.RUNNING;
        opened.jobInstanceId = jobInstanceId;
        opened.lines = lines;
        opened.guid = guid;
        opened.begunAt = at;
        return opened;
    }

    /** The job that owned it has ended before its end, and this one goes on. */
    public void takenOverBy(long otherJobInstanceId) {
        mustRun();
        jobInstanceId = otherJobInstanceId;
    }

    /** @param chunk the line that it ends with is behind all lines before */
    public void took(Chunk chunk) {
        mustRun();
        if (chunk.lastLine() <= lastLine) {
            throw new IllegalStateException(
                    "import " + id + " is at line " + lastLine + ", not before " + chunk.lastLine());
        }
        lastLine = chunk.lastLine();
        imported += chunk.imported();
        known += chunk.known();
        rejected += chunk.rejected();
    }

    /**
     * What one chunk of lines came to.
     *
     * @param lastLine the number of the last one, from 1
     * @param known slips that were there already, and the same
     */
    public record Chunk(long lastLine, long imported, long known, long rejected) {}

    public void done(Instant at) {
        mustRun();
        status = Status.DONE;
        endedAt = at;
    }

    private void mustRun() {
        if (isDone()) {
            throw new IllegalStateException("import " + id + " is done");
        }
    }

    public ImportId id() {
        return new ImportId(id);
    }

    public String fileName() {
        return fileName;
    }

    public boolean isDone() {
        return status == Status.DONE;
    }

    public Status status() {
        return status;
    }

    public long jobInstanceId() {
        return jobInstanceId;
    }

    public long lines() {
        return lines;
    }

    /** Up to where its slips are in; 0 before the first chunk. */
    public long lastLine() {
        return lastLine;
    }

    public long imported() {
        return imported;
    }

    public long known() {
        return known;
    }

    public long rejected() {
        return rejected;
    }

    public Instant begunAt() {
        return begunAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public String guid() {
        return guid;
    }
}
