package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.Books;
import com.mypay.banksimulator.domain.Transfer;
import java.util.List;

/**
 * Executes all that was taken in and not yet executed, when the banks start: what a bank has taken in, it also
 * executes.
 */
public final class FinishTransfers {
    private final Ledger ledger;
    private final FinishTransfer finishTransfer;

    public FinishTransfers(Ledger ledger, FinishTransfer finishTransfer) {
        this.ledger = ledger;
        this.finishTransfer = finishTransfer;
    }

    /** Returns how many. */
    public int finish() {
        List<Transfer> open = ledger.inOrder(Books::transfersInProgress);
        open.forEach(finishTransfer::finish);
        return open.size();
    }
}
