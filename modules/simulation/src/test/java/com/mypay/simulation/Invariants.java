package com.mypay.simulation;

import com.mypay.banking.domain.BankInstruction;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.Hold;
import com.mypay.money.domain.HoldStatus;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.Posting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds after every run, numbered as in the project's list. */
final class Invariants {

    private final Banks banks;
    private final BankingService banking;
    private final MoneyService money;
    private final Won moneyInTheWorld;

    Invariants(Banks banks, BankingService banking, MoneyService money, Won moneyInTheWorld) {
        this.banks = banks;
        this.banking = banking;
        this.money = money;
        this.moneyInTheWorld = moneyInTheWorld;
    }

    /** @throws AssertionError the first that doesn't */
    void hold() {
        postingsAddUpToZero();
        bankAndLedgerAgree();
        balancesAreTheirPostings();
        eachInstructionIsCalledOnce();
    }

    /** I1. */
    private void postingsAddUpToZero() {
        for (Entry entry : money.entries().all()) {
            require(sum(entry.postings().stream()).isZero(), "I1: {0} does not add up to 0", entry);
        }
    }

    /** I2: the banks' journal, ours, and the ledger tell of the same won; and none was made or lost. */
    private void bankAndLedgerAgree() {
        require(banks.money().equals(moneyInTheWorld), "I2: the banks have {0}", banks.money());
        Set<String> executed = banks.transfers().stream()
                .filter(Banks.Transfer::isExecuted)
                .map(transfer -> transfer.instruction().transactionId())
                .collect(Collectors.toSet());
        Set<String> completed = banking.firmbankings().all().stream()
                .filter(firmbanking -> firmbanking.status() == FirmbankingStatus.COMPLETED)
                .map(Firmbanking::id)
                .collect(Collectors.toSet());
        require(executed.equals(completed), "I2: the banks have executed {0}, we have {1}", executed, completed);
        Won corporate = banks.balanceOf(BankingService.CORPORATE).minus(Won.won(1_000_000));
        Won cash = money.entries().balances().getOrDefault(AccountKind.CORPORATE_CASH, Won.ZERO);
        require(corporate.equals(cash.negated()), "I2: the bank holds {0}, the ledger says {1}", corporate, cash);
    }

    /** I3. */
    private void balancesAreTheirPostings() {
        Map<MemberId, Won> held = new HashMap<>();
        for (Hold hold : money.holds().all()) {
            if (hold.status() == HoldStatus.HELD) {
                held.merge(hold.member(), hold.amount(), Won::plus);
            }
        }
        for (MemberMoney mine : money.memberMoneys().all()) {
            Won posted = sum(money.entries().all().stream()
                    .flatMap(entry -> entry.postings().stream())
                    .filter(posting -> posting.account() == AccountKind.MEMBER
                            && posting.changingId().member().equals(mine.member())));
            require(
                    mine.balance().equals(posted),
                    "I3: {0} has {1}, posted {2}",
                    mine.member(),
                    mine.balance(),
                    posted);
            require(
                    mine.held().equals(held.getOrDefault(mine.member(), Won.ZERO)),
                    "I3: {0} has {1} on hold",
                    mine.member(),
                    mine.held());
            require(!mine.available().isNegative(), "I3: {0} has less than nothing", mine.member());
        }
    }

    /** I8. */
    private void eachInstructionIsCalledOnce() {
        Map<String, Long> calls = banks.billed().stream()
                .collect(Collectors.groupingBy(BankInstruction::transactionId, Collectors.counting()));
        for (Firmbanking firmbanking : banking.firmbankings().all()) {
            long billed = calls.getOrDefault(firmbanking.id(), 0L);
            require(billed <= 1, "I8: {0} was called {1} times", firmbanking.id(), billed);
            require(
                    billed == firmbanking.calls(),
                    "I8: {0} was called {1} times, we say {2}",
                    firmbanking.id(),
                    billed,
                    firmbanking.calls());
        }
    }

    private static Won sum(Stream<Posting> postings) {
        return postings.map(Posting::amount).reduce(Won.ZERO, Won::plus);
    }

    private static void require(boolean holds, String otherwise, Object... values) {
        if (!holds) {
            throw new AssertionError(java.text.MessageFormat.format(
                    otherwise, List.of(values).stream().map(Objects::toString).toArray()));
        }
    }
}
