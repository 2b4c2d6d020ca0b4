package com.mypay.banking.fake;

import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.DailyLimits;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.fake.RollsBack;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@link DailyLimits} in memory. */
public final class InMemoryDailyLimits implements DailyLimits, RollsBack {

    private final Map<String, Won> used = new LinkedHashMap<>();

    @Override
    public boolean take(BankCode bank, LocalDate day, Won amount, Won limit) {
        Won after = used(bank, day).plus(amount);
        if (after.isMoreThan(limit)) {
            return false;
        }
        used.put(bank + "/" + day, after);
        return true;
    }

    @Override
    public void giveBack(BankCode bank, LocalDate day, Won amount) {
        used.put(bank + "/" + day, used(bank, day).minus(amount));
    }

    @Override
    public Won used(BankCode bank, LocalDate day) {
        return used.getOrDefault(bank + "/" + day, Won.ZERO);
    }

    @Override
    public Runnable mark() {
        Map<String, Won> before = new LinkedHashMap<>(used);
        return () -> {
            used.clear();
            used.putAll(before);
        };
    }
}
