package com.mypay.simulation;

import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.BankInstruction;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.domain.FirmbankingStep;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeStatus;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.Hold;
import com.mypay.money.domain.HoldStatus;
import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.Posting;
import com.mypay.remittance.domain.PayeeKind;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.RemittanceMove;
import com.mypay.remittance.domain.RemittanceStatus;
import com.mypay.remittance.domain.Sender;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds after every run, numbered as in the project's list. */
final class Invariants {

    private final Banks banks;
    private final BankingService banking;
    private final MoneyService money;
    private final RemittanceService remittance;
    private final Won moneyInTheWorld;

    /** To be made before the run begins. */
    Invariants(Installation installation) {
        banks = installation.banks;
        banking = installation.banking;
        money = installation.money;
        remittance = installation.remittance;
        moneyInTheWorld = banks.money();
    }

    /** @throws AssertionError the first that doesn't */
    void hold() {
        postingsAddUpToZero();
        bankAndLedgerAgree();
        balancesAreTheirPostings();
        eachRemittanceMovesMoneyOnceOrNever();
        remittancesOfASenderKeepTheirOrder();
        limitsAreUsedByWhatWasSent();
        bankDaysAreUsedByWhatWasMoved();
        eachInstructionIsCalledOnce();
        paymentsAreBookedOnce();
        historiesAreLegal();
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
        Won corporate = banks.balanceOf(BankingService.CORPORATE).minus(Installation.CORPORATE_BALANCE);
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
            Won posted = sum(money.entries().all().stream().flatMap(entry -> ofMember(entry, mine.member())));
            require(
                    mine.balance().equals(posted),
                    "I3: {0} has {1}, posted {2}",
                    mine.member(),
                    mine.balance(),
                    posted);
            Won onHold = held.getOrDefault(mine.member(), Won.ZERO);
            require(mine.held().equals(onHold), "I3: {0} has {1} on hold", mine.member(), mine.held());
            require(!mine.available().isNegative(), "I3: {0} has less than nothing", mine.member());
        }
    }

    /** I4, and what of it the bank has done. */
    private void eachRemittanceMovesMoneyOnceOrNever() {
        Map<String, List<Entry>> booked = money.entries().all().stream()
                .filter(entry -> entry.cause() == Cause.REMITTANCE)
                .collect(Collectors.groupingBy(Entry::reference));
        Map<String, Long> paid = banks.transfers().stream()
                .filter(Banks.Transfer::isExecuted)
                .map(transfer -> transfer.instruction().transactionId())
                .map(id -> banking.firmbankings().find(id).orElseThrow())
                .filter(firmbanking -> firmbanking.requester().equals("remittance"))
                .collect(Collectors.groupingBy(
                        firmbanking -> firmbanking.requestId().value().substring(0, 32), Collectors.counting()));
        Set<String> known = new HashSet<>();
        for (Remittance sent : remittance.tables().remittances().all()) {
            String id = sent.id().value();
            known.add(id);
            boolean succeeded = sent.status() == RemittanceStatus.SUCCEEDED;
            boolean toAccount = sent.order().payee().kind() == PayeeKind.ACCOUNT;
            List<Entry> entries = booked.getOrDefault(id, List.of());
            require(entries.size() == (succeeded ? 1 : 0), "I4: {0} is {1}, booked {2}", id, sent.status(), entries);
            long payments = paid.getOrDefault(id, 0L);
            require(
                    payments == (succeeded && toAccount ? 1 : 0),
                    "I4: {0} is {1}, paid {2} times",
                    id,
                    sent.status(),
                    payments);
            entries.forEach(entry -> requireAmounts(sent, entry));
            require(sent.progress().stuckCode() == null, "I4: {0} is stuck", id);
            Won toppedUp = toppedUpFor(id);
            // One that is cancelled in a top-up doesn't wait to hear what comes of it
            boolean endedBefore = sent.status() == RemittanceStatus.CANCELLED
                    && toppedUp.isMoreThan(sent.progress().toppedUp());
            require(
                    toppedUp.equals(sent.progress().toppedUp()) || endedBefore,
                    "I4: {0} says {1} were topped up, not {2}",
                    id,
                    sent.progress().toppedUp(),
                    toppedUp);
        }
        require(known.containsAll(booked.keySet()), "I4: booked and not remitted: {0}", booked.keySet());
    }

    private Won toppedUpFor(String remittanceId) {
        return money.charges().all().stream()
                .filter(charge ->
                        remittanceId.equals(charge.remittanceId()) && charge.status() == ChargeStatus.COMPLETED)
                .map(Charge::amount)
                .reduce(Won.ZERO, Won::plus);
    }

    private static void requireAmounts(Remittance sent, Entry entry) {
        Remittance.Order order = sent.order();
        Won taken = sum(ofMember(entry, order.sender()));
        require(taken.equals(order.total().negated()), "I4: {0} took {1}, not {2}", sent.id(), taken, order.total());
        Won fee = sum(entry.postings().stream().filter(posting -> posting.account() == AccountKind.FEE_INCOME));
        require(fee.equals(order.fee()), "I4: {0} has a fee of {1}, not of {2}", sent.id(), fee, order.fee());
    }

    /** The sender's next remittance begins when the one before has its money, or won't get it; by their numbers. */
    private void remittancesOfASenderKeepTheirOrder() {
        Map<MemberId, List<Remittance>> bySender = remittance.tables().remittances().all().stream()
                .sorted(Comparator.comparingLong(one -> one.accepted().number()))
                .collect(Collectors.groupingBy(Remittance::sender));
        bySender.values().forEach(this::requireOrder);
    }

    private void requireOrder(List<Remittance> ofSender) {
        Instant left = Instant.MIN;
        long number = 0;
        for (Remittance one : ofSender) {
            number++;
            require(one.accepted().number() == number, "order: {0} has not number {1}", one.id(), number);
            List<RemittanceMove> moves = remittance.tables().remittances().historyOf(one.id());
            Instant begun = firstAt(moves, status -> status == RemittanceStatus.PREPARING);
            if (begun != null) {
                require(!begun.isBefore(left), "order: {0} has begun before its turn", one.id());
                left = Objects.requireNonNull(firstAt(moves, Invariants::hasLeftItsMoneyStep));
            }
        }
    }

    private static boolean hasLeftItsMoneyStep(RemittanceStatus status) {
        return status != RemittanceStatus.REQUESTED && status != RemittanceStatus.PREPARING;
    }

    private static @Nullable Instant firstAt(List<RemittanceMove> moves, Predicate<RemittanceStatus> status) {
        return moves.stream()
                .filter(move -> status.test(move.status()))
                .findFirst()
                .map(RemittanceMove::at)
                .orElse(null);
    }

    /** What failed or was cancelled on its own day doesn't count. */
    private void limitsAreUsedByWhatWasSent() {
        for (MemberMoney mine : money.memberMoneys().all()) {
            remittance.tables().remittances().senderOf(mine.member()).ifPresent(this::requireUsage);
        }
    }

    private void requireUsage(Sender sender) {
        Sender.State state = sender.state();
        Won sent = remittance.tables().remittances().all().stream()
                .filter(one -> one.sender().equals(sender.member())
                        && one.accepted().businessDate().equals(state.usageDate())
                        && one.status() == RemittanceStatus.SUCCEEDED)
                .map(one -> one.order().amount())
                .reduce(Won.ZERO, Won::plus);
        require(
                state.usedOfDay().equals(sent),
                "limits: {0} has used {1}, sent {2}",
                sender.member(),
                state.usedOfDay(),
                sent);
    }

    /** Of each bank's days: what was refused doesn't count. */
    private void bankDaysAreUsedByWhatWasMoved() {
        List<Firmbanking> all = banking.firmbankings().all();
        Set<LocalDate> days = all.stream().map(Firmbanking::transactionDate).collect(Collectors.toSet());
        for (BankCode bank : BankingService.BANKS) {
            for (LocalDate day : days) {
                Won moved = all.stream()
                        .filter(one -> one.status() == FirmbankingStatus.COMPLETED
                                && one.from().bank().equals(bank)
                                && one.transactionDate().equals(day))
                        .map(Firmbanking::amount)
                        .reduce(Won.ZERO, Won::plus);
                Won used = banking.dailyLimits().used(bank, day);
                require(used.equals(moved), "limits: bank {0} has used {1}, moved {2}", bank, used, moved);
            }
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

    /** I9 of what has no end of its own. */
    private void paymentsAreBookedOnce() {
        Set<String> booked = new HashSet<>();
        for (Entry entry : money.entries().all()) {
            if (entry.cause() != Cause.ADJUSTMENT) {
                require(
                        booked.add(entry.cause() + " " + entry.reference()),
                        "I9: {0} {1} is booked twice",
                        entry.cause(),
                        entry.reference());
            }
        }
    }

    /** I11. */
    private void historiesAreLegal() {
        RemittanceMove before = null;
        for (RemittanceMove move : remittance.tables().remittances().history()) {
            require(isLegal(before, move), "I11: {0} became {1}", move.remittance(), move.status());
            before = move;
        }
        for (FirmbankingStep step : banking.firmbankings().history()) {
            require(
                    step.fromStatus() == step.toStatus() || step.fromStatus().mayBecome(step.toStatus()),
                    "I11: {0} went from {1} to {2}",
                    step.firmbankingId(),
                    step.fromStatus(),
                    step.toStatus());
        }
    }

    private static boolean isLegal(@Nullable RemittanceMove before, RemittanceMove move) {
        if (before == null || !before.remittance().equals(move.remittance())) {
            return move.status() == RemittanceStatus.REQUESTED || move.status() == RemittanceStatus.FAILED;
        }
        return before.status() == move.status() || before.status().mayBecome(move.status());
    }

    private static Stream<Posting> ofMember(Entry entry, MemberId member) {
        return entry.postings().stream()
                .filter(posting -> posting.account() == AccountKind.MEMBER
                        && posting.changingId().member().equals(member));
    }

    private static Won sum(Stream<Posting> postings) {
        return postings.map(Posting::amount).reduce(Won.ZERO, Won::plus);
    }

    private static void require(boolean holds, String otherwise, Object... values) {
        if (!holds) {
            throw new AssertionError(MessageFormat.format(
                    otherwise, List.of(values).stream().map(Objects::toString).toArray()));
        }
    }
}
