package com.mypay.cli;

/** What schedulers read. */
public final class ExitCode {

    public static final int OK = 0;

    /** Something went wrong on the way, or a check has found something. */
    public static final int FAILED = 1;

    /** Wrong words on the command line, a wrong setting, a port in use: a person has to act first. */
    public static final int REFUSED = 2;

    /** A settlement that is completed, with items carried over for a reason that needs a look. */
    public static final int COMPLETED_WITH_ITEMS = 4;

    /** A job that failed and can be restarted. */
    public static final int FAILED_RESTARTABLE = 8;

    /** A job that failed and can't be restarted. */
    public static final int FAILED_FOR_GOOD = 12;

    /** A job that is running already, or whose work is closed already. */
    public static final int ALREADY_DONE = 16;

    /** A remittance that has not ended yet: it goes on by itself. */
    public static final int REMITTANCE_OPEN = 4;

    /** A remittance that was accepted and has failed or was cancelled: the sender has the money. */
    public static final int REMITTANCE_FAILED = 8;

    private ExitCode() {}
}
