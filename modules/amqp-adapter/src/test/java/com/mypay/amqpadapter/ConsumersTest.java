package com.mypay.amqpadapter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsumersTest {

    private final Map<String, Deque<Message>> waiting = new HashMap<>();
    private final Map<Message, String> names = new HashMap<>();

    @Test
    void aFullQueueDoesNotKeepTheOthersWaiting() throws JMSException {
        waits("day01", "a1", "a2", "a3");
        waits("day02");
        waits("day03", "c1", "c2");
        Consumers consumers = new Consumers(session(), QueueNames.queues("day{01..03}"));

        List<String> received = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            received.add(names.get(consumers.receive(1)));
        }
        assertThat(received).containsExactly("a1", "c1", "a2", "c2", "a3");
        assertThat(consumers.receive(1)).isNull();
    }

    private void waits(String queue, String... messages) {
        Deque<Message> all = new ArrayDeque<>();
        Stream.of(messages).forEach(name -> {
            Message message = proxy(Message.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "hashCode" -> name.hashCode();
                case "equals" -> proxy == arguments[0];
                default -> null;
            });
            names.put(message, name);
            all.add(message);
        });
        waiting.put(queue, all);
    }

    private Session session() {
        return proxy(Session.class, (proxy, method, arguments) -> consumer(((Queue) arguments[0]).getQueueName()));
    }

    private MessageConsumer consumer(String queue) {
        return proxy(
                MessageConsumer.class,
                (proxy, method, arguments) ->
                        waiting.getOrDefault(queue, new ArrayDeque<>()).poll());
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
