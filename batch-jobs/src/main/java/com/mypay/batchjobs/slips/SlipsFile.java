package com.mypay.batchjobs.slips;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.batchjobs.slips.FileRefusal.RefusedException;
import com.mypay.framework.value.Sha256;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of slips line by line, gzipped or not, in bounded memory: UTF-8, each line ended by a line feed (a
 * carriage return before it is taken off), a line at most 1,000 bytes long. In place of a longer one it gives a text that
 * is no slip.
 */
final class SlipsFile implements Closeable {

    static final String HEADER = "slipId,kind,paymentId,franchiseId,memberId,amountWon,remainingBeforeWon,"
            + "commissionBasisPoints,approvedAt";

    private static final int LONGEST_LINE_BYTES = 1_000;
    /** What is read instead of a longer line; no slip. */
    private static final String TOO_LONG = "longer than " + LONGEST_LINE_BYTES + " bytes";

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_MAGIC_1 = 0x1f;
    private static final int GZIP_MAGIC_2 = 0x8b;
    private static final int ID_BYTES = 16;

    private final Path path;
    private final MessageDigest digest;
    private final InputStream raw;
    private final InputStream in;
    private final byte[] line = new byte[LONGEST_LINE_BYTES + 1];
    private long lines;

    private SlipsFile(Path path, MessageDigest digest, InputStream raw, InputStream in) {
        this.path = path;
        this.digest = digest;
        this.raw = raw;
        this.in = in;
    }

    /** @throws RefusedException if there is no such file, it is empty or has another header */
    static SlipsFile open(Path path) throws IOException {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new RefusedException(FileRefusal.FILE_UNREADABLE, path + " is no file that the server may read");
        }
        MessageDigest digest = Sha256.digest();
        InputStream raw =
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES), digest);
        try {
            InputStream text = isZipped(path) ? new GZIPInputStream(raw, BUFFER_BYTES) : raw;
            SlipsFile file = new SlipsFile(path, digest, raw, new BufferedInputStream(text, BUFFER_BYTES));
            file.readHeader();
            return file;
        } catch (EOFException | ZipException e) {
            raw.close();
            throw cutOff(path, e);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private static boolean isZipped(Path path) throws IOException {
        try (InputStream start = Files.newInputStream(path)) {
            return start.read() == GZIP_MAGIC_1 && start.read() == GZIP_MAGIC_2;
        }
    }

    private void readHeader() throws IOException {
        String header = readLine();
        if (header == null) {
            throw new RefusedException(FileRefusal.FILE_EMPTY, path.toString());
        }
        if (!header.equals(HEADER)) {
            throw new RefusedException(FileRefusal.FILE_HEADER_WRONG, "the first line is not " + HEADER);
        }
    }

    /**
     * @return the next line; {@code null} behind the last one
     * @throws RefusedException if the file ends in the middle of a line, or the line is no UTF-8
     */
    @Nullable String readLine() throws IOException {
        int length = 0;
        try {
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    if (length == 0) {
                        return null;
                    }
                    throw new RefusedException(
                            FileRefusal.FILE_CUT_OFF, "line " + (lines + 1) + " of " + path + " has no end");
                }
                if (length < line.length) {
                    line[length++] = (byte) next;
                }
            }
        } catch (EOFException | ZipException e) {
            throw cutOff(path, e);
        }
        lines++;
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return length == line.length ? TOO_LONG : decoded(ByteBuffer.wrap(line, 0, end));
    }

    private String decoded(ByteBuffer bytes) {
        try {
            return UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException(FileRefusal.FILE_ENCODING_WRONG, "line " + lines + " of " + path);
        }
    }

    private static RefusedException cutOff(Path path, IOException e) {
        return new RefusedException(FileRefusal.FILE_CUT_OFF, path + ": " + e.getMessage());
    }

    /** How many lines were read so far, the header among them: the number of the last one. */
    long lines() {
        return lines;
    }

    /** The first 32 hex digits of the SHA-256 of the file as it lies there; behind the last line. */
    String id() throws IOException {
        // What a compressed stream leaves unread behind its end belongs to the file, too
        raw.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), ID_BYTES));
    }

    @Override
    public void close() throws IOException {
        in.close();
        raw.close();
    }
}
