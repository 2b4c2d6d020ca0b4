package com.mypay.banking.adapter.out.persistence;

import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.DailyLimits;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.Won;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** {@link DailyLimits} in {@code BANK_DAY}: one statement checks and takes. */
@ApplicationScoped
public class JdbcDailyLimits implements DailyLimits {

    private static final String TAKE = "UPDATE BANK_DAY SET USED_WON = USED_WON + ?"
            + " WHERE BANK_CODE = ? AND BUSINESS_DATE = ? AND USED_WON + ? <= ?";
    private static final String FIND = "SELECT USED_WON FROM BANK_DAY WHERE BANK_CODE = ? AND BUSINESS_DATE = ?";
    private static final String BEGIN_DAY =
            "INSERT INTO BANK_DAY (BANK_CODE, BUSINESS_DATE, USED_WON) VALUES (?, ?, ?)";
    private static final String GIVE_BACK =
            "UPDATE BANK_DAY SET USED_WON = USED_WON - ? WHERE BANK_CODE = ? AND BUSINESS_DATE = ?";

    private final Jdbc jdbc;

    @Inject
    public JdbcDailyLimits(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcDailyLimits() {
        this(null);
    }

    @Override
    public boolean take(BankCode bank, LocalDate day, Won amount, Won limit) {
        if (taken(bank, day, amount, limit)) {
            return true;
        }
        if (amount.isMoreThan(limit)) {
            return false;
        }
        if (hasBegun(bank, day)) {
            // Full, or begun by somebody else since the first try
            return taken(bank, day, amount, limit);
        }
        // Two at once: one loses the race and is repeated
        jdbc.update(BEGIN_DAY, bank, day, amount.value());
        return true;
    }

    private boolean taken(BankCode bank, LocalDate day, Won amount, Won limit) {
        return jdbc.update(TAKE, amount.value(), bank, day, amount.value(), limit.value()) == 1;
    }

    private boolean hasBegun(BankCode bank, LocalDate day) {
        return jdbc.queryOne(FIND, row -> row.getLong("USED_WON"), bank, day).isPresent();
    }

    @Override
    public void giveBack(BankCode bank, LocalDate day, Won amount) {
        int changed = jdbc.update(GIVE_BACK, amount.value(), bank, day);
        if (changed != 1) {
            throw new IllegalStateException("nothing was taken at bank " + bank + " on " + day);
        }
    }

    @Override
    public Won used(BankCode bank, LocalDate day) {
        return jdbc.queryOne(FIND, row -> Won.won(row.getLong("USED_WON")), bank, day)
                .orElse(Won.ZERO);
    }
}
