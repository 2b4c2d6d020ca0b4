package com.mypay.banksimulator.domain;

/**
 * How a bank is told to behave: which calls it is about, how often, and for how many calls.
 *
 * @param delayMillis 0 to 600,000
 * @param calls the next n calls of the scope, then the bank is normal again; 0: until told otherwise
 * @param probabilityPercent 1 to 100: how many of those calls are affected, drawn by the seed
 * @param reason the words of a refusal
 */
public record Behaviour(
        Mode mode, Scope scope, long delayMillis, int calls, int probabilityPercent, long seed, String reason) {
    public static final Behaviour NORMAL = new Behaviour(Mode.NORMAL, Scope.TRANSFERS, 0, 0, 100, 0, "");

    private static final long LONGEST_DELAY_MILLIS = 600_000;

    /** What happens to an affected call. */
    public enum Mode {
        NORMAL,
        /** Executes at once, answers after the delay. */
        SLOW,
        /** Executes at once, holds the connection for the delay and drops it: the answer is lost. */
        SILENT,
        /** Takes nothing in, holds the connection and drops it: the instruction is lost, and not charged. */
        LOST,
        /** Takes in at once, executes and answers after the delay: meanwhile an inquiry says IN_PROGRESS. */
        LATE,
        /** Answers, and gets the same call once more from its own network: money still moves once. */
        TWICE,
        /** Refuses new transfers. */
        REFUSE,
        /** Answers 503 to every call, whatever the scope; nothing is taken in. */
        DOWN
    }

    /** Which calls are affected. */
    public enum Scope {
        /** Transfers and verifications. */
        TRANSFERS,
        /** Also inquiries, account checks, statements and bills. */
        EVERYTHING
    }

    public Behaviour {
        if (delayMillis < 0 || delayMillis > LONGEST_DELAY_MILLIS) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, "delayMillis is 0 to 600000");
        }
        if (calls < 0) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, "nextCalls is 1 or more");
        }
        if (probabilityPercent < 1 || probabilityPercent > 100) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, "probabilityPercent is 1 to 100");
        }
    }

    boolean isAbout(Scope call) {
        return scope == Scope.EVERYTHING || mode == Mode.DOWN || call == Scope.TRANSFERS;
    }
}
