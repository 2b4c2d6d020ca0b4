package com.mypay.money.application;

import com.mypay.framework.value.RequestId;
import java.util.regex.Pattern;

/**
 * One arrival of a command of remittance's. The same command may arrive several times, each time as another message.
 *
 * @param messageId the message's; its answer gets the same
 * @param requestId the command's
 * @param remittanceId what it is for, 32 hex digits
 */
public record Delivery(String messageId, RequestId requestId, String remittanceId) {

    private static final Pattern REMITTANCE_ID = Pattern.compile("[0-9a-f]{32}");

    public Delivery {
        if (!REMITTANCE_ID.matcher(remittanceId).matches()) {
            throw new IllegalArgumentException("a remittance's id is 32 hex digits");
        }
    }
}
