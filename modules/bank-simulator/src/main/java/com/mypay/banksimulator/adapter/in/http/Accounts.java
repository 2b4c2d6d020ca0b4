package com.mypay.banksimulator.adapter.in.http;

import com.mypay.banksimulator.application.FindStatement;
import com.mypay.banksimulator.domain.Account;
import com.mypay.banksimulator.domain.AccountId;
import jakarta.json.JsonObjectBuilder;

/** Accounts and their entries as JSON. */
final class Accounts {
    private Accounts() {}

    static JsonObjectBuilder reference(AccountId id) {
        return Json.object()
                .add("bankCode", id.bankCode().value())
                .add("accountNumber", id.accountNumber().value());
    }

    /** What a bank tells of an account to whoever asks: not the balance. */
    static JsonObjectBuilder facts(Account account) {
        JsonObjectBuilder json = reference(account.id())
                .add("holderName", account.holderName())
                .add("status", account.status().name())
                .add("openedOn", account.openedOn().toString());
        account.closedOn().ifPresent(day -> json.add("closedOn", day.toString()));
        return json.add("taxStatus", account.taxStatus().name());
    }

    static JsonObjectBuilder statementRow(FindStatement.Row row) {
        return Json.object()
                .add("sequence", row.sequence())
                .add("accountNumber", row.accountNumber())
                .add("transactionId", row.transactionId())
                .add("calledBankCode", row.calledBankCode())
                .add("direction", row.direction())
                .add("amountWon", row.amountWon())
                .add("balanceAfterWon", row.balanceAfterWon())
                .add(
                        "counterparty",
                        Json.object()
                                .add("bankCode", row.counterBankCode())
                                .add("accountNumber", row.counterAccountNumber())
                                .add("holderName", row.counterName()))
                .add("memo", row.memo())
                .add("at", row.at().toString());
    }
}
