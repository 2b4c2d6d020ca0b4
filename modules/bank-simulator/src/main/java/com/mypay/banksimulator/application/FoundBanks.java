package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.Bank;
import java.util.List;

/** Founds the banks that there are from the start; one that is there already keeps its fee and limit. */
public final class FoundBanks {
    private final Ledger ledger;

    public FoundBanks(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Returns how many were new. */
    public int found(List<Bank> banks) {
        return ledger.inOrder(books -> {
            List<Bank> missing = banks.stream()
                    .filter(bank -> books.bank(bank.code()).isEmpty())
                    .toList();
            missing.forEach(books::save);
            return missing.size();
        });
    }
}
