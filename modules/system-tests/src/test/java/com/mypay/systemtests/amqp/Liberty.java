package com.mypay.systemtests.amqp;

import com.mypay.systemtests.amqp.beans.StateServlet;
import com.mypay.systemtests.kit.Command;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A real Open Liberty server with the adapter and the beans of these tests, and beside them membership's own data source
 * on Oracle, as the product configures it.
 */
final class Liberty {

    private static final String NAME = "amqp";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Path home =
            Path.of(System.getProperty("mypay.liberty.home")).toAbsolutePath().normalize();
    private final Path userDirectory;
    private final Path log;
    private final int httpPort = Processes.freePort();

    /** At which nobody listens. */
    final int oraclePort = Processes.freePort();

    Liberty(Path directory, int brokerPort, String databaseUrl) throws IOException, URISyntaxException {
        userDirectory = directory.resolve("liberty");
        log = directory.resolve("liberty.log");
        Path server = Files.createDirectories(userDirectory.resolve("servers").resolve(NAME));
        Files.writeString(server.resolve("server.xml"), configuration(brokerPort, databaseUrl));
        Files.writeString(server.resolve("jvm.options"), "-Xmx256m\n-Duser.timezone=UTC\n");
        writeWar(Files.createDirectories(server.resolve("apps")).resolve("beans.war"));
    }

    private String configuration(int brokerPort, String databaseUrl) throws URISyntaxException {
        return """
                <server>
                  <config onError="FAIL" updateTrigger="disabled"/>
                  <featureManager>
                    <feature>servlet-6.1</feature>
                    <feature>messaging-3.1</feature>
                    <feature>mdb-4.0</feature>
                    <feature>connectors-2.1</feature>
                    <feature>jdbc-4.3</feature>
                    <feature>jndi-1.0</feature>
                  </featureManager>
                  <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
                  <resourceAdapter id="amqp" location="%s">
                    <properties.amqp url="failover:(amqp://127.0.0.1:%d)"/>
                  </resourceAdapter>
                  <jmsActivationSpec id="amqp/banking">
                    <properties.amqp user="banking" password="%s" sessions="4"/>
                  </jmsActivationSpec>
                  <jmsActivationSpec id="amqp/settlement">
                    <properties.amqp user="settlement" password="%s"/>
                  </jmsActivationSpec>
                  <adminObject jndiName="amqp/connectionFactory/money">
                    <properties.amqp user="money" password="%s"/>
                  </adminObject>
                  <library id="h2"><file name="%s"/></library>
                  <dataSource jndiName="jdbc/effects" type="javax.sql.DataSource" isolationLevel="TRANSACTION_READ_COMMITTED">
                    <jdbcDriver libraryRef="h2" javax.sql.DataSource="org.h2.jdbcx.JdbcDataSource"/>
                    <properties url="%s" user="sa" password=""/>
                  </dataSource>
                  <dataSource jndiName="jdbc/outside" type="javax.sql.DataSource" transactional="false">
                    <jdbcDriver libraryRef="h2" javax.sql.DataSource="org.h2.jdbcx.JdbcDataSource"/>
                    <properties url="%s" user="sa" password=""/>
                  </dataSource>
                  <variable name="MYPAY_LIB_DIR" value="%s"/>
                  <variable name="MYPAY_DB_HOST" value="127.0.0.1"/>
                  <variable name="MYPAY_DB_PORT" value="%d"/>
                  <variable name="MYPAY_DB_NAME" value="MYPAY"/>
                  <variable name="MYPAY_MEMBERSHIP_DB_PASSWORD" value="unknown"/>
                  <variable name="MYPAY_MEMBERSHIP_BROKER_PASSWORD" value="%s"/>
                  <variable name="MYPAY_MEMBERSHIP_POOL" value="10"/>
                  <include location="%s/database-oracle.xml"/>
                  <include location="%s/service-membership.xml"/>
                  <webApplication location="beans.war" contextRoot="/"/>
                </server>
                """.formatted(
                httpPort,
                Path.of(System.getProperty("mypay.amqp.rar")).toAbsolutePath().normalize(),
                brokerPort,
                Broker.password("banking"),
                Broker.password("settlement"),
                Broker.password("money"),
                Path.of(org.h2.Driver.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()),
                databaseUrl,
                databaseUrl,
                Command.root().resolve("liberty-config/target/liberty/lib"),
                oraclePort,
                Broker.password("membership"),
                configurationFiles(),
                configurationFiles());
    }

    private static Path configurationFiles() {
        return Command.root().resolve("liberty-config/src/main/liberty/config");
    }

    private static void writeWar(Path file) throws IOException, URISyntaxException {
        Path classes = Path.of(StateServlet.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String folder = StateServlet.class.getPackageName().replace('.', '/');
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream war = new ZipOutputStream(out);
                Stream<Path> files = Files.list(classes.resolve(folder))) {
            for (Path each : files.toList()) {
                war.putNextEntry(new ZipEntry("WEB-INF/classes/" + folder + "/" + each.getFileName()));
                Files.copy(each, war);
            }
            war.putNextEntry(new ZipEntry("WEB-INF/ibm-ejb-jar-bnd.xml"));
            war.write("""
                    <ejb-jar-bnd xmlns="http://websphere.ibm.com/xml/ns/javaee"
                                 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                                 xsi:schemaLocation="http://websphere.ibm.com/xml/ns/javaee http://websphere.ibm.com/xml/ns/javaee/ibm-ejb-jar-bnd_1_2.xsd"
                                 version="1.2">
                      <message-driven name="TransactedBean"><jca-adapter activation-spec-binding-name="amqp/banking"/></message-driven>
                      <message-driven name="PlainBean"><jca-adapter activation-spec-binding-name="amqp/settlement"/></message-driven>
                    </ejb-jar-bnd>
                    """.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    void start() throws InterruptedException {
        int exit = command("start");
        if (exit != 0) {
            throw new IllegalStateException("the server did not start (" + exit + "): " + messages());
        }
    }

    void stop() throws InterruptedException {
        command("stop");
    }

    private int command(String name) throws InterruptedException {
        Path script = home.resolve("bin").resolve("server");
        if (!Files.isRegularFile(script)) {
            throw new IllegalStateException("no Open Liberty in " + home + ": set -Dmypay.liberty.home");
        }
        return Processes.waitFor(Processes.start(
                List.of(script.toString(), name, NAME),
                Map.of("WLP_USER_DIR", userDirectory.toString(), "JAVA_HOME", System.getProperty("java.home")),
                log));
    }

    void kill() throws Exception {
        Path pidFile = userDirectory.resolve("servers").resolve(".pid").resolve(NAME + ".pid");
        Optional<ProcessHandle> process =
                ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()));
        if (process.isPresent()) {
            Processes.kill(process.get());
        }
    }

    /** An attribute of the bean's endpoint as the application sees it; empty while there is none. */
    String endpoint(String queue, String attribute) {
        return http("GET", "/state?queue=" + queue + "&attribute=" + attribute);
    }

    String send(String queue, String text, String messageId) {
        return http("POST", "/send?queue=" + queue + "&text=" + text + "&id=" + messageId);
    }

    /** What an application hears that asks a data source for a connection. */
    String connect(String dataSource) {
        return http("GET", "/connect?dataSource=" + dataSource);
    }

    private String http(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? response.body() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server's log since it was last started. */
    String messages() {
        return Processes.read(
                userDirectory.resolve("servers").resolve(NAME).resolve("logs").resolve("messages.log"));
    }
}
