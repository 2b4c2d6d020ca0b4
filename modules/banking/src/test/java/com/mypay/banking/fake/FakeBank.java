package com.mypay.banking.fake;

import com.mypay.banking.application.port.Bank;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankInstruction;
import com.mypay.banking.domain.StatementLine;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The banks: execute once per transaction id and date, count every call they receive, and behave as told. */
public final class FakeBank implements Bank {

    /** When the banks move money. */
    public static final Instant MOVED_AT = Instant.parse("2011-12-05T03:00:01Z");

    /** Of every account, whenever a statement is asked for. */
    public static final long BALANCE_WON = 7_000_000;

    /** What happens to a call. */
    public enum Behaviour {
        ANSWERS,
        REFUSES,
        /** Executes; the answer is lost. */
        LOSES_ANSWER,
        /** Receives nothing; the caller can't know. */
        LOSES_CALL,
        /** Receives nothing, and the caller knows. */
        IS_DOWN,
        /** Receives; executes when {@link #finishLate} is called. */
        IS_LATE
    }

    private final Runnable refuseInTransaction;
    private final Map<String, AccountFacts> accounts = new LinkedHashMap<>();
    private final Map<String, @Nullable Answer> transfers = new LinkedHashMap<>();
    private final List<BankInstruction> received = new ArrayList<>();
    private final List<String> memos = new ArrayList<>();
    private final List<String> verificationIds = new ArrayList<>();
    private final Map<LocalDate, Shown> statements = new LinkedHashMap<>();
    private Behaviour behaviour = Behaviour.ANSWERS;
    private boolean questionsAnswered = true;
    private int inquiries;
    private Runnable beforeNextAnswer = () -> {};
    private Runnable duringNextInquiry = () -> {};

    public FakeBank(Runnable refuseInTransaction) {
        this.refuseInTransaction = refuseInTransaction;
    }

    public void has(BankAccountNumber account, String holderName) {
        has(account, holderName, "OPEN");
    }

    public void has(BankAccountNumber account, String holderName, String status) {
        accounts.put(
                key(account),
                new AccountFacts(account, holderName, status, LocalDate.parse("2009-01-02"), null, "TAXABLE"));
    }

    /** All calls from now on. */
    public synchronized void now(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    public void answersNoQuestions() {
        questionsAnswered = false;
    }

    public void answersQuestions() {
        questionsAnswered = true;
    }

    /** What somebody else does while the next call is with the bank. */
    public void beforeNextAnswer(Runnable meanwhile) {
        beforeNextAnswer = meanwhile;
    }

    /** What somebody else does while the bank's next answer to an inquiry is on its way. */
    public void duringNextInquiry(Runnable meanwhile) {
        duringNextInquiry = meanwhile;
    }

    /** Every transfer call that arrived, the fees are charged by it. */
    public synchronized List<BankInstruction> received() {
        return List.copyOf(received);
    }

    /** Of the 1-won deposits. */
    public List<String> memos() {
        return List.copyOf(memos);
    }

    public List<String> verificationIds() {
        return List.copyOf(verificationIds);
    }

    public int inquiries() {
        return inquiries;
    }

    /** From now on it knows nothing of what it hasn't executed. */
    public void forgets() {
        transfers.values().removeIf(Objects::isNull);
    }

    public void finishLate() {
        transfers.replaceAll((id, answer) -> answer == null ? completed(id) : answer);
    }

    @Override
    public synchronized Answer transfer(BankInstruction instruction) {
        refuseInTransaction.run();
        if (behaviour == Behaviour.IS_DOWN) {
            throw new UnavailableException("the bank is down");
        }
        if (behaviour != Behaviour.LOSES_CALL) {
            received.add(instruction);
        }
        Answer answer = decide(instruction.transactionId() + "@" + instruction.transactionDate());
        Runnable meanwhile = beforeNextAnswer;
        beforeNextAnswer = () -> {};
        meanwhile.run();
        return answer;
    }

    private Answer decide(String id) {
        switch (behaviour) {
            case ANSWERS -> {
                return execute(id);
            }
            case REFUSES -> {
                Answer refused = Answer.refused("INSUFFICIENT_FUNDS", "ref-" + id);
                transfers.put(id, refused);
                return refused;
            }
            case LOSES_ANSWER -> execute(id);
            case IS_LATE -> transfers.putIfAbsent(id, null);
            case LOSES_CALL, IS_DOWN -> {}
        }
        throw new UnknownOutcomeException("the bank did not answer", "", null);
    }

    private Answer execute(String id) {
        Answer before = transfers.get(id);
        if (before != null) {
            return before;
        }
        Answer answer = completed(id);
        transfers.put(id, answer);
        return answer;
    }

    private static Answer completed(String id) {
        return Answer.completed("ref-" + id.substring(0, 32), MOVED_AT);
    }

    @Override
    public Inquiry inquire(BankInstruction instruction) {
        refuseInTransaction.run();
        inquiries++;
        if (!questionsAnswered) {
            throw new UnavailableException("the bank did not answer a question");
        }
        Inquiry inquiry = known(instruction.transactionId() + "@" + instruction.transactionDate());
        Runnable meanwhile = duringNextInquiry;
        duringNextInquiry = () -> {};
        meanwhile.run();
        return inquiry;
    }

    private Inquiry known(String id) {
        if (!transfers.containsKey(id)) {
            return Inquiry.NOT_RECEIVED;
        }
        Answer answer = transfers.get(id);
        return answer == null ? Inquiry.IN_PROGRESS : Inquiry.decided(answer);
    }

    @Override
    public Answer sendVerification(
            String transactionId, LocalDate transactionDate, BankAccountNumber account, String memo) {
        refuseInTransaction.run();
        if (behaviour == Behaviour.IS_DOWN) {
            throw new UnavailableException("the bank is down");
        }
        if (!verificationIds.contains(transactionId)) {
            memos.add(memo);
        }
        verificationIds.add(transactionId);
        return decide(transactionId + "@" + transactionDate);
    }

    @Override
    public Optional<AccountFacts> findAccount(BankAccountNumber account) {
        refuseInTransaction.run();
        if (!questionsAnswered) {
            throw new UnavailableException("the bank did not answer a question");
        }
        return Optional.ofNullable(accounts.get(key(account)));
    }

    private static String key(BankAccountNumber account) {
        return account.bank() + "/" + account.number();
    }

    /** What its statements show, in pages of so many lines. */
    public void shows(LocalDate date, int pageSize, List<StatementLine> lines) {
        statements.put(date, new Shown(pageSize, List.copyOf(lines)));
    }

    private record Shown(int pageSize, List<StatementLine> lines) {}

    @Override
    public StatementPage statement(
            BankAccountNumber account, LocalDate date, int pageNumber, @Nullable String cursor, int limit) {
        refuseInTransaction.run();
        if (!questionsAnswered) {
            throw new UnavailableException("the bank answers no questions");
        }
        Shown shown = statements.getOrDefault(date, new Shown(limit, List.of()));
        long after = cursor == null ? 0 : Long.parseLong(cursor);
        List<StatementLine> rest =
                shown.lines().stream().filter(line -> line.number() > after).toList();
        List<StatementLine> page = rest.subList(0, Math.min(rest.size(), shown.pageSize()));
        boolean last = page.size() == rest.size();
        return new StatementPage(
                page,
                BALANCE_WON,
                last ? null : Long.toString(page.get(page.size() - 1).number()));
    }
}
