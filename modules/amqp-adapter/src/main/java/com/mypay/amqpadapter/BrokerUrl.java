package com.mypay.amqpadapter;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.qpid.jms.util.URISupport;

/**
 * The brokers that one URL names, in the order in which they are tried: {@code amqp://127.0.0.1:9703}, or
 * {@code failover:(amqp://one:5672,amqps://two:5671)?jms.closeTimeout=1000}.
 *
 * <p>Consumers connect again by themselves (see {@link Endpoint}), so of a failover URL they use the list of brokers and
 * those options that belong to each connection; options named {@code failover.…} only matter to senders.
 */
record BrokerUrl(List<URI> brokers) {

    private static final String NESTED = "failover.nested.";
    private static final List<String> PER_CONNECTION = List.of("jms.", "amqp.", "transport.");
    /**
     * How long a reader waits for the broker to say that a queue has nothing more: Artemis now and then doesn't answer
     * the second such question of one reader, and whatever there was has arrived by the first one.
     */
    private static final String DRAIN_TIMEOUT = "amqp.drainTimeout=5000";

    private static final List<String> FAILOVER_OPTIONS = List.of(
            "failover.startupMaxReconnectAttempts=1", "failover.maxReconnectDelay=2000", NESTED + DRAIN_TIMEOUT);
    private static final int MAX_BROKERS = 8;

    BrokerUrl {
        brokers = List.copyOf(brokers);
    }

    /** @throws IllegalArgumentException with a message for the operator; it never repeats the URL's options */
    static BrokerUrl parse(String url) {
        try {
            URI whole = new URI(url.strip());
            URISupport.CompositeData parts =
                    "failover".equals(whole.getScheme()) ? URISupport.parseComposite(whole) : null;
            if (parts == null) {
                return new BrokerUrl(List.of(checked(whole)));
            }
            Map<String, String> shared = perConnection(parts.getParameters());
            List<URI> brokers = new ArrayList<>();
            for (URI part : parts.getComponents()) {
                Map<String, String> options = new HashMap<>(shared);
                options.putAll(URISupport.parseParameters(part));
                brokers.add(checked(URISupport.applyParameters(URISupport.removeQuery(part), options)));
            }
            if (brokers.isEmpty() || brokers.size() > MAX_BROKERS) {
                throw new IllegalArgumentException("a failover URL names 1 to " + MAX_BROKERS + " brokers");
            }
            return new BrokerUrl(brokers);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "not a broker's URL (expected amqp://host:port or failover:(amqp://host:port,…))");
        }
    }

    /**
     * The same URL for a connection that waits for nothing for ever and, with a failover URL, reconnects by itself, once
     * made: making it tries every broker once, and a lost one is tried again at least every two seconds. All unless the
     * URL says otherwise.
     */
    static String forSenders(String url) {
        parse(url);
        String plain = url.strip();
        StringBuilder result = new StringBuilder(plain);
        for (String option : plain.startsWith("failover:") ? FAILOVER_OPTIONS : List.of(DRAIN_TIMEOUT)) {
            String name = option.substring(0, option.indexOf('=') + 1);
            if (!plain.contains(name)) {
                boolean first = result.indexOf("?", result.lastIndexOf(")")) < 0;
                result.append(first ? '?' : '&').append(option);
            }
        }
        return result.toString();
    }

    /** Without options: what may be shown in a log. */
    static String shown(URI broker) {
        return broker.getScheme() + "://" + broker.getHost() + (broker.getPort() < 0 ? "" : ":" + broker.getPort());
    }

    private static Map<String, String> perConnection(Map<String, String> options) {
        Map<String, String> result = new HashMap<>();
        options.forEach((name, value) -> {
            String plain = name.startsWith(NESTED) ? name.substring(NESTED.length()) : name;
            if (PER_CONNECTION.stream().anyMatch(plain::startsWith)) {
                result.put(plain, value);
            }
        });
        return result;
    }

    private static URI checked(URI broker) throws URISyntaxException {
        if (!"amqp".equals(broker.getScheme()) && !"amqps".equals(broker.getScheme())) {
            throw new IllegalArgumentException(
                    "a broker's URL starts with amqp:// or amqps://, not " + broker.getScheme());
        }
        if (broker.getHost() == null) {
            throw new IllegalArgumentException("a broker's URL needs a host, like amqp://127.0.0.1:5672");
        }
        if (broker.getUserInfo() != null
                || URISupport.parseParameters(broker).keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(name -> name.equals("jms.username") || name.equals("jms.password"))) {
            throw new IllegalArgumentException(
                    "user and password have properties of their own, not a place in the URL");
        }
        return broker;
    }
}
