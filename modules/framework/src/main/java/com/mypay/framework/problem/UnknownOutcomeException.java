package com.mypay.framework.problem;

import org.jspecify.annotations.Nullable;

/** It may have happened. The caller asks; it neither repeats under another id nor compensates yet. */
public class UnknownOutcomeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String whereToLook;

    /** @param whereToLook the query that tells the outcome, as a path; empty if there is none */
    public UnknownOutcomeException(String message, String whereToLook, @Nullable Throwable cause) {
        super(message, cause);
        this.whereToLook = whereToLook;
    }

    public String whereToLook() {
        return whereToLook;
    }
}
