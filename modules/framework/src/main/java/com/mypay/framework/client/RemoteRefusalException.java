package com.mypay.framework.client;

/**
 * Another service has refused the call; nothing changed there. The adapter that called translates the codes that it
 * expects into its own service's problems; one that nobody expected is a bug of ours.
 */
public class RemoteRefusalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String detail;

    public RemoteRefusalException(int status, String code, String detail) {
        super("refused with " + status + " " + code + (detail.isEmpty() ? "" : ": " + detail));
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    /** The other service's problem code. */
    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }
}
