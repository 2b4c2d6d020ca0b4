package com.mypay.money.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The ledger. Nothing in it is ever changed. */
public interface Entries {

    void book(Entry entry);

    /**
     * Remembers that something was booked, for causes that may be told more than once.
     *
     * @return whether this is the first time; {@code false}: it is in the ledger already
     */
    boolean isFirst(Cause cause, String reference, Occasion occasion);

    /**
     * A member's money changings, the newest first.
     *
     * @param before only those with a smaller number
     * @param atMost how many
     */
    List<MoneyChanging> changings(MemberId member, Instant from, Instant until, long before, int atMost);

    /** Each account's balance now, by its last checkpoint and the postings since; accounts without postings are 0. */
    Map<AccountKind, Won> balances();

    /**
     * Sums up everything up to an entry id, so that asking for balances stays cheap.
     *
     * @param upToEntryId no transaction that is still running may have an entry up to it
     */
    void checkpoint(String upToEntryId, Occasion occasion);
}
