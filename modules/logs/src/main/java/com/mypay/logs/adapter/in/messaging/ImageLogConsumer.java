package com.mypay.logs.adapter.in.messaging;

import com.mypay.logs.domain.LogKind;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;

/** The image log's lines of all services, of whatever day. */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "queue", propertyValue = "log.image.d{01..31}"),
            @ActivationConfigProperty(propertyName = "prefetch", propertyValue = "4")
        })
public class ImageLogConsumer extends LogConsumer {

    public ImageLogConsumer() {
        super(LogKind.IMAGE);
    }
}
