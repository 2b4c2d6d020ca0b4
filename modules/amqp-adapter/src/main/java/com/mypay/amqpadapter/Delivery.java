package com.mypay.amqpadapter;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.qpid.jms.message.JmsMessageSupport;
import org.jspecify.annotations.Nullable;

/**
 * Gives one message to one message-driven bean and says what the broker is to be told.
 *
 * <p>A bean whose {@code onMessage} runs in a transaction has consumed the message only if that transaction was
 * committed, seen through a synchronization of that very transaction: neither a normal return (the bean may have called
 * {@code setRollbackOnly}) nor a clean {@code afterDelivery} says so. A bean without one has consumed it if it returned
 * normally.
 */
final class Delivery {

    /** What the broker is told about a message. */
    enum Outcome {
        /** Done: the message leaves the queue. */
        ACCEPTED(JmsMessageSupport.ACCEPTED),
        /** Tried and failed: the broker counts it and delivers again, or moves the message to the dead-letter queue. */
        FAILED(JmsMessageSupport.MODIFIED_FAILED),
        /**
         * Not the message's fault: its bean was never asked (the application is starting or stopping), the database is
         * away, or the bean says so by a {@link jakarta.resource.spi.RetryableException} among the causes. Back to the
         * queue, and not counted: an outage must not fill the dead-letter queues.
         */
        RELEASED(JmsMessageSupport.RELEASED);

        private final int acknowledgement;

        Outcome(int acknowledgement) {
            this.acknowledgement = acknowledgement;
        }

        void tellBroker(Message message) throws JMSException {
            message.setIntProperty(JmsMessageSupport.JMS_AMQP_ACK_TYPE, acknowledgement);
            message.acknowledge();
        }
    }

    private static final Logger LOG = Logger.getLogger(Delivery.class.getPackageName());
    private static final Method ON_MESSAGE = onMessage();

    private final MessageEndpointFactory beans;
    private final TransactionSynchronizationRegistry transactions;
    private final String destination;
    private final boolean transacted;

    Delivery(MessageEndpointFactory beans, TransactionSynchronizationRegistry transactions, String destination)
            throws ResourceException {
        this.beans = beans;
        this.transactions = transactions;
        this.destination = destination;
        try {
            this.transacted = beans.isDeliveryTransacted(ON_MESSAGE);
        } catch (NoSuchMethodException e) {
            throw new ResourceException("the bean for " + destination + " is no jakarta.jms.MessageListener", e);
        }
    }

    /** Never throws: whatever a bean throws is an outcome. */
    Outcome deliver(Message message) {
        MessageEndpoint bean;
        try {
            bean = beans.createEndpoint(null);
        } catch (ResourceException | RuntimeException e) {
            LOG.log(Level.INFO, "{0}: the bean is not available, the message waits ({1})", args(e));
            return Outcome.RELEASED;
        }
        try {
            return deliver(message, bean);
        } finally {
            bean.release();
        }
    }

    private Outcome deliver(Message message, MessageEndpoint bean) {
        try {
            bean.beforeDelivery(ON_MESSAGE);
        } catch (ResourceException | NoSuchMethodException | RuntimeException e) {
            LOG.log(Level.WARNING, "{0}: a transaction could not be started, the message waits ({1})", args(e));
            return Outcome.RELEASED;
        }
        Completion completion = new Completion();
        Throwable failure = call(bean, message, completion);
        try {
            bean.afterDelivery();
        } catch (ResourceException | RuntimeException e) {
            failure = failure == null ? e : failure;
        }
        boolean consumed = transacted ? completion.status == Status.STATUS_COMMITTED : failure == null;
        if (consumed) {
            return Outcome.ACCEPTED;
        }
        boolean waits = failure != null && (Causes.databaseIsAway(failure) || Causes.isToBeRetried(failure));
        Outcome outcome = waits ? Outcome.RELEASED : Outcome.FAILED;
        LOG.log(
                Level.WARNING,
                outcome == Outcome.FAILED
                        ? "{0}: message {1} failed at attempt {2} and goes back to the broker: {3}"
                        : "{0}: message {1} waits, attempt {2} does not count: {3}",
                new Object[] {destination, id(message), attempt(message), reason(failure)});
        return outcome;
    }

    @SuppressWarnings("CatchingUnchecked") // an Error thrown by a bean is that message's failure, not this thread's end
    private @Nullable Throwable call(MessageEndpoint bean, Message message, Completion completion) {
        try {
            if (transacted) {
                transactions.registerInterposedSynchronization(completion);
            }
            ((MessageListener) bean).onMessage(message);
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private static final class Completion implements Synchronization {
        private int status = Status.STATUS_UNKNOWN;

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int endStatus) {
            status = endStatus;
        }
    }

    private Object[] args(Exception e) {
        return new Object[] {destination, reason(e)};
    }

    private static String reason(@Nullable Throwable failure) {
        return failure == null
                ? "its transaction was rolled back"
                : Causes.root(failure).toString();
    }

    /** The sender's own id where there is one: it is the one that the tables and the other logs know. */
    static String id(Message message) {
        try {
            String own = message.getStringProperty("mypay_message_id");
            return String.valueOf(own != null ? own : message.getJMSMessageID());
        } catch (JMSException e) {
            return "without a readable id";
        }
    }

    private static String attempt(Message message) {
        try {
            return message.getStringProperty("JMSXDeliveryCount");
        } catch (JMSException e) {
            return "?";
        }
    }

    private static Method onMessage() {
        try {
            return MessageListener.class.getMethod("onMessage", Message.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
