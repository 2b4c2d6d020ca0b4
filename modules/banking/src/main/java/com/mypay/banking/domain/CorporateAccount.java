package com.mypay.banking.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The operator's own account at a bank (법인 계좌). Through the primary one all money comes in and goes out. */
@Entity
@Table(name = "CORPORATE_ACCOUNT")
@SuppressWarnings("NullAway.Init")
public class CorporateAccount {

    @Id
    @Column(name = "ACCOUNT_ID")
    private String accountId;

    @Column(name = "BANK_CODE")
    private String bankCode;

    @Column(name = "ACCOUNT_NUMBER")
    private String accountNumber;

    @Column(name = "HOLDER_NAME")
    private String holderName;

    @Column(name = "PRIMARY_MARK")
    private @Nullable Integer primaryMark;

    @Column(name = "REGISTERED_BY")
    private String registeredBy;

    @Column(name = "REGISTERED_AT")
    private Instant registeredAt;

    private String guid;

    @Version
    private int version;

    /** For JPA. */
    protected CorporateAccount() {}

    /** Who has registered it, when, in which business transaction. */
    public record Registration(String id, String by, Instant at, String guid) {}

    /** Not the primary one yet. */
    public static CorporateAccount registered(BankAccountNumber account, String holderName, Registration registration) {
        CorporateAccount corporate = new CorporateAccount();
        corporate.accountId = registration.id();
        corporate.bankCode = account.bank().value();
        corporate.accountNumber = account.number();
        corporate.holderName = holderName;
        corporate.registeredBy = registration.by();
        corporate.registeredAt = registration.at();
        corporate.guid = registration.guid();
        return corporate;
    }

    /** The former primary one has to be {@link #retire retired} first. */
    public void makePrimary() {
        primaryMark = 1;
    }

    /** Another one becomes the primary account. */
    public void retire() {
        primaryMark = null;
    }

    public String id() {
        return accountId;
    }

    public BankAccountNumber account() {
        return new BankAccountNumber(new BankCode(bankCode), accountNumber);
    }

    public String holderName() {
        return holderName;
    }

    public boolean isPrimary() {
        return primaryMark != null;
    }

    public String registeredBy() {
        return registeredBy;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    public String guid() {
        return guid;
    }
}
