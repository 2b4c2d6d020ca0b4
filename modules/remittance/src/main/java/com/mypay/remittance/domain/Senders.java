package com.mypay.remittance.domain;

import com.mypay.framework.value.MemberId;
import java.time.LocalDate;
import java.util.Optional;

/** All sending members. One lock at a time, so that no two wait for each other. */
public interface Senders {

    /** Locks the row until the end of the transaction, waiting 5 s at most; made if it is the member's first remittance. */
    Sender lock(MemberId member, LocalDate today);

    /** As {@link #lock}, of the remittance's sender; empty if there is no such remittance. */
    Optional<Sender> lockOf(RemittanceId remittance);

    /** Stores a row that was locked in this transaction. */
    void changed(Sender sender);
}
