package com.mypay.banking.domain;

import com.mypay.framework.value.Won;
import java.time.LocalDate;

/** What has been moved through each bank on each business date. Every method runs inside a transaction. */
public interface DailyLimits {

    /**
     * Takes an amount out of a day's limit. Locks the bank's day until the transaction ends, so it comes last in it.
     *
     * @return whether it fitted; if not, nothing was taken
     */
    boolean take(BankCode bank, LocalDate day, Won amount, Won limit);

    /** What was taken and then refused. */
    void giveBack(BankCode bank, LocalDate day, Won amount);

    Won used(BankCode bank, LocalDate day);
}
