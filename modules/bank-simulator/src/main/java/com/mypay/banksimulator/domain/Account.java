package com.mypay.banksimulator.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer's account at a bank (계좌). Its endowment is the balance it was opened with; every later change of the
 * balance is an {@link Entry}. The balance is never negative.
 */
public final class Account {
    public static final Won LARGEST_ENDOWMENT = Won.won(1_000_000_000_000_000L);
    private static final int LONGEST_NAME = 100;

    private final AccountId id;
    private final String holderName;
    private final TaxStatus taxStatus;
    private final LocalDate openedOn;
    private final Won endowment;
    private AccountStatus status;
    private @Nullable LocalDate closedOn;
    private Won balance;

    private Account(
            AccountId id,
            String holderName,
            TaxStatus taxStatus,
            LocalDate openedOn,
            Won endowment,
            AccountStatus status,
            @Nullable LocalDate closedOn,
            Won balance) {
        this.id = id;
        this.holderName = holderName;
        this.taxStatus = taxStatus;
        this.openedOn = openedOn;
        this.endowment = endowment;
        this.status = status;
        this.closedOn = closedOn;
        this.balance = balance;
    }

    /** A new account; the holder's name has 1 to 100 characters, the endowment is 0 to 1,000,000,000,000,000 won. */
    public static Account opened(
            AccountId id, String holderName, TaxStatus taxStatus, LocalDate openedOn, Won endowment) {
        if (holderName.isBlank()
                || holderName.length() > LONGEST_NAME
                || holderName.chars().anyMatch(Character::isISOControl)) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, "holderName has 1 to 100 characters");
        }
        if (endowment.isLessThan(Won.ZERO) || LARGEST_ENDOWMENT.isLessThan(endowment)) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, "balanceWon is 0 to 1000000000000000");
        }
        return new Account(id, holderName, taxStatus, openedOn, endowment, AccountStatus.OPEN, null, endowment);
    }

    /** As it was stored. */
    public static Account stored(
            AccountId id,
            String holderName,
            TaxStatus taxStatus,
            LocalDate openedOn,
            Won endowment,
            AccountStatus status,
            @Nullable LocalDate closedOn,
            Won balance) {
        return new Account(id, holderName, taxStatus, openedOn, endowment, status, closedOn, balance);
    }

    /** Why this account can't pay, whatever the amount. */
    Optional<Refusal> refusalToPay() {
        return refusalUnless(status.pays());
    }

    /** Why this account can't take money in. */
    Optional<Refusal> refusalToReceive() {
        return refusalUnless(status.receives());
    }

    private Optional<Refusal> refusalUnless(boolean allowed) {
        if (allowed) {
            return Optional.empty();
        }
        return Optional.of(
                status == AccountStatus.CLOSED
                        ? Refusal.because(RefusalReason.ACCOUNT_CLOSED)
                        : new Refusal(RefusalReason.BANK_REFUSED, "거래가 제한된 계좌입니다 / the account is " + status));
    }

    void withdraw(Won amount) {
        if (balance.isLessThan(amount)) {
            throw new IllegalStateException("a withdrawal over the balance was not refused");
        }
        balance = balance.minus(amount);
    }

    void deposit(Won amount) {
        balance = balance.plus(amount);
    }

    /** Told by tests: the account is closed, frozen, dormant, or open again. The money stays in it. */
    public void change(AccountStatus next, LocalDate today) {
        if (next != status) {
            closedOn = next == AccountStatus.CLOSED ? today : null;
        }
        status = next;
    }

    public AccountId id() {
        return id;
    }

    public String holderName() {
        return holderName;
    }

    public TaxStatus taxStatus() {
        return taxStatus;
    }

    public LocalDate openedOn() {
        return openedOn;
    }

    public Won endowment() {
        return endowment;
    }

    public AccountStatus status() {
        return status;
    }

    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    public Won balance() {
        return balance;
    }
}
