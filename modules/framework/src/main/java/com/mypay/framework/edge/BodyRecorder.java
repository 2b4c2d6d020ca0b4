package com.mypay.framework.edge;

import com.mypay.framework.value.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Passes a body on as it is written, and remembers what {@link Body} has of it. */
public final class BodyRecorder extends FilterOutputStream {

    private final MessageDigest digest = Sha256.digest();
    private final ByteArrayOutputStream head = new ByteArrayOutputStream(512);
    private long length;

    public BodyRecorder(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        record(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        out.write(bytes, offset, count);
        record(bytes, offset, count);
    }

    private void record(byte[] bytes, int offset, int count) {
        digest.update(bytes, offset, count);
        head.write(bytes, offset, Math.min(count, Body.HEAD_BYTES - head.size()));
        length += count;
    }

    /** Of what was written; to be asked for once. */
    public Body body(boolean json) {
        return Body.recorded(head.toByteArray(), length, digest, json);
    }
}
