package com.mypay.framework.edge;

import com.mypay.framework.value.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * What is known of a body: its first bytes, how many there were, and the hash of them all.
 */
public final class Body {

    public static final Body NONE = new Body(new byte[0], 0, () -> "", true);

    /** Enough for the largest part that is ever shown. */
    static final int HEAD_BYTES = 32_768;

    private static final HexFormat HEX = HexFormat.of();

    private final byte[] head;
    private final long length;
    private final Supplier<String> hash;
    private final boolean json;

    private Body(byte[] head, long length, Supplier<String> hash, boolean json) {
        this.head = head;
        this.length = length;
        this.hash = hash;
        this.json = json;
    }

    /** @param json whether it says to be JSON */
    public static Body of(byte[] whole, boolean json) {
        return whole.length == 0
                ? NONE
                : new Body(
                        whole, whole.length, () -> HEX.formatHex(Sha256.digest().digest(whole)), json);
    }

    static Body recorded(byte[] head, long length, MessageDigest digest, boolean json) {
        return length == 0 ? NONE : new Body(head, length, () -> HEX.formatHex(digest.digest()), json);
    }

    /** The first bytes, as they were: nobody shows them unmasked. */
    public byte[] head() {
        return head;
    }

    /** Of the whole. */
    public long length() {
        return length;
    }

    /** SHA-256 of the whole, in hex; to be asked for once, because that is when it is made. */
    public String hash() {
        return hash.get();
    }

    /** Whether it says to be JSON. */
    public boolean isJson() {
        return json;
    }
}
