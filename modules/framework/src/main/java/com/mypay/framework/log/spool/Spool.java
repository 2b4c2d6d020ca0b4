package com.mypay.framework.log.spool;

import com.mypay.framework.log.Log;
import com.mypay.framework.log.LogKind;
import com.mypay.framework.log.LogSink;
import com.mypay.framework.value.TransactionEnd;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Where a service keeps its log lines until the broker has them. The thread that logs writes one record to the end of a
 * file and goes on; the record survives kill -9 of the process, because the operating system has it. It is not forced to
 * the disk: what a machine that loses its power has not written yet is lost.
 *
 * <p>Each line has a sequence number of its kind, without holes. A line that can't be kept, because the spool is at its
 * limit or the disk fails, uses its number up, so that the receiver sees that it is missing.
 */
public final class Spool implements LogSink, AutoCloseable {

    /** A file that is larger is closed, and deleted once everything in it has been shipped. */
    static final int SEGMENT_BYTES = 4 << 20;

    private static final Log LOG = Log.of(Spool.class);

    private final SpoolFiles files;
    private final String source;
    private final long limitBytes;

    /** The last numbers that were used, by kind. */
    private final long[] sequences;

    private final long[] dropped = new long[LogKind.COUNT];

    /** Marks that could not be written when their transaction ended: they go before the next record. */
    private final Deque<Entry> owed = new ArrayDeque<>();

    private RandomAccessFile current;
    private long segment;
    private long written;
    private long bytesBefore;
    private long waits;
    private boolean failing;
    private boolean closed;

    private Spool(SpoolFiles files, long limitBytes, Supplier<String> ids) throws IOException {
        this.files = files;
        this.limitBytes = limitBytes;
        Recovery recovery = Recovery.of(files);
        this.source = files.source(ids);
        this.sequences = recovery.sequences();
        this.segment = recovery.segment();
        this.written = recovery.written();
        this.bytesBefore = recovery.bytesBefore();
        this.current = openSegment(segment, written);
        for (Entry open : recovery.open()) {
            mark(numbered(Entry.Type.UNCONFIRMED, open.kind(), open.number()));
        }
        files.writeSequences(sequences);
    }

    /**
     * Opens the spool that is there, or makes a new one.
     *
     * @param limitBytes what its files may have together; marks and what is being written may go a little beyond
     * @param ids gives a new spool its id
     */
    public static Spool open(Path directory, long limitBytes, Supplier<String> ids) throws IOException {
        SpoolFiles files = SpoolFiles.open(directory);
        try {
            return new Spool(files, limitBytes, ids);
        } catch (IOException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    public String source() {
        return source;
    }

    @Override
    public synchronized void append(LogKind kind, byte[] line) {
        long sequence = ++sequences[kind.code()];
        if (!writeWithinLimit(Entry.line(kind, sequence, line))) {
            drop(kind);
        }
    }

    @Override
    public synchronized Completion await(LogKind kind, byte[] line) {
        long wait = ++waits;
        boolean kept = writeWithinLimit(Entry.waiting(kind, wait, line));
        return end -> complete(kind, wait, kept, end);
    }

    private synchronized void complete(LogKind kind, long wait, boolean kept, TransactionEnd end) {
        if (kept) {
            mark(
                    switch (end) {
                        case COMMITTED -> numbered(Entry.Type.COMMITTED, kind, wait);
                        case UNKNOWN -> numbered(Entry.Type.UNCONFIRMED, kind, wait);
                        case ROLLED_BACK -> Entry.rolledBack(kind, wait);
                    });
        } else if (end != TransactionEnd.ROLLED_BACK) {
            ++sequences[kind.code()];
            drop(kind);
        }
    }

    private Entry numbered(Entry.Type type, LogKind kind, long wait) {
        return Entry.numbered(type, kind, wait, ++sequences[kind.code()]);
    }

    /** A mark may go beyond the limit: there is at most one for each line that was let in. */
    private void mark(Entry mark) {
        owed.add(mark);
        payOwed();
    }

    private boolean payOwed() {
        while (!owed.isEmpty()) {
            if (!write(owed.element())) {
                return false;
            }
            owed.remove();
        }
        return true;
    }

    private boolean writeWithinLimit(Entry entry) {
        return entry.body().length <= Entry.MAX_BODY_BYTES
                && bytes() + entry.bytes() <= limitBytes
                && payOwed()
                && write(entry);
    }

    private boolean write(Entry entry) {
        if (closed) {
            return false;
        }
        try {
            if (written >= SEGMENT_BYTES) {
                roll();
            }
            current.write(entry.encoded());
            written += entry.bytes();
            noteWorking();
            return true;
        } catch (IOException e) {
            noteFailing(e);
            cutTornRecord();
            return false;
        }
    }

    private void roll() throws IOException {
        // The next segment's lines go on from here, also when all segments before it are gone
        files.writeSequences(sequences);
        RandomAccessFile full = current;
        current = openSegment(segment + 1, 0);
        segment++;
        bytesBefore += written;
        written = 0;
        full.close();
    }

    /** @param keep bytes of whole records; what lies behind them is torn */
    private RandomAccessFile openSegment(long number, long keep) throws IOException {
        RandomAccessFile file = new RandomAccessFile(files.segment(number).toFile(), "rw");
        file.setLength(keep);
        file.seek(keep);
        return file;
    }

    private void cutTornRecord() {
        try {
            current.setLength(written);
            current.seek(written);
        } catch (IOException e) {
            // The reader never looks beyond what is known to be written, and the next start cuts it
        }
    }

    private void drop(LogKind kind) {
        dropped[kind.code()]++;
        try {
            if (!closed) {
                files.writeSequences(sequences);
            }
        } catch (IOException e) {
            // It is counted, and the next line that is written carries the number after it
        }
    }

    /** Says a failure once, not with every line. */
    private void noteFailing(IOException failure) {
        if (!failing) {
            failing = true;
            LOG.warning("log lines are lost, their spool can't be written: {0}", failure.getMessage());
        }
    }

    private void noteWorking() {
        if (failing) {
            failing = false;
            LOG.info("the spool of log lines can be written again");
        }
    }

    /** What its files have together. */
    public synchronized long bytes() {
        return bytesBefore + written;
    }

    /** Lines that were lost since this start. */
    public synchronized long dropped(LogKind kind) {
        return dropped[kind.code()];
    }

    /** Lines of all kinds that were lost since this start. */
    public synchronized long dropped() {
        return Arrays.stream(dropped).sum();
    }

    SpoolFiles files() {
        return files;
    }

    /** Up to where records are whole. */
    synchronized Position end() {
        return new Position(segment, written);
    }

    /** Everything before this place has been shipped, for good. */
    void shipped(Position position) throws IOException {
        // First, because the next start doesn't read what lies before that place: a number is given once
        writeSequences();
        files.writeShipped(position);
        for (long old : files.segments()) {
            if (old < position.segment()) {
                long bytes = files.bytes(old);
                files.delete(old);
                freed(bytes);
            }
        }
    }

    private synchronized void writeSequences() throws IOException {
        files.writeSequences(sequences);
    }

    private synchronized void freed(long bytes) {
        bytesBefore -= bytes;
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            files.writeSequences(sequences);
            current.close();
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the spool can't be closed", e);
        }
    }

    /**
     * What a spool's files say at the start.
     *
     * @param segment to go on with
     * @param written bytes of it that are whole records
     * @param bytesBefore of the segments before it
     * @param open lines whose transaction nobody knows the end of
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Recovery(long[] sequences, long segment, long written, long bytesBefore, List<Entry> open) {

        static Recovery of(SpoolFiles files) throws IOException {
            long[] sequences = files.readSequences();
            Position shipped = files.readShipped();
            List<Long> segments = files.segments();
            if (segments.isEmpty()) {
                return new Recovery(sequences, shipped.segment() + 1, 0, 0, List.of());
            }
            Map<Long, Entry> open = new LinkedHashMap<>();
            long bytes = 0;
            long whole = 0;
            for (long segment : segments) {
                bytes += files.bytes(segment);
                long from = segment == shipped.segment() ? shipped.offset() : 0;
                whole = SegmentReader.readAll(files.segment(segment), from, entry -> {
                    int kind = entry.kind().code();
                    sequences[kind] = Math.max(sequences[kind], entry.sequence());
                    if (entry.type() == Entry.Type.WAITING) {
                        open.put(entry.number(), entry);
                    } else if (entry.type() != Entry.Type.LINE) {
                        open.remove(entry.number());
                    }
                });
            }
            long last = segments.get(segments.size() - 1);
            return new Recovery(sequences, last, whole, bytes - files.bytes(last), List.copyOf(open.values()));
        }
    }
}
