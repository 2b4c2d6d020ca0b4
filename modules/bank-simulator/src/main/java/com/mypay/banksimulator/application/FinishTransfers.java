package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.Books;
import com.mypay.banksimulator.domain.Teller;
import com.mypay.banksimulator.domain.Transfer;
import com.mypay.banksimulator.domain.TransferStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Executes what was taken in and not yet executed: all of it when the banks start, since what a bank has taken in it
 * also executes.
 */
public final class FinishTransfers {
    private final Ledger ledger;
    private final Clock clock;

    public FinishTransfers(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** All of them; returns how many. */
    public int finishAll() {
        List<Transfer> open = ledger.inOrder(Books::transfersInProgress);
        open.forEach(this::finish);
        return open.size();
    }

    /** One; finishing it again changes nothing. */
    public Transfer finish(Transfer open) {
        return ledger.inOrder(books -> finish(open, books, clock.instant()));
    }

    private static Transfer finish(Transfer open, Books books, Instant now) {
        Transfer transfer = books.transfer(open.id()).orElseThrow();
        if (transfer.status() == TransferStatus.IN_PROGRESS) {
            Teller.at(open.id().bankCode(), books).execute(transfer, now);
            books.save(transfer);
        }
        return transfer;
    }
}
