package com.mypay.simulation;

import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.messaging.LocalConsumer;
import com.mypay.framework.messaging.RemoteConsumer;
import com.mypay.simulation.kernel.Broker;
import com.mypay.simulation.kernel.Service;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.MessageListener;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Lets the services' own message-driven beans read the simulated broker's queues, as their annotations say. */
final class Consumers {

    private Consumers() {}

    static void attach(Broker broker, Service service, Class<? extends MessageListener> bean) {
        Method handle = handleOf(bean);
        broker.queue(
                property(bean, "queue", ""),
                new Broker.Consumer(
                        service,
                        Integer.parseInt(property(bean, "sessions", "1")),
                        LocalConsumer.class.isAssignableFrom(bean),
                        (beans, message) -> handle(handle, beans.get(bean), message)));
    }

    private static String property(Class<?> bean, String name, String otherwise) {
        for (ActivationConfigProperty property :
                bean.getAnnotation(MessageDriven.class).activationConfig()) {
            if (property.propertyName().equals(name)) {
                return property.propertyValue();
            }
        }
        return otherwise;
    }

    /** It is for the framework alone to call. */
    private static Method handleOf(Class<?> bean) {
        if (!LocalConsumer.class.isAssignableFrom(bean) && !RemoteConsumer.class.isAssignableFrom(bean)) {
            throw new IllegalArgumentException(bean + " is no consumer of the framework's");
        }
        try {
            Method handle = bean.getDeclaredMethod("handle", IncomingMessage.class);
            handle.setAccessible(true);
            return handle;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(bean + " handles nothing", e);
        }
    }

    private static void handle(Method handle, Object bean, IncomingMessage message) {
        try {
            handle.invoke(bean, message);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
