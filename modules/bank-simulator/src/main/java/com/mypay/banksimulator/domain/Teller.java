package com.mypay.banksimulator.domain;

import com.mypay.banksimulator.domain.Instruction.Kind;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes transfers in and executes them at one bank, on the books of one unit of work: the one place where money moves.
 * Storing the transfer itself is left to the use case.
 */
public final class Teller {
    private static final Won VERIFICATION_ENDOWMENT = Won.won(1_000_000_000L);

    private final Books books;
    private final Bank bank;

    private Teller(Books books, Bank bank) {
        this.books = books;
        this.bank = bank;
    }

    public static Teller at(BankCode code, Books books) {
        return new Teller(
                books,
                books.bank(code).orElseThrow(() -> new Rejected(BankProblem.UNKNOWN_BANK, "no bank has this code")));
    }

    /** A new transfer, taken in and charged, not executed. */
    public Transfer takeIn(Instruction instruction, Instant at) {
        Transfer transfer = Transfer.received(instruction, books.nextTransferNumber(), at);
        books.add(Charge.received(transfer, bank.feePerCall()));
        return transfer;
    }

    /** One more call for a transfer that is known already: charged again, not executed again. */
    public void takeInAgain(Transfer transfer) {
        books.add(Charge.received(transfer, bank.feePerCall()).plus(Charge.answered(transfer, bank.feePerCall())));
    }

    /** Refuses without looking. */
    public void refuse(Transfer transfer, Refusal why, Instant at) {
        transfer.refuse(why, at);
        books.add(Charge.answered(transfer, bank.feePerCall()));
    }

    /** Moves the money, or refuses; once per transfer. */
    public void execute(Transfer transfer, Instant at) {
        Instruction instruction = transfer.instruction();
        Optional<Account> from = payer(instruction, at);
        Optional<Account> to = books.account(instruction.to());
        if (from.isEmpty() || to.isEmpty()) {
            refuse(transfer, Refusal.because(RefusalReason.NO_ACCOUNT), at);
            return;
        }
        Optional<Refusal> refusal = refusal(from.get(), to.get(), instruction.amount());
        if (refusal.isPresent()) {
            refuse(transfer, refusal.get(), at);
            return;
        }
        transfer.complete(books.nextBookingNumber(), at);
        move(transfer, from.get(), to.get(), at);
        books.add(Charge.answered(transfer, bank.feePerCall()).plus(Charge.executed(transfer)));
    }

    private Optional<Account> payer(Instruction instruction, Instant at) {
        Optional<Account> payer = books.account(instruction.from());
        if (payer.isPresent() || instruction.kind() == Kind.TRANSFER) {
            return payer;
        }
        Account verification = Account.opened(
                instruction.from(), bank.nameKo() + " 계좌확인", TaxStatus.TAXABLE, Days.dayOf(at), VERIFICATION_ENDOWMENT);
        books.open(verification);
        return Optional.of(verification);
    }

    private Optional<Refusal> refusal(Account from, Account to, Won amount) {
        Optional<Refusal> ofAnAccount = from.refusalToPay().or(to::refusalToReceive);
        if (ofAnAccount.isPresent()) {
            return ofAnAccount;
        }
        if (bank.transferLimit().isLessThan(amount)) {
            return Optional.of(Refusal.because(RefusalReason.LIMIT_EXCEEDED));
        }
        if (from.balance().isLessThan(amount)) {
            return Optional.of(Refusal.because(RefusalReason.INSUFFICIENT_FUNDS));
        }
        return Optional.empty();
    }

    private void move(Transfer transfer, Account from, Account to, Instant at) {
        Won amount = transfer.instruction().amount();
        from.withdraw(amount);
        to.deposit(amount);
        books.save(from);
        books.save(to);
        books.add(entry(transfer, Entry.Direction.DEBIT, from, to, at));
        books.add(entry(transfer, Entry.Direction.CREDIT, to, from, at));
        if (!from.id().bankCode().equals(to.id().bankCode())) {
            books.settleBetween(from.id().bankCode(), to.id().bankCode(), amount);
        }
    }

    private static Entry entry(
            Transfer transfer, Entry.Direction direction, Account account, Account counterparty, Instant at) {
        return new Entry(
                2 * transfer.bookingNumber() + (direction == Entry.Direction.CREDIT ? 1 : 0),
                account.id(),
                transfer.id(),
                direction,
                transfer.instruction().amount(),
                account.balance(),
                counterparty.id(),
                counterparty.holderName(),
                transfer.instruction().memo(),
                at);
    }
}
