package com.mypay.money.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import org.jspecify.annotations.Nullable;

/**
 * One signed line of the ledger (분개). Those of an {@link Entry} add up to 0.
 *
 * @param amount not zero
 * @param changing only of a member's account
 */
public record Posting(
        AccountKind account, Won amount, @Nullable Changing changing) {

    /**
     * What makes a member's posting a money changing (머니 변동).
     *
     * @param balanceAfter the member's balance after it
     */
    public record Changing(MoneyChangingId id, Won balanceAfter) {}

    public Posting {
        if (amount.isZero()) {
            throw new IllegalArgumentException("a posting of nothing");
        }
        if ((account == AccountKind.MEMBER) != (changing != null)) {
            throw new IllegalArgumentException("exactly a member's posting is a money changing");
        }
    }

    static Posting ofMember(MemberId member, long number, Won amount, Won balanceAfter) {
        return new Posting(AccountKind.MEMBER, amount, new Changing(new MoneyChangingId(member, number), balanceAfter));
    }

    public static Posting of(AccountKind account, Won amount) {
        return new Posting(account, amount, null);
    }

    /** Of a member's posting. */
    public MoneyChangingId changingId() {
        if (changing == null) {
            throw new IllegalStateException("a posting of " + account + " is no money changing");
        }
        return changing.id();
    }
}
