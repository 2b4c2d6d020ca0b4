package com.mypay.framework.log.spool;

import com.mypay.framework.log.LogKind;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One record of a segment: 18 bytes of head (type, kind, number, length of the body, checksum), then the body.
 *
 * @param number of a line its sequence number; of one that waits for its transaction, and of that one's mark, the wait's
 * @param body of a line its JSON without head and closing brace; of a mark that gives a number, the sequence number
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Entry(Type type, LogKind kind, long number, byte[] body) {

    static final int HEAD_BYTES = 18;

    /** A longer one is none of ours: the file is broken there. */
    static final int MAX_BODY_BYTES = 190_000;

    private static final int CHECKSUM_AT = 14;
    private static final byte[] NOTHING = new byte[0];

    enum Type {
        /** A line. */
        LINE(0),
        /** A line whose transaction is open: it has no sequence number yet. */
        WAITING(1),
        /** That transaction has committed: the line gets its number. */
        COMMITTED(2),
        /** It has rolled back: there is no such line. */
        ROLLED_BACK(3),
        /** Its server died before it could say, or the database didn't: the line gets its number, and nobody knows whether it is true. */
        UNCONFIRMED(4);

        /** In the files: it never changes. */
        private final int code;

        Type(int code) {
            this.code = code;
        }
    }

    static Entry line(LogKind kind, long sequence, byte[] body) {
        return new Entry(Type.LINE, kind, sequence, body);
    }

    static Entry waiting(LogKind kind, long wait, byte[] body) {
        return new Entry(Type.WAITING, kind, wait, body);
    }

    /** @param type {@link Type#COMMITTED} or {@link Type#UNCONFIRMED} */
    static Entry numbered(Type type, LogKind kind, long wait, long sequence) {
        return new Entry(
                type,
                kind,
                wait,
                ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
    }

    static Entry rolledBack(LogKind kind, long wait) {
        return new Entry(Type.ROLLED_BACK, kind, wait, NOTHING);
    }

    /** The sequence number that it uses up; 0 if none. */
    long sequence() {
        return switch (type) {
            case LINE -> number;
            case COMMITTED, UNCONFIRMED ->
                body.length == Long.BYTES ? ByteBuffer.wrap(body).getLong() : 0;
            case WAITING, ROLLED_BACK -> 0;
        };
    }

    int bytes() {
        return HEAD_BYTES + body.length;
    }

    byte[] encoded() {
        byte[] encoded = new byte[bytes()];
        ByteBuffer buffer = ByteBuffer.wrap(encoded);
        buffer.put((byte) type.code).put((byte) kind.code()).putLong(number).putInt(body.length);
        buffer.putInt(checksum(encoded, 0, body)).put(body);
        return encoded;
    }

    /** The next record; {@code null}, and nothing taken, where none begins or it isn't whole. */
    static @Nullable Entry decode(ByteBuffer buffer) {
        int begin = buffer.position();
        if (buffer.remaining() < HEAD_BYTES) {
            return null;
        }
        Type type = type(buffer.get());
        LogKind kind = kind(buffer.get());
        long number = buffer.getLong();
        int length = buffer.getInt();
        int checksum = buffer.getInt();
        if (type != null && kind != null && length >= 0 && length <= Math.min(MAX_BODY_BYTES, buffer.remaining())) {
            byte[] body = new byte[length];
            buffer.get(body);
            if (checksum == checksum(buffer.array(), buffer.arrayOffset() + begin, body)) {
                return new Entry(type, kind, number, body);
            }
        }
        buffer.position(begin);
        return null;
    }

    private static @Nullable Type type(int code) {
        for (Type type : Type.values()) {
            if (type.code == code) {
                return type;
            }
        }
        return null;
    }

    private static @Nullable LogKind kind(int code) {
        for (LogKind kind : LogKind.values()) {
            if (kind.code() == code) {
                return kind;
            }
        }
        return null;
    }

    private static int checksum(byte[] head, int at, byte[] body) {
        CRC32 checksum = new CRC32();
        checksum.update(head, at, CHECKSUM_AT);
        checksum.update(body);
        return (int) checksum.getValue();
    }
}
