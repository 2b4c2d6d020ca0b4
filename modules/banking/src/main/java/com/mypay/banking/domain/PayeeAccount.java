package com.mypay.banking.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * An account at any bank that somebody is going to send money to (받는 계좌), as its bank has confirmed it: it exists, is
 * open, and belongs to whom the sender was shown. Written once, never changed; everybody else knows it by its id.
 */
@Entity
@Table(name = "PAYEE_ACCOUNT")
@SuppressWarnings("NullAway.Init")
public class PayeeAccount {

    @Id
    @Column(name = "PAYEE_ACCOUNT_ID")
    private String payeeAccountId;

    @Column(name = "BANK_CODE")
    private String bankCode;

    @Column(name = "ACCOUNT_NUMBER")
    private String accountNumber;

    @Column(name = "HOLDER_NAME")
    private String holderName;

    @Column(name = "CONFIRMED_FOR")
    private String confirmedFor;

    @Column(name = "CONFIRMED_AT")
    private Instant confirmedAt;

    private String guid;

    /** For JPA. */
    protected PayeeAccount() {}

    /**
     * Who has asked, when, in which business transaction.
     *
     * @param id 32 hex digits
     */
    public record Confirmation(String id, String by, Instant at, String guid) {}

    /** @param holderName as the bank tells it */
    public static PayeeAccount confirmed(BankAccountNumber account, String holderName, Confirmation confirmation) {
        PayeeAccount payee = new PayeeAccount();
        payee.payeeAccountId = confirmation.id();
        payee.bankCode = account.bank().value();
        payee.accountNumber = account.number();
        payee.holderName = holderName;
        payee.confirmedFor = confirmation.by();
        payee.confirmedAt = confirmation.at();
        payee.guid = confirmation.guid();
        return payee;
    }

    public String id() {
        return payeeAccountId;
    }

    public BankAccountNumber account() {
        return new BankAccountNumber(new BankCode(bankCode), accountNumber);
    }

    public String holderName() {
        return holderName;
    }

    public String confirmedFor() {
        return confirmedFor;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    public String guid() {
        return guid;
    }
}
