package com.mypay.banking.fake;

import com.mypay.banking.domain.CorporateAccount;
import com.mypay.banking.domain.CorporateAccounts;
import com.mypay.frameworktest.fake.RollsBack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link CorporateAccounts} in memory. */
public final class InMemoryCorporateAccounts implements CorporateAccounts, RollsBack {

    private final Map<String, CorporateAccount> rows = new LinkedHashMap<>();

    @Override
    public void add(CorporateAccount account) {
        if (rows.values().stream().anyMatch(row -> row.account().equals(account.account()))) {
            throw UniqueKey.violated("corporate account");
        }
        rows.put(account.id(), account);
    }

    @Override
    public void makePrimary(CorporateAccount account) {
        rows.values().stream().filter(CorporateAccount::isPrimary).forEach(CorporateAccount::retire);
        account.makePrimary();
    }

    @Override
    public List<CorporateAccount> all() {
        return List.copyOf(rows.values());
    }

    @Override
    public Runnable mark() {
        Map<String, CorporateAccount> before = Copies.of(rows);
        return () -> {
            rows.clear();
            rows.putAll(before);
        };
    }
}
