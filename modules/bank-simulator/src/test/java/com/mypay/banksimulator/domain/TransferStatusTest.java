package com.mypay.banksimulator.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.banksimulator.Examples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransferStatusTest {
    @Test
    void onlyTheTransitionsOfTheTableAreAllowed() {
        List<String> allowed = new ArrayList<>();
        for (TransferStatus from : TransferStatus.values()) {
            for (TransferStatus to : TransferStatus.values()) {
                if (from.mayBecome(to)) {
                    allowed.add(from + " -> " + to);
                }
            }
        }
        assertThat(allowed).containsExactly("IN_PROGRESS -> COMPLETED", "IN_PROGRESS -> REFUSED");
    }

    @Test
    void completedTransferCanNotBeRefusedAnyMore() {
        Transfer transfer = Transfer.received(Examples.fromHanaToDul("t1", 1), 1, Examples.NOON);
        transfer.complete(1, Examples.NOON);

        assertThatThrownBy(() -> transfer.refuse(Refusal.because(RefusalReason.BANK_REFUSED), Examples.NOON))
                .isInstanceOf(IllegalStateException.class);
        assertThat(transfer.status()).isEqualTo(TransferStatus.COMPLETED);
    }
}
