package com.mypay.framework.log.spool;

import com.mypay.framework.log.LogKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Follows a spool: hands out its lines once they are true, in the order of their numbers, and remembers how far they
 * have been shipped. After a restart what was read and not shipped comes again. Used by one thread.
 */
public final class SpoolReader implements AutoCloseable {

    private final Spool spool;

    /** Lines whose transaction is open, with the place where they begin: from the first of them on nothing is deleted. */
    private final Map<Long, Waiting> waiting = new LinkedHashMap<>();

    private Position next;
    private @Nullable SegmentReader reader;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Waiting(Position begin, byte[] body) {}

    /**
     * A line to ship.
     *
     * @param body as {@link com.mypay.framework.log.LogSink} has it
     * @param confirmed {@code false} if its server died before its transaction's end was known
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Line(LogKind kind, long sequence, byte[] body, boolean confirmed) {}

    public SpoolReader(Spool spool) throws IOException {
        this.spool = spool;
        this.next = spool.files().readShipped();
    }

    /**
     * The next lines.
     *
     * @param maxBytes of their records; one more record may be read
     * @return empty if all has been read
     */
    public List<Line> read(int maxBytes) throws IOException {
        List<Line> lines = new ArrayList<>();
        Position end = spool.end();
        int bytes = 0;
        while (bytes < maxBytes && next.compareTo(end) < 0) {
            Entry entry = nextEntry(end);
            if (entry != null) {
                bytes += entry.bytes();
                take(entry, new Position(next.segment(), next.offset() - entry.bytes()), lines);
            }
        }
        return lines;
    }

    private @Nullable Entry nextEntry(Position end) throws IOException {
        if (reader == null) {
            next = existing(next, end);
            reader = new SegmentReader(spool.files().segment(next.segment()), next.offset());
        }
        SegmentReader open = Objects.requireNonNull(reader);
        Entry entry = open.next(next.segment() == end.segment() ? end.offset() : Long.MAX_VALUE);
        if (entry != null) {
            next = new Position(next.segment(), open.offset());
        } else {
            // The end of a full segment, or what a machine's crash has left of one: the numbers tell what is missing
            open.close();
            reader = null;
            next = next.segment() == end.segment() ? end : new Position(next.segment() + 1, 0);
        }
        return entry;
    }

    /** The first segment may be a later one than the next: of a new spool, or one that was cleared by hand. */
    private Position existing(Position wanted, Position end) throws IOException {
        if (spool.files().segments().contains(wanted.segment())) {
            return wanted;
        }
        long later = spool.files().segments().stream()
                .filter(segment -> segment > wanted.segment())
                .findFirst()
                .orElse(end.segment());
        return new Position(later, 0);
    }

    private void take(Entry entry, Position begin, List<Line> lines) {
        switch (entry.type()) {
            case LINE -> lines.add(new Line(entry.kind(), entry.number(), entry.body(), true));
            case WAITING -> waiting.put(entry.number(), new Waiting(begin, entry.body()));
            case COMMITTED -> complete(entry, true, lines);
            case UNCONFIRMED -> complete(entry, false, lines);
            case ROLLED_BACK -> waiting.remove(entry.number());
        }
    }

    private void complete(Entry mark, boolean confirmed, List<Line> lines) {
        Waiting line = waiting.remove(mark.number());
        // Not there if it was shipped before a restart, while a line before it still waited
        if (line != null) {
            lines.add(new Line(mark.kind(), mark.sequence(), line.body(), confirmed));
        }
    }

    /** Everything that was read until now has been shipped. */
    public void shipped() throws IOException {
        Position first = next;
        for (Waiting line : waiting.values()) {
            first = line.begin().compareTo(first) < 0 ? line.begin() : first;
        }
        spool.shipped(first);
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
