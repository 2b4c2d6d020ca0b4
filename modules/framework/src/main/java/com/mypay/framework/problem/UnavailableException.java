package com.mypay.framework.problem;

import org.jspecify.annotations.Nullable;

/** Nothing happened: the other system could not be reached. The caller may send the same again. */
public class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnavailableException(String message) {
        this(message, null);
    }

    public UnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
