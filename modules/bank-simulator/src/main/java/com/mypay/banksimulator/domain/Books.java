package com.mypay.banksimulator.domain;

import java.util.List;
import java.util.Optional;

/**
 * The books of all banks, as one unit of work sees and writes them. Units of work run one after another: what one has
 * read, no other changes under it.
 */
public interface Books {
    List<Bank> banks();

    Optional<Bank> bank(BankCode code);

    void save(Bank bank);

    Optional<Account> account(AccountId id);

    void open(Account account);

    void save(Account account);

    Optional<Transfer> transfer(TransferId id);

    /** The transfers taken in and not yet executed, oldest first. */
    List<Transfer> transfersInProgress();

    /** The network's next number for a transfer; never given twice, may leave gaps. */
    long nextTransferNumber();

    /** The network's next number for a booking, in the order of execution; never given twice, may leave gaps. */
    long nextBookingNumber();

    void add(Transfer transfer);

    void save(Transfer transfer);

    void add(Entry entry);

    void add(Charge charge);

    /** Books what one bank owes another after a transfer between them: all positions add up to 0. */
    void settleBetween(BankCode payer, BankCode payee, Won amount);
}
