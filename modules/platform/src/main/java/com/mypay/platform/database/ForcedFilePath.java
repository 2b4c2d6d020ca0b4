package com.mypay.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files whose every write is forced to disk before it returns: {@code forced:/path/to/mypay}.
 *
 * <p>H2 itself hands a commit to the operating system and leaves it there: a power cut may lose commits that were
 * acknowledged. With {@code WRITE_DELAY=0} a commit is one write to the database file (a chunk of its log-structured
 * store, now and then a header as well), made in the committing thread. Forcing each write therefore costs one
 * {@code fdatasync} per commit and makes an acknowledged commit durable. Temporary files, which don't survive a
 * restart anyhow, are not forced.
 */
public final class ForcedFilePath extends FilePathWrapper {
    /** The prefix of file names that take this path. */
    public static final String SCHEME = "forced";

    private static final String DATABASE_FILE = ".mv.db";
    private static final AtomicLong FORCED = new AtomicLong();

    /** Makes the scheme known to H2 in this JVM; may be called again. */
    public static void register() {
        FilePath.register(new ForcedFilePath());
    }

    /** How many writes have been forced to disk in this JVM. */
    static long forcedWrites() {
        return FORCED.get();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel channel = getBase().open(mode);
        return name.endsWith(DATABASE_FILE) ? new ForcedChannel(channel) : channel;
    }

    private static final class ForcedChannel extends FileBaseDefault {
        private final FileChannel channel;

        ForcedChannel(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            int written = channel.write(source, position);
            channel.force(false);
            FORCED.incrementAndGet();
            return written;
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return channel.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            channel.force(metaData);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            channel.close();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return channel.tryLock(position, size, shared);
        }
    }
}
