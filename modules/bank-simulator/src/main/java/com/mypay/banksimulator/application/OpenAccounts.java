package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.Account;
import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.BankProblem;
import com.mypay.banksimulator.domain.Books;
import com.mypay.banksimulator.domain.Days;
import com.mypay.banksimulator.domain.Rejected;
import com.mypay.banksimulator.domain.TaxStatus;
import com.mypay.banksimulator.domain.Won;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens accounts, all or none. One that exists with the same holder, endowment and named facts is left alone, so that
 * a list can be sent again; one that exists otherwise refuses the whole list. At most 5,000 at once.
 */
public final class OpenAccounts {
    private static final int MOST_AT_ONCE = 5_000;
    private final Ledger ledger;
    private final Clock clock;

    /** One account; the tax status is TAXABLE and the day today unless told. */
    public record NewAccount(
            AccountId id, String holderName, Won balance, Optional<TaxStatus> taxStatus, Optional<LocalDate> openedOn) {
        private boolean isSameAs(Account account) {
            return account.holderName().equals(holderName)
                    && account.endowment().equals(balance)
                    && taxStatus.map(account.taxStatus()::equals).orElse(true)
                    && openedOn.map(account.openedOn()::equals).orElse(true);
        }
    }

    /** How many were opened, and how many existed. */
    public record Opened(int opened, int unchanged) {}

    public OpenAccounts(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    public Opened open(List<NewAccount> accounts) {
        if (accounts.size() > MOST_AT_ONCE) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, "at most 5000 accounts at once");
        }
        LocalDate today = Days.dayOf(clock.instant());
        return ledger.inOrder(books -> open(accounts, books, today));
    }

    private static Opened open(List<NewAccount> accounts, Books books, LocalDate today) {
        Map<AccountId, Account> seen = new HashMap<>();
        List<Account> opening = new ArrayList<>();
        for (NewAccount wanted : accounts) {
            AccountId id = wanted.id();
            if (books.bank(id.bankCode()).isEmpty()) {
                throw new Rejected(BankProblem.UNKNOWN_BANK, "no bank has the code " + id.bankCode());
            }
            Account existing =
                    seen.containsKey(id) ? seen.get(id) : books.account(id).orElse(null);
            if (existing == null) {
                existing = Account.opened(
                        id,
                        wanted.holderName(),
                        wanted.taxStatus().orElse(TaxStatus.TAXABLE),
                        wanted.openedOn().orElse(today),
                        wanted.balance());
                opening.add(existing);
            } else if (!wanted.isSameAs(existing)) {
                throw new Rejected(
                        BankProblem.ACCOUNT_DIFFERS,
                        "account " + id.accountNumber().masked() + " of bank " + id.bankCode()
                                + " exists with other content");
            }
            seen.put(id, existing);
        }
        opening.forEach(books::open);
        return new Opened(opening.size(), accounts.size() - opening.size());
    }
}
