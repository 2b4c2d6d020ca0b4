package com.mypay.remittance.domain;

import com.mypay.framework.value.Won;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The fee table, with what was proposed for it. */
public interface RemittanceFees {

    void add(RemittanceFee fee);

    /** For a change: nobody else changes it until the transaction ends. */
    Optional<RemittanceFee> findForUpdate(String id);

    /**
     * What a remittance costs: of the lines that are in force on the day, the one with the largest amount that isn't more
     * than this one; of several for the same amount the latest. Empty if the table has none.
     */
    Optional<Won> feeOf(PayeeKind kind, Won amount, LocalDate day);

    /** The lines that are in force on the day, by kind and amount. */
    List<RemittanceFee> inForce(LocalDate day);
}
