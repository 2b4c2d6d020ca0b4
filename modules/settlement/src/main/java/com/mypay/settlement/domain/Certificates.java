package com.mypay.settlement.domain;

import java.util.List;
import java.util.Optional;

/** The certificates of the closed cycles with their seals, and the rows that they are about. Nothing here is updated. */
public interface Certificates {

    Optional<Seal> lastSeal(CycleId cycleId);

    /** A cycle's second seal of a number is refused by its key. */
    void addSeals(List<Seal> seals);

    /** In the order of their numbers. */
    List<Seal> seals(CycleId cycleId, int afterNumber, int limit);

    /**
     * A cycle's rows as they are now, in the order of their keys.
     *
     * @param afterKey empty for the first ones
     */
    List<CycleRow> rows(CycleId cycleId, CycleRow.Kind kind, String afterKey, int limit);

    /** A second certificate of a number, or of a cycle, is refused by its key. */
    void add(Certificate certificate);

    /** Nobody else adds a certificate until the running transaction has ended; waits for whoever does. */
    void lockChain();

    Optional<Certificate> last();

    Optional<Certificate> find(long number);

    Optional<Certificate> find(CycleId cycleId);

    /** In the order of their numbers. */
    List<Certificate> after(long number, int limit);

    /**
     * Cycles that were closed without a certificate, oldest date first: none, but those that were closed before there
     * were certificates.
     */
    List<CycleId> uncertified(int limit);
}
