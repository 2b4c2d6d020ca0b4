package com.mypay.simulation;

import com.mypay.banking.application.port.Bank;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankInstruction;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.value.Won;
import com.mypay.simulation.kernel.Fault;
import com.mypay.simulation.kernel.Server;
import com.mypay.simulation.kernel.World;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The banks outside, and the truth: execute an instruction once per transaction id and date, bill every call that
 * arrives but none that only the network has doubled, and are slow, silent, late or away. A call arrives at most two seconds after its caller has given up; that is
 * what banking relies on before it sends anything again.
 */
final class Banks {

    /** As banking's configuration has it. */
    private static final int TIMEOUT_MILLIS = 5_000;

    private static final int ARRIVES_LATER_MILLIS = 2_000;
    private static final int DECIDES_WITHIN_MILLIS = 4_000;
    private static final int USUALLY_WITHIN_MILLIS = 300;
    private static final int SLOW = 100;
    private static final int LATE_MILLIS = 600_000;
    private static final int ANSWER_TAKES_MILLIS = 1_500;
    private static final int OUTAGE_MILLIS = 120_000;
    private static final int REFUSALS = 60;

    private final World world;
    private final Map<BankAccountNumber, Won> balances = new LinkedHashMap<>();
    private final Map<String, Transfer> transfers = new LinkedHashMap<>();
    private final List<BankInstruction> billed = new ArrayList<>();
    private long awayUntilMillis;

    Banks(World world) {
        this.world = world;
    }

    /** What a bank has taken in. */
    static final class Transfer {
        private final BankInstruction instruction;
        private Bank.@Nullable Answer answer;

        private Transfer(BankInstruction instruction) {
            this.instruction = instruction;
        }

        BankInstruction instruction() {
            return instruction;
        }

        boolean isExecuted() {
            return answer != null && answer.completed();
        }
    }

    void open(BankAccountNumber account, Won balance) {
        balances.put(account, balance);
    }

    /** In the order in which they were taken in. */
    List<Transfer> transfers() {
        return List.copyOf(transfers.values());
    }

    /** Whether a transaction was executed; empty while the bank hasn't decided, or doesn't know of it. */
    Optional<Boolean> decisionOf(String transactionId) {
        return transfers.values().stream()
                .filter(transfer -> transfer.instruction().transactionId().equals(transactionId))
                .findFirst()
                .map(transfer -> transfer.answer)
                .map(Bank.Answer::completed);
    }

    /** The bill: each call that has arrived. */
    List<BankInstruction> billed() {
        return List.copyOf(billed);
    }

    /** All accounts together. */
    Won money() {
        return balances.values().stream().reduce(Won.ZERO, Won::plus);
    }

    Won balanceOf(BankAccountNumber account) {
        return balances.getOrDefault(account, Won.ZERO);
    }

    /** The banks as one server sees them. */
    Bank lineOf(Server.Life server) {
        return new Line(server);
    }

    private final class Line implements Bank {
        private final Server.Life server;

        Line(Server.Life server) {
            this.server = server;
        }

        /** Nobody reconciles here: the world ends before its first day does. */
        @Override
        public StatementPage statement(
                BankAccountNumber account, LocalDate date, int pageNumber, @Nullable String cursor, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Answer transfer(BankInstruction instruction) {
            call();
            if (strikes(Fault.CALL_LATE)) {
                int arrival = TIMEOUT_MILLIS + world.dice().between(0, ARRIVES_LATER_MILLIS);
                world.scheduler().after(arrival, () -> arrive(instruction));
                throw silence(TIMEOUT_MILLIS);
            }
            if (strikes(Fault.CALL_DOUBLED)) {
                int arrival = world.dice().between(1, TIMEOUT_MILLIS + ARRIVES_LATER_MILLIS);
                world.scheduler().after(arrival, () -> arriveDoubled(instruction));
            }
            if (strikes(Fault.CALL_LOST)) {
                throw silence(TIMEOUT_MILLIS);
            }
            Transfer transfer = arrive(instruction);
            int waiting = world.dice().between(0, SLOW) == 0 ? DECIDES_WITHIN_MILLIS : USUALLY_WITHIN_MILLIS;
            server.pause(waiting);
            Answer answer = transfer.answer;
            if (answer == null || strikes(Fault.ANSWER_LOST)) {
                throw silence(TIMEOUT_MILLIS - waiting);
            }
            return answer;
        }

        @Override
        public Inquiry inquire(BankInstruction instruction) {
            call();
            if (strikes(Fault.CALL_LOST)) {
                server.pause(TIMEOUT_MILLIS);
                throw new UnavailableException("the bank did not answer a question");
            }
            Inquiry known = known(instruction);
            server.pause(world.dice().between(0, ANSWER_TAKES_MILLIS));
            if (strikes(Fault.ANSWER_LOST)) {
                throw new UnavailableException("the bank did not answer a question");
            }
            return known;
        }

        private void call() {
            server.refuseTransaction("a bank");
            server.reachStep();
            world.step();
            if (isAway() || strikes(Fault.CALL_REFUSED)) {
                throw new UnavailableException("the bank is down");
            }
        }

        private UnknownOutcomeException silence(int millis) {
            server.pause(millis);
            return new UnknownOutcomeException("the bank did not answer", "", null);
        }

        @Override
        public Answer sendVerification(
                String transactionId, LocalDate transactionDate, BankAccountNumber account, String memo) {
            throw new IllegalStateException("accounts are linked before a run begins");
        }

        @Override
        public Optional<AccountFacts> findAccount(BankAccountNumber account) {
            call();
            return Optional.ofNullable(balances.get(account))
                    .map(balance -> new AccountFacts(
                            account, "holder", "OPEN", LocalDate.parse("2009-01-02"), null, "TAXABLE"));
        }
    }

    private Transfer arrive(BankInstruction instruction) {
        billed.add(instruction);
        return transfers.computeIfAbsent(key(instruction), key -> takeIn(instruction));
    }

    private void arriveDoubled(BankInstruction instruction) {
        if (!transfers.containsKey(key(instruction))) {
            arrive(instruction);
        }
    }

    private Transfer takeIn(BankInstruction instruction) {
        Transfer transfer = new Transfer(instruction);
        if (strikes(Fault.BANK_LATE)) {
            world.scheduler().after(world.dice().between(TIMEOUT_MILLIS, LATE_MILLIS), () -> decide(transfer));
        } else {
            decide(transfer);
        }
        return transfer;
    }

    private void decide(Transfer transfer) {
        BankInstruction instruction = transfer.instruction();
        Won has = balanceOf(instruction.from());
        String reference = "ref-" + instruction.transactionId().substring(16);
        if (!balances.containsKey(instruction.to())) {
            transfer.answer = Bank.Answer.refused("ACCOUNT_NOT_FOUND", reference);
        } else if (has.isLessThan(instruction.amount())) {
            transfer.answer = Bank.Answer.refused("INSUFFICIENT_FUNDS", reference);
        } else if (world.dice().happens(REFUSALS)) {
            transfer.answer = Bank.Answer.refused("ACCOUNT_FROZEN", reference);
        } else {
            balances.merge(instruction.from(), instruction.amount().negated(), Won::plus);
            balances.merge(instruction.to(), instruction.amount(), Won::plus);
            Instant now = world.scheduler().now();
            transfer.answer = Bank.Answer.completed(reference, now);
        }
        world.tell("the bank decides {0}: {1}", instruction.transactionId(), transfer.answer);
    }

    private Bank.Inquiry known(BankInstruction instruction) {
        Transfer transfer = transfers.get(key(instruction));
        if (transfer == null) {
            return Bank.Inquiry.NOT_RECEIVED;
        }
        Bank.Answer answer = transfer.answer;
        return answer == null ? Bank.Inquiry.IN_PROGRESS : Bank.Inquiry.decided(answer);
    }

    private boolean isAway() {
        long now = world.scheduler().now().toEpochMilli();
        if (now >= awayUntilMillis && strikes(Fault.BANK_DOWN)) {
            awayUntilMillis = now + world.dice().between(1_000, OUTAGE_MILLIS);
            world.tell("the banks are away");
        }
        return now < awayUntilMillis && !world.faults().haveStopped();
    }

    private boolean strikes(Fault fault) {
        return world.faults().strikes(fault);
    }

    private static String key(BankInstruction instruction) {
        return instruction.transactionId() + "@" + instruction.transactionDate();
    }
}
