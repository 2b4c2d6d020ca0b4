package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.Bank;
import com.mypay.banksimulator.domain.BankCode;
import com.mypay.banksimulator.domain.BankProblem;
import com.mypay.banksimulator.domain.Rejected;
import com.mypay.banksimulator.domain.Won;
import java.util.Optional;

/** Changes what a bank takes for a call from now on, and the most it moves in one transfer. */
public final class ChangeBank {
    private static final Won LARGEST_FEE = Won.won(1_000_000);
    private static final Won LARGEST_LIMIT = Won.won(10_000_000_000L);
    private final Ledger ledger;

    public ChangeBank(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What is empty stays as it is. The fee is 0 to 1,000,000 won, the limit 1 to 10,000,000,000 won. */
    public Bank change(BankCode code, Optional<Won> feePerCall, Optional<Won> transferLimit) {
        feePerCall.ifPresent(fee -> check(fee, Won.ZERO, LARGEST_FEE, "feePerCallWon is 0 to 1000000"));
        transferLimit.ifPresent(
                limit -> check(limit, Won.won(1), LARGEST_LIMIT, "transferLimitWon is 1 to 10000000000"));
        return ledger.inOrder(books -> {
            Bank bank =
                    books.bank(code).orElseThrow(() -> new Rejected(BankProblem.UNKNOWN_BANK, "no bank has this code"));
            Bank changed = new Bank(
                    code,
                    bank.nameKo(),
                    bank.nameEn(),
                    feePerCall.orElse(bank.feePerCall()),
                    transferLimit.orElse(bank.transferLimit()));
            books.save(changed);
            return changed;
        });
    }

    private static void check(Won amount, Won least, Won most, String rule) {
        if (amount.isLessThan(least) || most.isLessThan(amount)) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, rule);
        }
    }
}
