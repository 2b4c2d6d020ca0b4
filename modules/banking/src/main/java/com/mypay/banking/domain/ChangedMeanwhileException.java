package com.mypay.banking.domain;

/** Somebody else has changed the row since it was read: read it again and decide again. */
public class ChangedMeanwhileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ChangedMeanwhileException(String what) {
        super(what + " was changed by somebody else meanwhile");
    }
}
