package com.mypay.banking.fake;

import com.mypay.banking.domain.PayeeAccount;
import com.mypay.banking.domain.PayeeAccounts;
import com.mypay.frameworktest.fake.InMemoryTable;
import com.mypay.frameworktest.fake.RollsBack;
import java.util.Optional;

/** {@link PayeeAccounts} in memory. */
public final class InMemoryPayeeAccounts implements PayeeAccounts, RollsBack {

    private final InMemoryTable<String, PayeeAccount> rows = new InMemoryTable<>();

    @Override
    public void add(PayeeAccount account) {
        if (!rows.add(account.id(), account)) {
            throw UniqueKey.violated("payee account");
        }
    }

    @Override
    public Optional<PayeeAccount> find(String payeeAccountId) {
        return rows.find(payeeAccountId);
    }

    @Override
    public Runnable mark() {
        return rows.mark();
    }

    @Override
    public void committed() {
        rows.committed();
    }
}
