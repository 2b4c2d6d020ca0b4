package com.mypay.banking.domain;

import com.mypay.framework.value.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * One side of a firmbanking as the requester names it.
 *
 * @param member only of {@link PartyKind#MEMBER}
 * @param account only of {@link PartyKind#ACCOUNT}
 * @param payeeAccountId only of {@link PartyKind#PAYEE}
 */
public record Party(
        PartyKind kind,
        @Nullable MemberId member,
        @Nullable BankAccountNumber account,
        @Nullable String payeeAccountId) {

    public Party {
        if ((member != null) != (kind == PartyKind.MEMBER)
                || (account != null) != (kind == PartyKind.ACCOUNT)
                || (payeeAccountId != null) != (kind == PartyKind.PAYEE)) {
            throw new IllegalArgumentException(kind + " is named by exactly what belongs to it");
        }
    }

    public static Party member(MemberId member) {
        return new Party(PartyKind.MEMBER, member, null, null);
    }

    public static Party corporate() {
        return new Party(PartyKind.CORPORATE, null, null, null);
    }

    public static Party account(BankAccountNumber account) {
        return new Party(PartyKind.ACCOUNT, null, account, null);
    }

    public static Party payee(String payeeAccountId) {
        return new Party(PartyKind.PAYEE, null, null, payeeAccountId);
    }
}
