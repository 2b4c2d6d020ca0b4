package com.mypay.framework.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.config.ServiceName;
import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Against a broker's queues by name; how it behaves beyond that is shown by the system tests. */
class DeadLettersTest {

    private final Map<String, List<Message>> queues = new TreeMap<>();
    private final DeadLetters deadLetters =
            new DeadLetters(new Account(), new ServiceName("money", "node1", "1", List.of("first", "second"), true));

    private void dead(String queue, @Nullable String guid) {
        queues.computeIfAbsent(queue + ".dlq", name -> new ArrayList<>())
                .add(fake(Message.class, "getStringProperty", name -> "mypay_guid".equals(name) ? guid : null));
    }

    @Test
    void allGuidsAreToldHoweverManyThereAre() {
        for (int i = 0; i < 2 * DeadLetters.MAX_SHOWN; i++) {
            dead("first", "guid-" + i);
        }
        dead("first", "guid-0");
        dead("first", null);
        dead("second", "of-another-queue");
        assertThat(deadLetters.guids())
                .hasSize(2 * DeadLetters.MAX_SHOWN + 1)
                .contains("guid-0", "guid-" + (2 * DeadLetters.MAX_SHOWN - 1), "of-another-queue");
        assertThat(deadLetters.find()).as("for staff").hasSize(DeadLetters.MAX_SHOWN + 1);
    }

    private final class Account extends BrokerAccount {

        @Override
        public Connection connect() {
            return fake(Connection.class, "createSession", nothing -> session());
        }
    }

    private Session session() {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "createQueue" -> fake(Queue.class, "getQueueName", nothing -> arguments[0]);
                    case "createBrowser" -> browser(((Queue) arguments[0]).getQueueName());
                    default -> null;
                });
    }

    private QueueBrowser browser(String queue) {
        return fake(
                QueueBrowser.class,
                "getEnumeration",
                nothing -> Collections.enumeration(Objects.requireNonNull(queues.get(queue))));
    }

    /** Whose one method answers, by its first argument; all others do nothing. */
    private static <T> T fake(Class<T> type, String answering, UnaryOperator<@Nullable Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals(answering)
                        ? answer.apply(arguments == null ? "" : arguments[0])
                        : null));
    }
}
