package com.mypay.framework.transaction;

/**
 * Another transaction has committed what this one was about to decide on: {@link Transactions} rolls this one back and
 * repeats its work, which then finds it. For races that the database itself can't see.
 */
public class LostRaceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LostRaceException(String message) {
        super(message);
    }

    public LostRaceException(String message, Throwable cause) {
        super(message, cause);
    }
}
