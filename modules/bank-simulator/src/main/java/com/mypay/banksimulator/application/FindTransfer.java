package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.Transfer;
import com.mypay.banksimulator.domain.TransferId;
import java.util.Optional;

/**
 * The inquiry: what became of a transfer. It waits its turn behind the instructions that came before it, so that "not
 * received" is never said of one that is about to be executed.
 */
public final class FindTransfer {
    private final Ledger ledger;

    public FindTransfer(Ledger ledger) {
        this.ledger = ledger;
    }

    public Optional<Transfer> find(TransferId id) {
        return ledger.inOrder(books -> books.transfer(id));
    }
}
