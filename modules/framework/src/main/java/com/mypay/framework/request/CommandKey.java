package com.mypay.framework.request;

import com.mypay.framework.context.Caller;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Sha256;

/**
 * What makes a command the same command: who sent it, what it asks, its request id; and a hash of its content, which
 * has to be the same too.
 *
 * @param operation the URI's end, {@code pay/my-money}: at most 60 characters
 * @param contentHash SHA-256, 64 hex digits; empty where the content is not to be compared
 */
public record CommandKey(Caller caller, String operation, RequestId requestId, String contentHash) {

    /** @param content the command's values, a record whose {@code toString} tells all of them */
    public static CommandKey of(Caller caller, String operation, RequestId requestId, Record content) {
        return new CommandKey(caller, operation, requestId, Sha256.hex(content.toString()));
    }

    /** A command that is recorded already, for who goes on with it: its content isn't compared again. */
    public static CommandKey recorded(Caller caller, String operation, RequestId requestId) {
        return new CommandKey(caller, operation, requestId, "");
    }
}
