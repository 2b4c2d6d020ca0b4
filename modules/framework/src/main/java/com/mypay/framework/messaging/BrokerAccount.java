package com.mypay.framework.messaging;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;

/** The service's own account at the broker: {@code java:comp/env/amqp/connectionFactory} of its {@code web.xml}. */
@ApplicationScoped
public class BrokerAccount {

    @Resource(lookup = "java:comp/env/amqp/connectionFactory")
    private ConnectionFactory factory;

    /** A connection of its own, which the caller closes. */
    public Connection connect() throws JMSException {
        return factory.createConnection();
    }
}
