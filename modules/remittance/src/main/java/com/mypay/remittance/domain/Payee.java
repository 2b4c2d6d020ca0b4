package com.mypay.remittance.domain;

import com.mypay.framework.value.MemberId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who gets the money (받는 이), as the sender has seen and confirmed it.
 *
 * @param memberId of kind {@code MEMBER} only
 * @param account of kind {@code ACCOUNT} only
 * @param name the member's or the account holder's
 */
public record Payee(
        PayeeKind kind,
        @Nullable MemberId memberId,
        @Nullable Account account,
        String name) {

    public Payee {
        if ((kind == PayeeKind.MEMBER) == (memberId == null) || (kind == PayeeKind.ACCOUNT) == (account == null)) {
            throw new IllegalArgumentException("a payee is a member or an account");
        }
    }

    /**
     * An account at a bank. Its number is known to banking only.
     *
     * @param id banking's name for it, 32 hex digits
     * @param bankCode three digits
     * @param maskedNumber for people: {@code ******1234}
     */
    public record Account(String id, String bankCode, String bankName, String maskedNumber) {}

    public static Payee member(MemberId id, String name) {
        return new Payee(PayeeKind.MEMBER, id, null, name);
    }

    public static Payee account(Account account, String holderName) {
        return new Payee(PayeeKind.ACCOUNT, null, account, holderName);
    }

    /** Of a payee of kind {@code MEMBER}. */
    public MemberId member() {
        return Objects.requireNonNull(memberId);
    }

    /** Of a payee of kind {@code ACCOUNT}. */
    public String accountId() {
        return Objects.requireNonNull(account).id();
    }
}
