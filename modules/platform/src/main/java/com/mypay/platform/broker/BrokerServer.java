package com.mypay.platform.broker;

import com.mypay.platform.process.Arguments;
import com.mypay.platform.process.ServerProcess;
import com.mypay.platform.process.StartRefused;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * The embedded broker: AMQP 1.0 on 127.0.0.1, the addresses of {@link Topology} and no others, one account per
 * service. A durable message that was accepted survives kill -9: the journal is synced before the sender hears of it.
 *
 * <p>A message sent twice with the same {@code _AMQ_DUPL_ID} (a string property) is stored once.
 */
public final class BrokerServer implements ServerProcess.Running {
    /** Where the accounts' passwords come from: {@code membership=…,banking=…,operator=…}. */
    public static final String USERS = "MYPAY_BROKER_USERS";

    private static final String NAME = "broker";

    /** Artemis logs through java.util.logging here; held, so that the levels aren't lost with the loggers. */
    private static final Logger ARTEMIS_LOG = Logger.getLogger("org.apache.activemq");

    private static final Logger ARTEMIS_SERVER_LOG = Logger.getLogger("org.apache.activemq.artemis.core.server");

    /** Warnings at each start that dead-letter queues have no dead-letter queue, and no queue has one for expiry. */
    private static final Pattern WANTED_SO = Pattern.compile("AMQ22216[56]:.*");

    private final int port;
    private final FileChannel directoryLock;
    private final ActiveMQServer server;
    private final StatusPublisher status;

    private BrokerServer(int port, FileChannel directoryLock, ActiveMQServer server, StatusPublisher status) {
        this.port = port;
        this.directoryLock = directoryLock;
        this.server = server;
        this.status = status;
    }

    /** {@code --dir <directory> --port <port>}; the accounts from {@value #USERS}. */
    public static void main(String[] args) throws Exception {
        ServerProcess.run(NAME, args, BrokerServer::start);
    }

    static BrokerServer start(String[] args, Map<String, String> environment) throws Exception {
        Arguments arguments = Arguments.parse(args, Set.of("dir", "port"));
        int port = arguments.port("port");
        Map<String, String> passwords = passwords(Arguments.secret(environment, USERS));
        Path directory = arguments.directory("dir");
        ServerProcess.requireFreePort(NAME, port);
        FileChannel directoryLock = ServerProcess.lockDirectory(NAME, directory);

        ARTEMIS_LOG.setLevel(Level.WARNING);
        ARTEMIS_SERVER_LOG.setFilter(
                line -> !WANTED_SO.matcher(String.valueOf(line.getMessage())).matches());
        ActiveMQServer server = new ActiveMQServerImpl(BrokerSettings.of(directory, port), security(passwords));
        List<Exception> failures = Collections.synchronizedList(new ArrayList<>());
        server.registerActivationFailureListener(failures::add);
        server.start();
        if (!failures.isEmpty() || !server.isActive()) {
            server.stop();
            directoryLock.close();
            throw new StartRefused("broker.failed", failures.isEmpty() ? "?" : failures.get(0));
        }
        StatusPublisher status = new StatusPublisher(server, Clock.systemUTC());
        status.start();
        return new BrokerServer(port, directoryLock, server, status);
    }

    /** {@code name=password} pairs; every account of the topology must be there, and no other. */
    private static Map<String, String> passwords(String users) throws StartRefused {
        Map<String, String> passwords = new HashMap<>();
        for (String pair : users.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1 || equals == pair.length() - 1) {
                throw new StartRefused("broker.users", String.join(", ", Topology.accounts()));
            }
            passwords.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
        }
        if (!passwords.keySet().equals(Topology.accounts())) {
            throw new StartRefused("broker.users", String.join(", ", Topology.accounts()));
        }
        return passwords;
    }

    private static ActiveMQJAASSecurityManager security(Map<String, String> passwords) {
        SecurityConfiguration accounts = new SecurityConfiguration();
        passwords.forEach((name, password) -> {
            accounts.addUser(name, password);
            accounts.addRole(name, name);
        });
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), accounts);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void stop() throws Exception {
        status.close();
        server.stop();
        directoryLock.close();
    }
}
