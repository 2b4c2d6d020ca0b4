package com.mypay.batchjobs.slips;

import com.mypay.batchjobs.slips.FileRefusal.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * How many lines of a file may be rejected: with more of them it is likely the wrong file.
 *
 * @param lines 0 to 1,000,000
 */
record RejectLimit(long lines) {

    static final long USUAL = 1_000;
    private static final long HIGHEST = 1_000_000;

    RejectLimit {
        if (lines < 0 || lines > HIGHEST) {
            throw new IllegalArgumentException("rejectLimit is 0 to " + HIGHEST + ", not " + lines);
        }
    }

    /** @param text of the job's parameter; {@code null} or empty: the usual number */
    static RejectLimit parse(@Nullable String text) {
        return new RejectLimit(text == null || text.isEmpty() ? USUAL : Long.parseLong(text));
    }

    RefusedException exceeded(long line) {
        return new RefusedException(
                FileRefusal.TOO_MANY_REJECTED, "more than " + lines + " lines, the last of them is " + line);
    }
}
