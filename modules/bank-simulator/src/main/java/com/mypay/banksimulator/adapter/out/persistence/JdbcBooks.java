package com.mypay.banksimulator.adapter.out.persistence;

import com.mypay.banksimulator.domain.Account;
import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.AccountStatus;
import com.mypay.banksimulator.domain.Bank;
import com.mypay.banksimulator.domain.BankCode;
import com.mypay.banksimulator.domain.Books;
import com.mypay.banksimulator.domain.Charge;
import com.mypay.banksimulator.domain.Entry;
import com.mypay.banksimulator.domain.Instruction;
import com.mypay.banksimulator.domain.Refusal;
import com.mypay.banksimulator.domain.RefusalReason;
import com.mypay.banksimulator.domain.TaxStatus;
import com.mypay.banksimulator.domain.Transfer;
import com.mypay.banksimulator.domain.TransferId;
import com.mypay.banksimulator.domain.TransferStatus;
import com.mypay.banksimulator.domain.Won;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The books over the one connection that writes; used by one thread, which commits. */
final class JdbcBooks implements Books {
    private static final String TRANSFER_COLUMNS = """
            SELECT BANK_CODE, TRANSACTION_DATE, TRANSACTION_ID, TRANSFER_NUMBER, KIND, FROM_BANK_CODE,
                FROM_ACCOUNT_NUMBER, TO_BANK_CODE, TO_ACCOUNT_NUMBER, AMOUNT_WON, MEMO, STATUS, REASON_CODE, REASON,
                RECEIVED_AT_MILLIS, BOOKING_NUMBER, COMPLETED_AT_MILLIS
            FROM TRANSFER
            """;
    private static final String BANK_COLUMNS =
            "SELECT BANK_CODE, NAME_KO, NAME_EN, FEE_PER_CALL_WON, TRANSFER_LIMIT_WON FROM BANK";

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private long lastTransferNumber;
    private long lastBookingNumber;
    private long writes;

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    JdbcBooks(Connection connection) {
        this.connection = connection;
        this.lastTransferNumber = one("SELECT COALESCE(MAX(TRANSFER_NUMBER), 0) FROM TRANSFER", row -> row.getLong(1))
                .orElse(0L);
        this.lastBookingNumber = one("SELECT COALESCE(MAX(SEQUENCE_NUMBER), 0) / 2 FROM ENTRY", row -> row.getLong(1))
                .orElse(0L);
    }

    /** Grows with every write: tells whether a failed work has left something behind. */
    long writes() {
        return writes;
    }

    @Override
    public List<Bank> banks() {
        return list(BANK_COLUMNS + " ORDER BY BANK_CODE", JdbcBooks::bank);
    }

    @Override
    public Optional<Bank> bank(BankCode code) {
        return one(BANK_COLUMNS + " WHERE BANK_CODE = ?", JdbcBooks::bank, code.value());
    }

    private static Bank bank(ResultSet row) throws SQLException {
        return new Bank(
                new BankCode(row.getString(1)),
                row.getString(2),
                row.getString(3),
                Won.won(row.getLong(4)),
                Won.won(row.getLong(5)));
    }

    @Override
    public void save(Bank bank) {
        int changed = write(
                "UPDATE BANK SET NAME_KO = ?, NAME_EN = ?, FEE_PER_CALL_WON = ?, TRANSFER_LIMIT_WON = ?"
                        + " WHERE BANK_CODE = ?",
                bank.nameKo(),
                bank.nameEn(),
                bank.feePerCall().value(),
                bank.transferLimit().value(),
                bank.code().value());
        if (changed == 0) {
            write(
                    "INSERT INTO BANK (BANK_CODE, NAME_KO, NAME_EN, FEE_PER_CALL_WON, TRANSFER_LIMIT_WON)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    bank.code().value(),
                    bank.nameKo(),
                    bank.nameEn(),
                    bank.feePerCall().value(),
                    bank.transferLimit().value());
        }
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return one(
                """
                SELECT HOLDER_NAME, TAX_STATUS, OPENED_ON, ENDOWMENT_WON, STATUS, CLOSED_ON, BALANCE_WON
                FROM ACCOUNT WHERE BANK_CODE = ? AND ACCOUNT_NUMBER = ?
                """,
                row -> Account.stored(
                        id,
                        row.getString(1),
                        TaxStatus.valueOf(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        Won.won(row.getLong(4)),
                        AccountStatus.valueOf(row.getString(5)),
                        row.getObject(6, LocalDate.class),
                        Won.won(row.getLong(7))),
                id.bankCode().value(),
                id.accountNumber().value());
    }

    @Override
    public void open(Account account) {
        write(
                """
                INSERT INTO ACCOUNT (BANK_CODE, ACCOUNT_NUMBER, HOLDER_NAME, TAX_STATUS, OPENED_ON, CLOSED_ON, STATUS,
                    ENDOWMENT_WON, BALANCE_WON) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                account.id().bankCode().value(),
                account.id().accountNumber().value(),
                account.holderName(),
                account.taxStatus().name(),
                account.openedOn(),
                account.closedOn().orElse(null),
                account.status().name(),
                account.endowment().value(),
                account.balance().value());
    }

    @Override
    public void save(Account account) {
        write(
                "UPDATE ACCOUNT SET STATUS = ?, CLOSED_ON = ?, BALANCE_WON = ?"
                        + " WHERE BANK_CODE = ? AND ACCOUNT_NUMBER = ?",
                account.status().name(),
                account.closedOn().orElse(null),
                account.balance().value(),
                account.id().bankCode().value(),
                account.id().accountNumber().value());
    }

    @Override
    public Optional<Transfer> transfer(TransferId id) {
        return one(
                TRANSFER_COLUMNS + " WHERE BANK_CODE = ? AND TRANSACTION_DATE = ? AND TRANSACTION_ID = ?",
                JdbcBooks::transfer,
                id.bankCode().value(),
                id.transactionDate(),
                id.transactionId());
    }

    @Override
    public List<Transfer> transfersInProgress() {
        return list(TRANSFER_COLUMNS + " WHERE STATUS = 'IN_PROGRESS' ORDER BY TRANSFER_NUMBER", JdbcBooks::transfer);
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        Instruction instruction = new Instruction(
                new TransferId(new BankCode(row.getString(1)), row.getObject(2, LocalDate.class), row.getString(3)),
                Instruction.Kind.valueOf(row.getString(5)),
                AccountId.of(row.getString(6), row.getString(7)),
                AccountId.of(row.getString(8), row.getString(9)),
                Won.won(row.getLong(10)),
                row.getString(11));
        String reason = row.getString(13);
        long completedAtMillis = row.getLong(17);
        return Transfer.stored(
                instruction,
                row.getLong(4),
                Instant.ofEpochMilli(row.getLong(15)),
                TransferStatus.valueOf(row.getString(12)),
                reason == null ? null : new Refusal(RefusalReason.valueOf(reason), row.getString(14)),
                row.wasNull() ? null : Instant.ofEpochMilli(completedAtMillis),
                row.getLong(16));
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
        Instruction instruction = transfer.instruction();
        write(
                """
                INSERT INTO TRANSFER (BANK_CODE, TRANSACTION_DATE, TRANSACTION_ID, TRANSFER_NUMBER, KIND,
                    FROM_BANK_CODE, FROM_ACCOUNT_NUMBER, TO_BANK_CODE, TO_ACCOUNT_NUMBER, AMOUNT_WON, MEMO, STATUS,
                    REASON_CODE, REASON, RECEIVED_AT_MILLIS, COMPLETED_AT_MILLIS, BOOKING_NUMBER)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                transfer.id().bankCode().value(),
                transfer.id().transactionDate(),
                transfer.id().transactionId(),
                transfer.number(),
                instruction.kind().name(),
                instruction.from().bankCode().value(),
                instruction.from().accountNumber().value(),
                instruction.to().bankCode().value(),
                instruction.to().accountNumber().value(),
                instruction.amount().value(),
                instruction.memo(),
                transfer.status().name(),
                transfer.refusal().map(refusal -> refusal.reason().name()).orElse(null),
                transfer.refusal().map(Refusal::text).orElse(null),
                transfer.receivedAt().toEpochMilli(),
                transfer.completedAt().map(Instant::toEpochMilli).orElse(null),
                transfer.bookingNumber());
    }

    @Override
    public void save(Transfer transfer) {
        write(
                """
                UPDATE TRANSFER SET STATUS = ?, REASON_CODE = ?, REASON = ?, COMPLETED_AT_MILLIS = ?, BOOKING_NUMBER = ?
                WHERE BANK_CODE = ? AND TRANSACTION_DATE = ? AND TRANSACTION_ID = ?
                """,
                transfer.status().name(),
                transfer.refusal().map(refusal -> refusal.reason().name()).orElse(null),
                transfer.refusal().map(Refusal::text).orElse(null),
                transfer.completedAt().map(Instant::toEpochMilli).orElse(null),
                transfer.bookingNumber(),
                transfer.id().bankCode().value(),
                transfer.id().transactionDate(),
                transfer.id().transactionId());
    }

    @Override
    public void add(Entry entry) {
        write(
                """
                INSERT INTO ENTRY (SEQUENCE_NUMBER, BANK_CODE, ACCOUNT_NUMBER, TRANSACTION_BANK_CODE, TRANSACTION_DATE,
                    TRANSACTION_ID, DIRECTION, AMOUNT_WON, BALANCE_AFTER_WON, COUNTER_BANK_CODE,
                    COUNTER_ACCOUNT_NUMBER, COUNTER_NAME, MEMO, AT_MILLIS)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entry.sequence(),
                entry.account().bankCode().value(),
                entry.account().accountNumber().value(),
                entry.transfer().bankCode().value(),
                entry.transfer().transactionDate(),
                entry.transfer().transactionId(),
                entry.direction().name(),
                entry.amount().value(),
                entry.balanceAfter().value(),
                entry.counterparty().bankCode().value(),
                entry.counterparty().accountNumber().value(),
                entry.counterpartyName(),
                entry.memo(),
                entry.at().toEpochMilli());
    }

    @Override
    public void add(Charge charge) {
        int changed = write("""
                UPDATE BILL SET CALLS = CALLS + ?, COMPLETED_CALLS = COMPLETED_CALLS + ?,
                    REFUSED_CALLS = REFUSED_CALLS + ?, EXECUTIONS = EXECUTIONS + ?,
                    VERIFICATIONS = VERIFICATIONS + ?, FEES_WON = FEES_WON + ?,
                    COMPLETED_FEES_WON = COMPLETED_FEES_WON + ?
                WHERE BANK_CODE = ? AND BILLED_ON = ?
                """, billParameters(charge));
        if (changed == 0) {
            write("""
                    INSERT INTO BILL (CALLS, COMPLETED_CALLS, REFUSED_CALLS, EXECUTIONS, VERIFICATIONS, FEES_WON,
                        COMPLETED_FEES_WON, BANK_CODE, BILLED_ON) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, billParameters(charge));
        }
    }

    private static Object[] billParameters(Charge charge) {
        return new Object[] {
            charge.calls(),
            charge.completedCalls(),
            charge.refusedCalls(),
            charge.executions(),
            charge.verifications(),
            charge.fees().value(),
            charge.completedFees().value(),
            charge.bankCode().value(),
            charge.day()
        };
    }

    @Override
    public void settleBetween(BankCode payer, BankCode payee, Won amount) {
        String sql = "UPDATE BANK SET INTERBANK_POSITION_WON = INTERBANK_POSITION_WON + ? WHERE BANK_CODE = ?";
        write(sql, -amount.value(), payer.value());
        write(sql, amount.value(), payee.value());
    }

    private int write(String sql, @Nullable Object... parameters) {
        writes++;
        try {
            return prepared(sql, parameters).executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private <T> Optional<T> one(String sql, RowReader<T> reader, Object... parameters) {
        List<T> rows = list(sql, reader, parameters);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    private <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        try (ResultSet rows = prepared(sql, parameters).executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("the books can't be used: " + e.getMessage(), e);
    }
}
