package com.mypay.amqpadapter;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/** What a container does around a bean: a transaction, marked for rollback when the bean throws. */
final class FakeBeans implements MessageEndpointFactory {

    /** What the bean does with the text of a message. */
    interface Work {
        void on(String text) throws Exception;
    }

    final FakeTransactions transactions = new FakeTransactions();
    /** The text of each call, with the number of the attempt: {@code "text 1"}. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    final AtomicInteger unreleased = new AtomicInteger();
    volatile boolean transacted = true;
    volatile boolean available = true;
    /** Thrown once instead of giving a bean. */
    volatile @Nullable Error error;

    private final Work work;

    FakeBeans(Work work) {
        this.work = work;
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource) throws UnavailableException {
        Error once = error;
        error = null;
        if (once != null) {
            throw once;
        }
        if (!available) {
            throw new UnavailableException("the application is starting");
        }
        unreleased.incrementAndGet();
        return new Bean();
    }

    @Override
    public MessageEndpoint createEndpoint(XAResource resource, long timeout) throws UnavailableException {
        return createEndpoint(resource);
    }

    @Override
    public boolean isDeliveryTransacted(Method method) {
        return transacted;
    }

    @Override
    public String getActivationName() {
        return "bean";
    }

    @Override
    public Class<?> getEndpointClass() {
        return Bean.class;
    }

    private final class Bean implements MessageEndpoint, MessageListener {

        @Override
        public void beforeDelivery(Method method) {
            if (transacted) {
                transactions.begin();
            }
        }

        @Override
        public void onMessage(Message message) {
            try {
                String text = ((TextMessage) message).getText();
                calls.add(text + " " + message.getIntProperty("JMSXDeliveryCount"));
                work.on(text);
            } catch (JMSException e) {
                throw new IllegalStateException(e);
            } catch (Exception e) {
                if (transacted) {
                    transactions.setRollbackOnly();
                }
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void afterDelivery() {
            if (transacted) {
                transactions.end();
            }
        }

        @Override
        public void release() {
            unreleased.decrementAndGet();
        }
    }
}
