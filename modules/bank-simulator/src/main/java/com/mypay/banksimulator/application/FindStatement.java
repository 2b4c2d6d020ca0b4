package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.AccountNumber;
import com.mypay.banksimulator.domain.BankCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The daily statement (거래내역) of one account or of a whole bank, and an account's latest deposits. */
public final class FindStatement {
    private static final String ROW = """
            SELECT SEQUENCE_NUMBER, ACCOUNT_NUMBER, TRANSACTION_BANK_CODE, TRANSACTION_ID, DIRECTION, AMOUNT_WON,
                BALANCE_AFTER_WON, COUNTER_BANK_CODE, COUNTER_ACCOUNT_NUMBER, COUNTER_NAME, MEMO, AT_MILLIS
            FROM ENTRY
            """;
    private final Query query;

    /** One line; the sequence grows with every line of any bank. The called bank is the transfer's. */
    public record Row(
            long sequence,
            String accountNumber,
            String calledBankCode,
            String transactionId,
            String direction,
            long amountWon,
            long balanceAfterWon,
            String counterBankCode,
            String counterAccountNumber,
            String counterName,
            String memo,
            Instant at) {}

    public FindStatement(DataSource books) {
        this.query = new Query(books);
    }

    public Page<Row> find(BankCode bank, LocalDate date, Optional<AccountNumber> account, Page.Request page) {
        List<Row> rows = account.isPresent()
                ? query.list(
                        ROW + " WHERE BANK_CODE = ? AND ACCOUNT_NUMBER = ? AND TRANSACTION_DATE = ?"
                                + " AND SEQUENCE_NUMBER > ? ORDER BY SEQUENCE_NUMBER FETCH FIRST ? ROWS ONLY",
                        FindStatement::row,
                        bank.value(),
                        account.get().value(),
                        date,
                        page.after(),
                        page.oneMore())
                : query.list(
                        ROW + " WHERE BANK_CODE = ? AND TRANSACTION_DATE = ?"
                                + " AND SEQUENCE_NUMBER > ? ORDER BY SEQUENCE_NUMBER FETCH FIRST ? ROWS ONLY",
                        FindStatement::row,
                        bank.value(),
                        date,
                        page.after(),
                        page.oneMore());
        return Page.of(rows, page, Row::sequence);
    }

    /** What came in, the latest first. */
    public List<Row> findDeposits(AccountId account, int limit) {
        return query.list(
                ROW + " WHERE BANK_CODE = ? AND ACCOUNT_NUMBER = ? AND DIRECTION = 'CREDIT'"
                        + " ORDER BY SEQUENCE_NUMBER DESC FETCH FIRST ? ROWS ONLY",
                FindStatement::row,
                account.bankCode().value(),
                account.accountNumber().value(),
                new Page.Request(0, limit).limit());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getLong(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                Instant.ofEpochMilli(row.getLong(12)));
    }
}
