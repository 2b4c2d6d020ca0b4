package com.mypay.logs.adapter.in.messaging;

import com.mypay.logs.domain.LogKind;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;

/** The business log's lines of all services, of whatever day. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "queue", propertyValue = "log.business.d{01..31}"),
            @ActivationConfigProperty(propertyName = "prefetch", propertyValue = "4")
        })
public class BusinessLogConsumer extends LogConsumer {

    public BusinessLogConsumer() {
        super(LogKind.BUSINESS);
    }
}
