package com.mypay.remittance.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All remittances with their histories. Who changes one holds the lock of its sender ({@link Senders#lockOf}) and reads it
 * after that.
 */
public interface Remittances {

    /** With the lines of its history. */
    void add(Remittance remittance);

    /** Stores what has changed, and the new lines of its history. */
    void changed(Remittance remittance);

    Optional<Remittance> find(RemittanceId id);

    /** The sender's first one after a number that still waits for its turn. */
    Optional<Remittance> nextRequested(MemberId sender, long afterNumber);

    /** Whose answer is due, the longest due first. */
    List<RemittanceId> due(Instant realNow, int atMost);

    /**
     * The staff's work list: what has waited for an answer since then, and what is stuck; in the order of their
     * {@linkplain Remittance#workListPlace() places}, after which a page starts.
     *
     * @param waitingSince real time
     * @return one row more than the page holds, if there is one
     */
    List<Remittance> workList(Instant waitingSince, PageRequest page);

    /** In the order of the lines. */
    List<RemittanceMove> historyOf(RemittanceId id);

    /** A sender's, the newest first. @return one row more than the page holds, if there is one */
    List<Remittance> find(Search search, PageRequest page);

    /** For monitoring. */
    Open open();

    /**
     * Whose remittances. A page starts after a number.
     *
     * @param from inclusive, {@code null}: from the first one on
     * @param to exclusive, {@code null}: to the last one
     * @param status {@code null}: any
     */
    record Search(
            MemberId sender,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable RemittanceStatus status) {}

    /**
     * What has not ended.
     *
     * @param oldestRequestedAt business time; {@code null} if nothing is open
     */
    record Open(long remittances, long inDoubt, @Nullable Instant oldestRequestedAt) {}
}
