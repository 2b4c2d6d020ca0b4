package com.mypay.simulation.kernel;

/** What may go wrong in a world, until {@link Faults#stop}. */
public enum Fault {
    /** Between two steps. */
    SERVER_DIES(20),
    /** Before a transaction: nothing has happened. */
    DATABASE_AWAY(30),
    /** A transaction has committed, and who did it doesn't hear of it. */
    COMMIT_UNANSWERED(15),
    /** Another transaction was faster: rolled back and repeated. */
    RACE_LOST(50),
    /** With what it has confirmed safe on its disk. */
    BROKER_DIES(15),
    /** Sent and not stored by the broker. */
    MESSAGE_LOST(80),
    /** Stored by the broker, its confirmation lost. */
    CONFIRMATION_LOST(80),
    /** The broker no longer knows that it has had this one before. */
    DUPLICATE_FORGOTTEN(500),
    /** Taken in, the acknowledgement lost. */
    ACKNOWLEDGEMENT_LOST(60),
    MESSAGE_DELAYED(150),
    /** A call of another system does not arrive; the caller can't know. */
    CALL_LOST(60),
    /** The other system has done it, the answer does not arrive. */
    ANSWER_LOST(60),
    /** The other system is not there; the caller knows. */
    CALL_REFUSED(60),
    /** The bank takes it in and executes it after the caller has given up. */
    BANK_LATE(120),
    /** A call arrives at the bank after the caller has given up. */
    CALL_LATE(60),
    /** The network brings a call to the bank a second time; or the second one only, where the first is lost. */
    CALL_DOUBLED(60),
    /** A whole bank, for a while. */
    BANK_DOWN(40);

    private final int mostPerMille;

    Fault(int mostPerMille) {
        this.mostPerMille = mostPerMille;
    }

    /** How often at most, in one run, at each occasion. */
    int mostPerMille() {
        return mostPerMille;
    }
}
