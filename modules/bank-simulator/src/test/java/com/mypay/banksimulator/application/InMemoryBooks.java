package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.Account;
import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.Bank;
import com.mypay.banksimulator.domain.BankCode;
import com.mypay.banksimulator.domain.Books;
import com.mypay.banksimulator.domain.Charge;
import com.mypay.banksimulator.domain.Entry;
import com.mypay.banksimulator.domain.Transfer;
import com.mypay.banksimulator.domain.TransferId;
import com.mypay.banksimulator.domain.TransferStatus;
import com.mypay.banksimulator.domain.Won;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Books that are forgotten; a work that fails is not undone. */
public final class InMemoryBooks implements Books, Ledger {
    public final List<Entry> entries = new ArrayList<>();
    public final List<Charge> charges = new ArrayList<>();
    public final Map<BankCode, Long> positions = new LinkedHashMap<>();
    private final Map<String, Bank> banks = new TreeMap<>();
    private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    private final Map<TransferId, Transfer> transfers = new LinkedHashMap<>();
    private long lastTransferNumber;
    private long lastBookingNumber;

    @Override
    public synchronized <T> T inOrder(Function<Books, T> work) {
        return work.apply(this);
    }

    @Override
    public List<Bank> banks() {
        return List.copyOf(banks.values());
    }

    @Override
    public Optional<Bank> bank(BankCode code) {
        return Optional.ofNullable(banks.get(code.value()));
    }

    @Override
    public void save(Bank bank) {
        banks.put(bank.code().value(), bank);
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public void open(Account account) {
        if (accounts.putIfAbsent(account.id(), account) != null) {
            throw new IllegalStateException("opened twice");
        }
    }

    @Override
    public void save(Account account) {
        accounts.put(account.id(), account);
    }

    @Override
    public Optional<Transfer> transfer(TransferId id) {
        return Optional.ofNullable(transfers.get(id));
    }

    @Override
    public List<Transfer> transfersInProgress() {
        return transfers.values().stream()
                .filter(transfer -> transfer.status() == TransferStatus.IN_PROGRESS)
                .toList();
    }

    @Override
    public long nextTransferNumber() {
        return ++lastTransferNumber;
    }

    @Override
    public long nextBookingNumber() {
        return ++lastBookingNumber;
    }

    @Override
    public void add(Transfer transfer) {
        if (transfers.putIfAbsent(transfer.id(), transfer) != null) {
            throw new IllegalStateException("added twice");
        }
    }

    @Override
    public void save(Transfer transfer) {
        transfers.put(transfer.id(), transfer);
    }

    @Override
    public void add(Entry entry) {
        if (entries.stream().anyMatch(other -> other.sequence() == entry.sequence())) {
            throw new IllegalStateException("booked twice");
        }
        entries.add(entry);
    }

    @Override
    public void add(Charge charge) {
        charges.add(charge);
    }

    @Override
    public void settleBetween(BankCode payer, BankCode payee, Won amount) {
        positions.merge(payer, -amount.value(), Long::sum);
        positions.merge(payee, amount.value(), Long::sum);
    }
}
