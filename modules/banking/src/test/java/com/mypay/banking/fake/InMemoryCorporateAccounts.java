package com.mypay.banking.fake;

import com.mypay.banking.domain.CorporateAccount;
import com.mypay.banking.domain.CorporateAccounts;
import com.mypay.frameworktest.fake.InMemoryTable;
import com.mypay.frameworktest.fake.RollsBack;
import java.util.List;

/** {@link CorporateAccounts} in memory. */
public final class InMemoryCorporateAccounts implements CorporateAccounts, RollsBack {

    private final InMemoryTable<String, CorporateAccount> rows = new InMemoryTable<>();

    @Override
    public void add(CorporateAccount account) {
        if (!rows.where(row -> row.account().equals(account.account())).isEmpty() || !rows.add(account.id(), account)) {
            throw UniqueKey.violated("corporate account");
        }
    }

    @Override
    public void makePrimary(CorporateAccount account) {
        rows.where(CorporateAccount::isPrimary).forEach(CorporateAccount::retire);
        account.makePrimary();
    }

    @Override
    public List<CorporateAccount> all() {
        return rows.all();
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
