package com.mypay.frameworktest.architecture.canary.bad.application;

import jakarta.jms.JMSException;
import jakarta.jms.Message;

/** Canary: a use case that knows how messages travel. */
class KnowsJms {
    String id(Message message) throws JMSException {
        return message.getJMSMessageID();
    }
}
