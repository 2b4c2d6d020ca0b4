package com.mypay.logs.adapter.in.messaging;

import com.mypay.logs.domain.LogKind;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;

/** The error log's lines of all services, of whatever day. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "queue", propertyValue = "log.error.d{01..31}"),
            @ActivationConfigProperty(propertyName = "prefetch", propertyValue = "4")
        })
public class ErrorLogConsumer extends LogConsumer {

    public ErrorLogConsumer() {
        super(LogKind.ERROR);
    }
}
