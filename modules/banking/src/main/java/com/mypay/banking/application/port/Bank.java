package com.mypay.banking.application.port;

import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankInstruction;
import com.mypay.banking.domain.StatementLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The banks. Every method waits for the bank and so is called outside of transactions.
 *
 * <p>Each throws {@link com.mypay.framework.problem.UnavailableException} if the call has certainly not been taken in,
 * and {@link com.mypay.framework.problem.UnknownOutcomeException} if it may have been: then {@link #inquire} tells.
 */
public interface Bank {

    /** Calls the bank of the paying account. Costs a fee each time, moves the money once per transaction id and date. */
    Answer transfer(BankInstruction instruction);

    /** What became of a transfer. Costs nothing. */
    Inquiry inquire(BankInstruction instruction);

    /** Pays 1 won into the account with a memo that only its holder can read. Free; once per transaction id and date. */
    Answer sendVerification(String transactionId, LocalDate transactionDate, BankAccountNumber account, String memo);

    /** What its bank tells about an account; empty if the bank doesn't have it. */
    Optional<AccountFacts> findAccount(BankAccountNumber account);

    /**
     * A page of the statement of one of our accounts. Costs nothing.
     *
     * @param pageNumber 1 for the first
     * @param cursor of the page before; {@code null} for the first
     * @param limit the most lines, 1 to 1,000
     */
    StatementPage statement(
            BankAccountNumber account, LocalDate date, int pageNumber, @Nullable String cursor, int limit);

    /**
     * @param closingWon the account's balance behind the last line; on a page without lines that of now
     * @param nextCursor {@code null} on the last page
     */
    record StatementPage(
            List<StatementLine> lines,
            long closingWon,
            @Nullable String nextCursor) {}

    /**
     * The bank has decided.
     *
     * @param reasonCode why it refused, upper case; {@code null} when completed
     * @param reference the bank's own number of the transfer
     * @param completedAt when the money moved; {@code null} when refused
     */
    record Answer(
            boolean completed,
            @Nullable String reasonCode,
            @Nullable String reference,
            @Nullable Instant completedAt) {

        public static Answer completed(String reference, Instant at) {
            return new Answer(true, null, reference, at);
        }

        public static Answer refused(String reasonCode, @Nullable String reference) {
            return new Answer(false, reasonCode, reference, null);
        }
    }

    /** @param answer only of {@link State#DECIDED} */
    record Inquiry(State state, @Nullable Answer answer) {

        /** What the bank knows. */
        public enum State {
            DECIDED,
            /** Received, not executed yet: ask again. */
            IN_PROGRESS,
            NOT_RECEIVED
        }

        public static final Inquiry IN_PROGRESS = new Inquiry(State.IN_PROGRESS, null);
        public static final Inquiry NOT_RECEIVED = new Inquiry(State.NOT_RECEIVED, null);

        public static Inquiry decided(Answer answer) {
            return new Inquiry(State.DECIDED, answer);
        }
    }

    /**
     * @param status {@code OPEN}, {@code FROZEN}, {@code DORMANT}, {@code CLOSED}
     * @param taxStatus how interest is taxed, for example {@code TAXABLE}
     */
    record AccountFacts(
            BankAccountNumber account,
            String holderName,
            String status,
            LocalDate openedOn,
            @Nullable LocalDate closedOn,
            String taxStatus) {

        public boolean isOpen() {
            return status.equals("OPEN");
        }
    }
}
