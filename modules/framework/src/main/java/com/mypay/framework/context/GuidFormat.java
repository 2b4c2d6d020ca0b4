package com.mypay.framework.context;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A customer's own way to write a GUID: the text that its channels, hosts and banks know a business transaction by. A
 * CDI bean ({@code @ApplicationScoped}) that implements it can be chosen by its name, {@code mypay.guid.format}; copy
 * one of {@code com.mypay.framework.guidformat}.
 *
 * <p>Text and GUID are the same thing written twice, and nothing is stored to find one by the other: what {@link #read}
 * makes of a text, {@link #render} makes the same text of, and two texts never name one GUID. A text of 30 digits has
 * fewer values than a GUID, so not every GUID has a text; therefore GUIDs are issued as texts where a format is chosen.
 *
 * <p>Called by many threads at once.
 */
public interface GuidFormat {

    /** As {@code mypay.guid.format} says it. */
    String name();

    /** What a text of this form names; empty if it has another form, whatever is in it. */
    Optional<Reading> read(String text);

    /**
     * The text of a GUID; empty for one that {@link #read} never made: issued before the format was chosen, or by
     * somebody else.
     *
     * @param hop left out where the form has no place for it
     */
    Optional<String> render(Guid guid, int hop);

    /**
     * The text of a new business transaction, hop 0. No two of them are the same as long as no two servers have the same
     * system code.
     *
     * @throws IllegalArgumentException if the system code has another form than this format's
     */
    String issue(Drawn id, Issuer issuer);

    /** @param hop 0 where the form has no place for it */
    record Reading(Guid guid, int hop) {}

    /**
     * Who issues.
     *
     * @param system {@code mypay.guid.system}, of this server alone
     * @param service 1 to 8: each service counts by itself
     */
    record Issuer(String system, int service) {}

    /**
     * What one UUIDv7 of {@link com.mypay.framework.value.UuidV7} is made of. Time and counter together are never the
     * same twice in one service's process.
     *
     * @param at to the millisecond
     * @param counter 0 to 4,095
     * @param random 62 bits
     */
    record Drawn(Instant at, int counter, long random) {

        public static Drawn of(String uuidV7) {
            long high = HexFormat.fromHexDigitsToLong(uuidV7, 0, 16);
            long low = HexFormat.fromHexDigitsToLong(uuidV7, 16, 32);
            return new Drawn(Instant.ofEpochMilli(high >>> 16), (int) (high & 0xFFF), low & 0x3FFF_FFFF_FFFF_FFFFL);
        }
    }
}
