package com.mypay.framework.config;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * The database connections that all services may take together, on all servers: each pool has a largest size of its own,
 * so that one service's burst can't take another's connections, and their sum has to be what the database permits.
 * Otherwise the last pool to fill up would find out, on the busiest day.
 *
 * @param pools the largest size of each service's pool on one server
 * @param servers how many servers run with this configuration
 * @param permitted what the database has for all of them
 */
record ConnectionBudget(Map<String, Integer> pools, int servers, int permitted) {

    static final String PERMITTED = "MYPAY_DB_CONNECTIONS";
    static final String SERVERS = "MYPAY_SERVERS";

    private static final Pattern POOL = Pattern.compile("MYPAY_([A-Z]+)_POOL");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");

    ConnectionBudget {
        pools = Map.copyOf(pools);
    }

    /** Of the server's variables, which all have defaults. */
    static ConnectionBudget of(Config config) {
        Map<String, String> variables = new TreeMap<>();
        for (String name : config.getPropertyNames()) {
            if (name.equals(SERVERS)
                    || name.equals(PERMITTED)
                    || POOL.matcher(name).matches()) {
                variables.put(name, config.getOptionalValue(name, String.class).orElse(""));
            }
        }
        return of(variables);
    }

    static ConnectionBudget of(Map<String, String> variables) {
        Map<String, Integer> pools = new TreeMap<>();
        for (String name : variables.keySet()) {
            Matcher pool = POOL.matcher(name);
            if (pool.matches()) {
                pools.put(pool.group(1).toLowerCase(Locale.ROOT), number(variables, name));
            }
        }
        return new ConnectionBudget(pools, number(variables, SERVERS), number(variables, PERMITTED));
    }

    private static int number(Map<String, String> variables, String name) {
        String text = variables.getOrDefault(name, "").strip();
        if (!NUMBER.matcher(text).matches()) {
            throw new ConfigurationException(name, "write a number from 1 to 99999, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    /** Refuses pools that the database has no connections for. */
    void check() {
        if (sum() > permitted) {
            throw new ConfigurationException(PERMITTED, excess());
        }
    }

    private long sum() {
        return pools.values().stream().mapToLong(Integer::longValue).sum() * servers;
    }

    private String excess() {
        String each = new TreeMap<>(pools)
                .entrySet().stream()
                        .map(pool -> pool.getKey() + " " + pool.getValue())
                        .collect(Collectors.joining(", "));
        return "all pools together may take " + sum() + " connections (" + each
                + (servers == 1 ? "" : ", on " + servers + " servers") + "), the database permits " + permitted
                + "; make pools smaller (MYPAY_<SERVICE>_POOL; db.pool.<service> in mypay.properties), or have the database"
                + " permit more and say so (" + PERMITTED + "; db.connections)";
    }
}
