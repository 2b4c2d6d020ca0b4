package com.mypay.banking.domain;

import com.mypay.framework.value.MemberId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All members' registered bank accounts and their history. Every method runs inside a transaction. */
public interface RegisteredBankAccounts {

    void add(RegisteredBankAccount account);

    /** Writes the account and its new steps now: what follows in the same transaction already sees it. */
    void save(RegisteredBankAccount account);

    Optional<RegisteredBankAccount> find(String accountId);

    /** The one that money comes from and goes to. */
    Optional<RegisteredBankAccount> verified(MemberId member);

    /** Waiting for their code, the latest first. */
    List<RegisteredBankAccount> pending(MemberId member);

    /** The latest registered one, whatever has become of it. */
    Optional<RegisteredBankAccount> latest(MemberId member);

    /** How many codes an account was sent on a business date, whoever has registered it. */
    long codesSent(BankAccountNumber account, LocalDate day);

    /** From the registration on. */
    List<RegisteredAccountStep> history(String accountId);
}
