package com.mypay.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Database files whose header always names the newest chunk: {@code anchored:/path/to/mypay}.
 *
 * <p>A database file is a header (two blocks, twice the same) and chunks, one for each commit. After a crash H2 2.5.252
 * looks for the newest chunk at the end of the file and along a chain that begins at the chunk of the header. But as
 * soon as it uses space inside the file again, it writes headers that name the chunk before the newest (it writes the
 * header before it takes note of the new chunk), the chain ends there, and acknowledged commits were lost in four of
 * five kills. Here each chunk is followed by a header that names it, so that no chain is needed. 8 KB more for each
 * commit. Until version 2.4.240, H2 wrote the right header itself. Public because H2 makes its instances.
 */
public final class AnchoredFilePath extends FilePathWrapper {
    /** The prefix of file names that take this path. */
    public static final String SCHEME = "anchored";

    private static final String DATABASE_FILE = ".mv.db";

    /** Makes the scheme known to H2 in this process; may be called again. */
    public static void register() {
        FilePath.register(new AnchoredFilePath());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel channel = getBase().open(mode);
        return name.endsWith(DATABASE_FILE) && !mode.equals("r") ? new AnchoredChannel(channel) : channel;
    }

    private static final class AnchoredChannel extends FileBaseDefault {
        private static final int BLOCK_BYTES = 4096;
        private static final int HEADER_BYTES = 2 * BLOCK_BYTES;
        private static final int LONGEST_CHUNK_HEADER = 1024;

        private final FileChannel channel;
        private @Nullable Chunk writing;
        private @Nullable Chunk newest;

        /** What a chunk says of itself: its place and its version, in hexadecimal digits, and where it ends. */
        private record Chunk(String id, String block, long version, String versionText, long end) {}

        AnchoredChannel(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            if (position == 0 && source.remaining() == HEADER_BYTES) {
                return writeHeader(source);
            }
            Chunk chunk = position % BLOCK_BYTES == 0 ? chunkIn(source, position) : null;
            if (chunk != null) {
                writing = chunk;
            }
            int written = channel.write(source, position);
            if (writing != null && position + written == writing.end()) {
                anchor(writing);
                writing = null;
            }
            return written;
        }

        /** A chunk that is only moved to another place is older than the newest, and not to be named. */
        private void anchor(Chunk chunk) throws IOException {
            if (newest != null && chunk.version() < newest.version()) {
                return;
            }
            newest = chunk;
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
            if (channel.read(header, 0) == HEADER_BYTES) {
                Map<String, String> fields = fields(header.array(), BLOCK_BYTES);
                fields.remove("clean");
                writeFully(headerNaming(chunk, fields));
            }
        }

        private int writeHeader(ByteBuffer source) throws IOException {
            byte[] block = new byte[BLOCK_BYTES];
            source.duplicate().get(block);
            Map<String, String> fields = fields(block, BLOCK_BYTES);
            Chunk chunk = newest;
            if (chunk != null && Long.parseLong(fields.getOrDefault("version", "0"), 16) < chunk.version()) {
                writeFully(headerNaming(chunk, fields));
                int length = source.remaining();
                source.position(source.limit());
                return length;
            }
            return channel.write(source, 0);
        }

        private void writeFully(ByteBuffer header) throws IOException {
            while (header.hasRemaining()) {
                if (channel.write(header, header.position()) <= 0) {
                    throw new IOException("the header of the database file can't be written");
                }
            }
        }

        private static ByteBuffer headerNaming(Chunk chunk, Map<String, String> fields) {
            HashMap<String, String> named = new HashMap<>(fields);
            named.remove("fletcher");
            named.put("block", chunk.block());
            named.put("chunk", chunk.id());
            named.put("version", chunk.versionText());
            StringBuilder text = new StringBuilder();
            DataUtils.appendMap(text, named);
            byte[] summed = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            DataUtils.appendMap(text, "fletcher", DataUtils.getFletcher32(summed, 0, summed.length));
            byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
            return ByteBuffer.allocate(HEADER_BYTES)
                    .put(bytes)
                    .position(BLOCK_BYTES)
                    .put(bytes)
                    .rewind();
        }

        private static @Nullable Chunk chunkIn(ByteBuffer source, long position) {
            byte[] start = new byte[Math.min(source.remaining(), LONGEST_CHUNK_HEADER)];
            source.duplicate().get(start);
            if (!new String(start, StandardCharsets.ISO_8859_1).startsWith("chunk:")) {
                return null;
            }
            Map<String, String> fields = fields(start, start.length);
            String id = fields.get("chunk");
            String blocks = fields.get("len");
            String version = fields.get("version");
            if (id == null || blocks == null || version == null) {
                return null;
            }
            return new Chunk(
                    id,
                    Long.toHexString(position / BLOCK_BYTES),
                    Long.parseLong(version, 16),
                    version,
                    position + Long.parseLong(blocks, 16) * BLOCK_BYTES);
        }

        /** The {@code name:value,…} that ends with the line; nothing if there is no such line. */
        private static Map<String, String> fields(byte[] bytes, int length) {
            int end = 0;
            while (end < length && bytes[end] != '\n') {
                end++;
            }
            String line = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).strip();
            return end == length || !line.contains(":") ? new HashMap<>() : DataUtils.parseMap(line);
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
