package com.mypay.money.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;

/**
 * What one member has (마이 머니): the balance, and what of it is on hold. Available = balance − held, never negative.
 * Each change of the balance gives the posting that explains it; both are stored in one transaction, in which the row
 * is locked.
 *
 * <p>Not a JPA entity, for speed: every payment changes one of these. Reading, locking and writing it by plain SQL is
 * one statement each, without a persistence context around it.
 */
public final class MemberMoney {

    private final MemberId member;
    private Won balance;
    private Won held;
    private long changings;

    private MemberMoney(MemberId member, Won balance, Won held, long changings) {
        this.member = member;
        this.balance = balance;
        this.held = held;
        this.changings = changings;
    }

    /** A new member has nothing. */
    public static MemberMoney opened(MemberId member) {
        return new MemberMoney(member, Won.ZERO, Won.ZERO, 0);
    }

    /** As it was stored. */
    public static MemberMoney stored(MemberId member, Won balance, Won held, long changings) {
        return new MemberMoney(member, balance, held, changings);
    }

    public Posting increase(Won amount) {
        return change(positive(amount));
    }

    /** Only what {@link #covers} says. */
    public Posting decrease(Won amount) {
        if (!covers(amount)) {
            throw new IllegalStateException("more than available");
        }
        return change(positive(amount).negated());
    }

    /** Sets a part aside; only what {@link #covers} says. */
    public void hold(Won amount) {
        if (!covers(amount)) {
            throw new IllegalStateException("more than available");
        }
        held = held.plus(positive(amount));
    }

    /** What was on hold is available again. */
    public void release(Won amount) {
        if (positive(amount).isMoreThan(held)) {
            throw new IllegalStateException("more than is on hold");
        }
        held = held.minus(amount);
    }

    /** What was on hold is gone. */
    public Posting capture(Won amount) {
        release(amount);
        return decrease(amount);
    }

    public boolean covers(Won amount) {
        return !available().isLessThan(amount);
    }

    /** How much is missing; zero if nothing is. */
    public Won shortageFor(Won amount) {
        return amount.minus(available()).max(Won.ZERO);
    }

    private Posting change(Won signed) {
        balance = balance.plus(signed);
        changings++;
        return Posting.ofMember(member, changings, signed, balance);
    }

    private static Won positive(Won amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("not an amount to move: " + amount);
        }
        return amount;
    }

    public MemberId member() {
        return member;
    }

    public Won balance() {
        return balance;
    }

    public Won held() {
        return held;
    }

    public Won available() {
        return balance.minus(held);
    }

    /** How often the balance has changed. */
    public long changings() {
        return changings;
    }
}
