package com.mypay.amqpadapter;

import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * Names of the endpoints in JMX: {@code com.mypay:type=AmqpEndpoint,destination=<queue>}; a second bean on the same
 * queue is {@code …,number=2}. Of an {@code address::queue} only the queue is in the name.
 */
final class EndpointMBeans {

    private static final Logger LOG = Logger.getLogger(EndpointMBeans.class.getPackageName());
    private static final int MAX_BEANS_PER_QUEUE = 16;

    private EndpointMBeans() {}

    static ObjectName register(Endpoint endpoint) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (int number = 1; number <= MAX_BEANS_PER_QUEUE; number++) {
            ObjectName name = name(endpoint.getDestination(), number);
            try {
                server.registerMBean(endpoint, name);
                return name;
            } catch (InstanceAlreadyExistsException e) {
                LOG.log(Level.FINE, e, () -> "taken: " + name);
            } catch (JMException e) {
                throw new IllegalStateException("cannot register " + name, e);
            }
        }
        throw new IllegalStateException("more than " + MAX_BEANS_PER_QUEUE + " beans on " + endpoint.getDestination());
    }

    static void unregister(ObjectName name) {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        } catch (JMException e) {
            LOG.log(Level.FINE, e, () -> "cannot unregister " + name);
        }
    }

    static ObjectName name(String destination, int number) {
        String queue = destination.substring(destination.lastIndexOf(':') + 1);
        String value = queue.matches("[^,=:\"*?\\s]+") ? queue : ObjectName.quote(queue);
        try {
            return new ObjectName(
                    "com.mypay:type=AmqpEndpoint,destination=" + value + (number == 1 ? "" : ",number=" + number));
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException(e);
        }
    }
}
