package com.mypay.framework.log.spool;

import com.mypay.framework.log.LogKind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The files of one spool: segments {@code 0000000001.spool} …, {@code source} with its id, and {@code state}: two small
 * records that are written over in place, so that they can be written when the disk is full. One process has them open.
 *
 * <p>Not by channels: a channel is closed when a thread that writes to it is interrupted.
 */
final class SpoolFiles implements AutoCloseable {

    private static final String SUFFIX = ".spool";
    private static final int SHIPPED_AT = 0;
    private static final int SEQUENCES_AT = 512;

    private final Path directory;
    private final RandomAccessFile state;
    private final FileLock lock;

    private SpoolFiles(Path directory, RandomAccessFile state, FileLock lock) {
        this.directory = directory;
        this.state = state;
        this.lock = lock;
    }

    static SpoolFiles open(Path directory) throws IOException {
        Files.createDirectories(directory);
        RandomAccessFile state = new RandomAccessFile(directory.resolve("state").toFile(), "rw");
        FileLock lock = tryLock(state);
        if (lock == null) {
            state.close();
            throw new IOException("another process has the spool " + directory + " open");
        }
        return new SpoolFiles(directory, state, lock);
    }

    private static @Nullable FileLock tryLock(RandomAccessFile state) throws IOException {
        try {
            return state.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The spool's own id, for as long as its files are there. */
    String source(java.util.function.Supplier<String> ids) throws IOException {
        Path file = directory.resolve("source");
        if (Files.exists(file)) {
            String source = Files.readString(file);
            if (source.matches("[0-9a-f]{32}")) {
                return source;
            }
        }
        Path written = Files.writeString(directory.resolve("source.new"), ids.get());
        Files.move(written, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        return Files.readString(file);
    }

    /** The numbers of the segments that are there, ascending. */
    List<Long> segments() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches("[0-9]{10}\\.spool"))
                    .map(name -> Long.valueOf(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted()
                    .toList();
        }
    }

    Path segment(long number) {
        return directory.resolve(String.format(java.util.Locale.ROOT, "%010d", number) + SUFFIX);
    }

    long bytes(long segment) throws IOException {
        return Files.size(segment(segment));
    }

    void delete(long segment) throws IOException {
        Files.deleteIfExists(segment(segment));
    }

    /** Where the shipper goes on: everything before it has been confirmed. */
    void writeShipped(Position position) throws IOException {
        write(SHIPPED_AT, new long[] {position.segment(), position.offset()});
    }

    Position readShipped() throws IOException {
        long[] values = read(SHIPPED_AT, 2);
        return values == null ? new Position(0, 0) : new Position(values[0], values[1]);
    }

    /** Sequence numbers that were used up without a line. */
    void writeSequences(long[] last) throws IOException {
        write(SEQUENCES_AT, last);
    }

    long[] readSequences() throws IOException {
        long[] values = read(SEQUENCES_AT, LogKind.COUNT);
        return values == null ? new long[LogKind.COUNT] : values;
    }

    private synchronized void write(int at, long[] values) throws IOException {
        ByteBuffer record = ByteBuffer.allocate((values.length + 1) * Long.BYTES);
        for (long value : values) {
            record.putLong(value);
        }
        record.putLong(checksum(record.array(), values.length * Long.BYTES));
        state.seek(at);
        state.write(record.array());
    }

    private synchronized long @Nullable [] read(int at, int count) throws IOException {
        byte[] bytes = new byte[(count + 1) * Long.BYTES];
        if (state.length() < at + bytes.length) {
            return null;
        }
        state.seek(at);
        state.readFully(bytes);
        ByteBuffer record = ByteBuffer.wrap(bytes);
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = record.getLong();
        }
        return record.getLong() == checksum(bytes, count * Long.BYTES) ? values : null;
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }

    @Override
    public void close() throws IOException {
        lock.release();
        state.close();
    }
}
