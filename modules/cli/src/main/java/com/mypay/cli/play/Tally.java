package com.mypay.cli.play;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the steps of a plan's days. Safe for use by several threads. */
public final class Tally {

    private static final int LISTED = 20;

    private final Map<String, Integer> refusals = new TreeMap<>();
    private final List<String> unexpected = new ArrayList<>();
    private int unexpectedCount;
    private long payments;
    private long paidWon;
    private long topUps;
    private long toppedUpWon;
    private long cancellations;
    private long cancelledWon;
    private long sentToMembers;
    private long sentToMembersWon;
    private long sentToAccounts;
    private long sentToAccountsWon;
    private long remittanceFeesWon;
    private long[] nanos = new long[1024];
    private int timed;
    private long playedNanos;

    synchronized void paid(long won, long toppedUp) {
        payments++;
        paidWon += won;
        if (toppedUp > 0) {
            topUps++;
            toppedUpWon += toppedUp;
        }
    }

    synchronized void cancelled(long won) {
        cancellations++;
        cancelledWon += won;
    }

    /**
     * A remittance that has arrived.
     *
     * @param toAccount at a bank; otherwise to a member
     */
    synchronized void sent(boolean toAccount, long won, long feeWon, long toppedUp) {
        if (toAccount) {
            sentToAccounts++;
            sentToAccountsWon += won;
        } else {
            sentToMembers++;
            sentToMembersWon += won;
        }
        remittanceFeesWon += feeWon;
        if (toppedUp > 0) {
            topUps++;
            toppedUpWon += toppedUp;
        }
    }

    /** A payment, a cancellation or a remittance that was refused, or a remittance that failed. */
    synchronized void refused(String code) {
        refusals.merge(code, 1, Integer::sum);
    }

    /** Something that should have ended otherwise. */
    synchronized void unexpected(String what) {
        unexpectedCount++;
        if (unexpected.size() < LISTED) {
            unexpected.add(what);
        }
    }

    /** How long a payment of the business date took. */
    synchronized void timed(long took) {
        if (timed == nanos.length) {
            nanos = Arrays.copyOf(nanos, nanos.length * 2);
        }
        nanos[timed++] = took;
    }

    synchronized void played(long took) {
        playedNanos = took;
    }

    public synchronized long payments() {
        return payments;
    }

    public synchronized long paidWon() {
        return paidWon;
    }

    public synchronized long topUps() {
        return topUps;
    }

    public synchronized long toppedUpWon() {
        return toppedUpWon;
    }

    public synchronized long cancellations() {
        return cancellations;
    }

    public synchronized long cancelledWon() {
        return cancelledWon;
    }

    public synchronized long sentToMembers() {
        return sentToMembers;
    }

    public synchronized long sentToMembersWon() {
        return sentToMembersWon;
    }

    public synchronized long sentToAccounts() {
        return sentToAccounts;
    }

    public synchronized long sentToAccountsWon() {
        return sentToAccountsWon;
    }

    public synchronized long remittanceFeesWon() {
        return remittanceFeesWon;
    }

    /** By problem code, how often. */
    public synchronized Map<String, Integer> refusals() {
        return new TreeMap<>(refusals);
    }

    /** The first of them, for people. */
    public synchronized List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    public synchronized int unexpectedCount() {
        return unexpectedCount;
    }

    /** Of the business date. */
    public synchronized double paymentsPerSecond() {
        return playedNanos == 0 ? 0 : timed / (playedNanos / 1e9);
    }

    /** @param share 0.5: half of the payments were as fast or faster */
    public synchronized double millis(double share) {
        if (timed == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, timed);
        Arrays.sort(sorted);
        return sorted[Math.min(timed - 1, (int) (share * timed))] / 1e6;
    }
}
