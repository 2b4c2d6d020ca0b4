package com.mypay.banking.adapter.out.bank;

import com.mypay.banking.adapter.out.bank.BankClient.AccountReference;
import com.mypay.banking.adapter.out.bank.BankClient.TransferOrder;
import com.mypay.banking.adapter.out.bank.BankClient.TransferResult;
import com.mypay.banking.adapter.out.bank.BankClient.VerificationOrder;
import com.mypay.banking.adapter.out.bank.BankLines.Operation;
import com.mypay.banking.application.port.Bank;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankInstruction;
import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** {@link Bank} over HTTP. Decides for each kind of failure whether the bank may have taken the call in. */
@ApplicationScoped
public class HttpBank implements Bank {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int MAX_CODE_LENGTH = 60;
    private static final int MAX_REFERENCE_LENGTH = 64;

    private final BankClient client;
    private final BankLines lines;

    @Inject
    public HttpBank(@RestClient BankClient client) {
        this(client, new BankLines());
    }

    HttpBank(BankClient client, BankLines lines) {
        this.client = client;
        this.lines = lines;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected HttpBank() {
        this(null, null);
    }

    @Override
    public Answer transfer(BankInstruction instruction) {
        TransferOrder order = new TransferOrder(
                instruction.transactionId(),
                instruction.transactionDate().toString(),
                reference(instruction.from()),
                reference(instruction.to()),
                instruction.amount().value(),
                instruction.memo());
        return decided(
                Operation.TRANSFER,
                instruction.from(),
                () -> client.transfer(order.from().bankCode(), order));
    }

    @Override
    public Answer sendVerification(
            String transactionId, LocalDate transactionDate, BankAccountNumber account, String memo) {
        VerificationOrder order =
                new VerificationOrder(transactionId, transactionDate.toString(), account.number(), memo);
        return decided(
                Operation.VERIFICATION,
                account,
                () -> client.verify(account.bank().value(), order));
    }

    @Override
    public Inquiry inquire(BankInstruction instruction) {
        TransferResult result = asked(
                Operation.INQUIRY,
                instruction.from(),
                () -> client.inquire(
                        instruction.from().bank().value(),
                        instruction.transactionDate().toString(),
                        instruction.transactionId()));
        return switch (text(result.result())) {
            case "COMPLETED", "REFUSED" -> Inquiry.decided(answer(result));
            case "IN_PROGRESS" -> Inquiry.IN_PROGRESS;
            case "NOT_RECEIVED" -> Inquiry.NOT_RECEIVED;
            default -> throw new UnavailableException("an inquiry's answer is not understood: " + result.result());
        };
    }

    @Override
    public Optional<AccountFacts> findAccount(BankAccountNumber account) {
        try {
            return Optional.of(facts(
                    account,
                    asked(
                            Operation.ACCOUNT,
                            account,
                            () -> client.account(account.bank().value(), account.number()))));
        } catch (RemoteRefusalException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw new UnavailableException(name(account) + " refuses to tell about an account", e);
        } catch (DateTimeParseException e) {
            throw new UnavailableException(name(account) + " tells about an account in another form", e);
        }
    }

    private static AccountFacts facts(BankAccountNumber account, BankClient.Account told) {
        if (told.holderName() == null || told.status() == null || told.openedOn() == null || told.taxStatus() == null) {
            throw new UnavailableException(name(account) + " tells only a part about an account");
        }
        return new AccountFacts(
                account,
                told.holderName(),
                told.status(),
                LocalDate.parse(told.openedOn()),
                told.closedOn() == null ? null : LocalDate.parse(told.closedOn()),
                told.taxStatus());
    }

    @Override
    public StatementPage statement(
            BankAccountNumber account, LocalDate date, int pageNumber, @Nullable String cursor, int limit) {
        String message = asked(
                Operation.STATEMENT,
                account,
                () -> client.statement(
                        account.bank().value(),
                        date.toString(),
                        "camt.053",
                        account.number(),
                        pageNumber,
                        cursor,
                        limit));
        try {
            return Camt053.read(message);
        } catch (IllegalArgumentException e) {
            throw new UnavailableException(name(account) + " sends a statement that can't be read", e);
        }
    }

    /** Refused calls were not taken in, except for an id that the bank knows with another content. */
    private Answer decided(Operation operation, BankAccountNumber at, Supplier<TransferResult> call) {
        TransferResult result;
        try {
            result = lines.call(at.bank(), operation, call);
        } catch (RemoteRefusalException e) {
            if (e.status() == CONFLICT) {
                throw new UnknownOutcomeException(name(at) + " knows this transaction differently", "", e);
            }
            return Answer.refused(code(e.code()), null);
        }
        return switch (text(result.result())) {
            case "COMPLETED", "REFUSED" -> answer(result);
            // IN_PROGRESS, or something new: received, so it may have happened
            default -> throw new UnknownOutcomeException(name(at) + " answers " + result.result(), "", null);
        };
    }

    /** A question changes nothing: without an answer nothing has happened. */
    private <T> T asked(Operation operation, BankAccountNumber at, Supplier<T> question) {
        try {
            return lines.call(at.bank(), operation, question);
        } catch (UnknownOutcomeException e) {
            throw new UnavailableException(name(at) + " did not answer a question", e);
        }
    }

    private static Answer answer(TransferResult result) {
        if (text(result.result()).equals("REFUSED")) {
            return Answer.refused(code(text(result.reasonCode())), shortened(result.bankReference()));
        }
        String reference = shortened(result.bankReference());
        if (reference == null || result.completedAt() == null) {
            throw new UnknownOutcomeException("a completed transfer lacks its reference or its time", "", null);
        }
        try {
            return Answer.completed(reference, Instant.parse(result.completedAt()));
        } catch (DateTimeParseException e) {
            throw new UnknownOutcomeException("a completed transfer has its time in another form", "", e);
        }
    }

    /** To what our schema has room for: a longer one would keep an answer from ever being written down. */
    private static @Nullable String shortened(@Nullable String reference) {
        return reference == null ? null : reference.substring(0, Math.min(reference.length(), MAX_REFERENCE_LENGTH));
    }

    /** The bank's words in the form of our codes. */
    private static String code(String code) {
        String plain = code.toUpperCase(java.util.Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
        return plain.isEmpty() ? "BANK_REFUSED" : plain.substring(0, Math.min(plain.length(), MAX_CODE_LENGTH));
    }

    private static AccountReference reference(BankAccountNumber account) {
        return new AccountReference(account.bank().value(), account.number());
    }

    private static String name(BankAccountNumber at) {
        return BankLines.name(at.bank());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
