package com.mypay.amqpadapter;

import jakarta.jms.ExceptionListener;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.net.URI;
import org.apache.qpid.jms.JmsConnectionListener;
import org.apache.qpid.jms.message.JmsInboundMessageDispatch;

/** Everything by which a consuming connection tells that it is of no more use, as one event. May come several times. */
@FunctionalInterface
interface LossListener extends JmsConnectionListener, ExceptionListener {

    void onLoss(Throwable cause);

    @Override
    default void onException(JMSException exception) {
        onLoss(exception);
    }

    @Override
    default void onConnectionFailure(Throwable cause) {
        onLoss(cause);
    }

    @Override
    default void onSessionClosed(Session session, Throwable cause) {
        onLoss(cause);
    }

    /** The broker ended one consumer: its queue is gone, or the right to read it. */
    @Override
    default void onConsumerClosed(MessageConsumer consumer, Throwable cause) {
        onLoss(cause);
    }

    @Override
    default void onProducerClosed(MessageProducer producer, Throwable cause) {}

    @Override
    default void onConnectionEstablished(URI broker) {}

    @Override
    default void onConnectionInterrupted(URI broker) {}

    @Override
    default void onConnectionRestored(URI broker) {}

    @Override
    default void onInboundMessage(JmsInboundMessageDispatch message) {}
}
