package com.mypay.logs.domain;

import com.mypay.framework.value.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file of the archive, as the manifest names it. The files of a log are a chain: each row's hash is that of the row
 * together with the hash of the row before, so that no file, and no row, can be changed or left out unseen.
 *
 * @param number its place in the chain, from 1
 * @param hash SHA-256 of the file
 * @param chainHash SHA-256 over this row and the chain hash of the row before
 * @param deletedAt when its time was over and it was deleted; the row stays, for the chain
 */
public record ArchivedFile(
        int number,
        LocalDate date,
        int part,
        Retention retention,
        String fileName,
        long lines,
        long bytes,
        String hash,
        String chainHash,
        Instant archivedAt,
        LocalDate retainUntil,
        @Nullable Instant deletedAt) {

    /** What the first row is chained to. */
    public static final String START = "0".repeat(64);

    /** What was written. */
    public record Written(String fileName, long lines, long bytes, String hash) {}

    /** The next row of the chain. */
    public static ArchivedFile after(
            int lastNumber,
            String lastChainHash,
            LocalDate date,
            int part,
            Retention retention,
            Written file,
            Instant now) {
        String chained = Sha256.hex(String.join(
                "|",
                lastChainHash,
                Integer.toString(lastNumber + 1),
                date.toString(),
                Integer.toString(part),
                retention.name(),
                file.fileName(),
                Long.toString(file.lines()),
                Long.toString(file.bytes()),
                file.hash()));
        return new ArchivedFile(
                lastNumber + 1,
                date,
                part,
                retention,
                file.fileName(),
                file.lines(),
                file.bytes(),
                file.hash(),
                chained,
                now,
                retention.until(date),
                null);
    }

    /** Whether this row follows the one before, unchanged. */
    public boolean follows(int lastNumber, String lastChainHash) {
        Written file = new Written(fileName, lines, bytes, hash);
        ArchivedFile again = after(lastNumber, lastChainHash, date, part, retention, file, archivedAt);
        return number == again.number && chainHash.equals(again.chainHash) && !retainUntil.isBefore(again.retainUntil);
    }
}
