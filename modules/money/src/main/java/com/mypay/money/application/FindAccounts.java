package com.mypay.money.application;

import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Won;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Entries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Shows the balances of the ledger's accounts. */
@ApplicationScoped
public class FindAccounts {

    private final Transactions transactions;
    private final Entries entries;

    @Inject
    public FindAccounts(Transactions transactions, Entries entries) {
        this.transactions = transactions;
        this.entries = entries;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindAccounts() {
        this(null, null);
    }

    /** All of them; together 0. */
    public Map<AccountKind, Won> balances() {
        return transactions.inTransaction(entries::balances);
    }
}
