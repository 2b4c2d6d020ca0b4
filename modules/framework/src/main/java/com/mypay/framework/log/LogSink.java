package com.mypay.framework.log;

import com.mypay.framework.value.TransactionEnd;

/**
 * Takes lines, at once and without an exception, whatever is the matter: the business goes on. What can't be kept uses
 * up its sequence number and is counted, so that the gap is seen.
 *
 * <p>A line comes without what the shipper adds: its first field is {@code "at"}, and neither its first nor its last
 * brace is there.
 */
public interface LogSink {

    /** A line that is true already. */
    void append(LogKind kind, byte[] line);

    /**
     * A line that becomes true when the transaction commits that is open now; or one that stands in for another line,
     * which replaces it by {@link TransactionEnd#ROLLED_BACK}. If this server dies first, the next start ships it,
     * unconfirmed.
     */
    Completion await(LogKind kind, byte[] line);

    /** What became of the transaction. */
    @FunctionalInterface
    interface Completion {

        /** To be called once. */
        void completed(TransactionEnd end);
    }
}
