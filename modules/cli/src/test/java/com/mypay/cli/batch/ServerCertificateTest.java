package com.mypay.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.Homes;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against real TLS servers with certificates of their own making. */
class ServerCertificateTest {

    @TempDir
    private Path directory;

    private Home home;

    @BeforeEach
    void makeAHome() {
        home = Homes.in(directory.resolve("home"), 12_000);
    }

    @Test
    void theInstallationsOwnServerIsTrustedWhateverItsName() throws Exception {
        Path own = makeKeyStore(keyStoreOf(home), home.secret("keystore"));

        assertThat(statusOf(own, home.secret("keystore"))).isEqualTo(204);
    }

    @Test
    void anotherServerIsNotTrusted() throws Exception {
        makeKeyStore(keyStoreOf(home), home.secret("keystore"));
        Path other = makeKeyStore(directory.resolve("other.p12"), "another password");

        assertThatThrownBy(() -> statusOf(other, "another password"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("not this installation's server");
    }

    @Test
    void beforeTheFirstStartThereIsNoCertificate() {
        assertThatThrownBy(() -> ServerCertificate.pinned(home))
                .isInstanceOf(CommandFailure.class)
                .hasMessage(keyStoreOf(home) + " is missing: the server has not run yet. Start it with `mypay up`.");
    }

    @Test
    void aKeyStoreOfAnotherPasswordIsNamed() throws Exception {
        makeKeyStore(keyStoreOf(home), "another password");

        assertThatThrownBy(() -> ServerCertificate.pinned(home))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(keyStoreOf(home) + " can't be read");
    }

    private int statusOf(Path keyStore, String password) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serverContext(keyStore, password)));
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
        try {
            URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
            return HttpClient.newBuilder()
                    .sslContext(ServerCertificate.pinned(home))
                    .build()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        } finally {
            server.stop(0);
        }
    }

    private static SSLContext serverContext(Path file, String password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static Path makeKeyStore(Path file, String password) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "default",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-dname",
                        "CN=some-machine",
                        "-validity",
                        "100",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        password)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return file;
    }

    private static Path keyStoreOf(Home home) {
        return home.liberty().resolve("servers/mypay/resources/security/key.p12");
    }
}
