package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.Books;
import com.mypay.banksimulator.domain.Teller;
import com.mypay.banksimulator.domain.Transfer;
import com.mypay.banksimulator.domain.TransferStatus;
import java.time.Clock;
import java.time.Instant;

/** Executes a transfer that was taken in for later; finishing it again changes nothing. */
public final class FinishTransfer {
    private final Ledger ledger;
    private final Clock clock;

    public FinishTransfer(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

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
