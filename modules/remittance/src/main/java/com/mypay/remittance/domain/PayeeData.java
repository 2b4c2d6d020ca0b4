package com.mypay.remittance.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.remittance.domain.Payee.Account;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link Payee} as JPA keeps it, in the columns that each table has for one. */
@Embeddable
@Access(AccessType.FIELD)
@SuppressWarnings("NullAway.Init") // JPA sets the fields
class PayeeData {

    @Enumerated(EnumType.STRING)
    @Column(name = "PAYEE_KIND")
    private PayeeKind kind;

    @Column(name = "PAYEE_MEMBER_ID")
    private @Nullable MemberId memberId;

    @Column(name = "PAYEE_ACCOUNT_ID")
    private @Nullable String accountId;

    @Column(name = "PAYEE_NAME")
    private String name;

    @Column(name = "BANK_CODE")
    private @Nullable String bankCode;

    @Column(name = "BANK_NAME")
    private @Nullable String bankName;

    @Column(name = "MASKED_NUMBER")
    private @Nullable String maskedNumber;

    protected PayeeData() {}

    static PayeeData of(Payee payee) {
        Account account = payee.account();
        PayeeData data = new PayeeData();
        data.kind = payee.kind();
        data.memberId = payee.memberId();
        data.name = payee.name();
        if (account != null) {
            data.accountId = account.id();
            data.bankCode = account.bankCode();
            data.bankName = account.bankName();
            data.maskedNumber = account.maskedNumber();
        }
        return data;
    }

    Payee payee() {
        return switch (kind) {
            case MEMBER -> Payee.member(Objects.requireNonNull(memberId), name);
            case ACCOUNT ->
                Payee.account(
                        new Account(
                                Objects.requireNonNull(accountId),
                                Objects.requireNonNull(bankCode),
                                Objects.requireNonNull(bankName),
                                Objects.requireNonNull(maskedNumber)),
                        name);
        };
    }
}
