package com.mypay.framework.log.spool;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the records of one segment, in order, while another thread appends to it. */
final class SegmentReader implements AutoCloseable {

    private static final int READ_BYTES = 1 << 20;

    private final RandomAccessFile file;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long offset;

    SegmentReader(Path segment, long offset) throws IOException {
        this.file = new RandomAccessFile(segment.toFile(), "r");
        this.offset = offset;
    }

    /** @return where the first record begins that isn't whole */
    static long readAll(Path segment, long from, Consumer<Entry> entries) throws IOException {
        try (SegmentReader reader = new SegmentReader(segment, from)) {
            for (Entry entry = reader.next(Long.MAX_VALUE); entry != null; entry = reader.next(Long.MAX_VALUE)) {
                entries.accept(entry);
            }
            return reader.offset();
        }
    }

    /** Where the next record begins. */
    long offset() {
        return offset;
    }

    /**
     * @param end how far the file may be read
     * @return {@code null} where no whole record follows
     */
    @Nullable Entry next(long end) throws IOException {
        Entry entry = Entry.decode(buffer);
        if (entry == null) {
            refill(end);
            entry = Entry.decode(buffer);
        }
        if (entry != null) {
            offset += entry.bytes();
        }
        return entry;
    }

    private void refill(long end) throws IOException {
        long available = Math.min(end, file.length()) - offset;
        byte[] bytes = new byte[(int) Math.max(0, Math.min(READ_BYTES, available))];
        file.seek(offset);
        file.readFully(bytes);
        buffer = ByteBuffer.wrap(bytes);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
