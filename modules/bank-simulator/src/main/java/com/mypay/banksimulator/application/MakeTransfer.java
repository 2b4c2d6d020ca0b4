package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.Books;
import com.mypay.banksimulator.domain.Instruction;
import com.mypay.banksimulator.domain.Refusal;
import com.mypay.banksimulator.domain.RefusalReason;
import com.mypay.banksimulator.domain.Teller;
import com.mypay.banksimulator.domain.Transfer;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes an instruction in and executes it, exactly once per (bank, transaction id, day): whoever calls again with the
 * same content gets the first answer, and pays for the call; other content is refused.
 */
public final class MakeTransfer {
    private final Ledger ledger;
    private final Clock clock;

    /** What the bank does with a new instruction. */
    public enum Handling {
        EXECUTE,
        /** Only takes it in; {@link FinishTransfers} executes it. */
        EXECUTE_LATER,
        REFUSE,
        /** As EXECUTE, for a call that the network has doubled: nobody is charged for it. */
        EXECUTE_DOUBLED_CALL
    }

    /** The reason is the words of a refusal, only for REFUSE; empty: the usual ones. */
    public record Command(Instruction instruction, Handling handling, String reason) {}

    public MakeTransfer(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    public Transfer make(Command command) {
        return ledger.inOrder(books -> make(command, books, clock.instant()));
    }

    private static Transfer make(Command command, Books books, Instant now) {
        Instruction instruction = command.instruction();
        Teller teller = Teller.at(instruction.id().bankCode(), books);
        Optional<Transfer> known = books.transfer(instruction.id());
        if (known.isPresent()) {
            known.get().checkSame(instruction);
            if (command.handling() != Handling.EXECUTE_DOUBLED_CALL) {
                teller.takeInAgain(known.get());
            }
            return known.get();
        }
        Transfer transfer = teller.takeIn(instruction, now);
        switch (command.handling()) {
            case EXECUTE, EXECUTE_DOUBLED_CALL -> teller.execute(transfer, now);
            case REFUSE -> teller.refuse(transfer, refusal(command.reason()), now);
            case EXECUTE_LATER -> {}
        }
        books.add(transfer);
        return transfer;
    }

    private static Refusal refusal(String reason) {
        return new Refusal(RefusalReason.BANK_REFUSED, reason.isBlank() ? RefusalReason.BANK_REFUSED.text() : reason);
    }
}
