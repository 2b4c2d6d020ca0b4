package com.mypay.systemtests.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** An installation of the built software in a home of its own, brought up and down by MyPay's own command. */
final class RunningInstallation {

    private static final Duration LONGEST_COMMAND = Duration.ofMinutes(4);
    private static final int PORTS = 5;

    private final Path root =
            Path.of(System.getProperty("mypay.root")).toAbsolutePath().normalize();
    private final Path home;
    private final int portBase;
    private final HttpClient http;

    private RunningInstallation(Path home, int portBase) throws GeneralSecurityException {
        this.home = home;
        this.portBase = portBase;
        this.http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .sslContext(trustingOurOwnCertificate())
                .build();
    }

    static RunningInstallation up(Path directory) throws Exception {
        RunningInstallation installation = new RunningInstallation(directory.resolve("home"), freePortBase());
        try {
            installation.command("up", "--port-base", Integer.toString(installation.portBase));
        } catch (IllegalStateException e) {
            String said = installation.errors();
            installation.down();
            throw new IllegalStateException(e.getMessage() + said, e);
        }
        return installation;
    }

    void down() throws IOException, InterruptedException {
        command("down");
    }

    private void command(String... words) throws IOException, InterruptedException {
        Path log = Files.createDirectories(home).resolveSibling("mypay-" + words[0] + ".log");
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx128m",
                                "-Dmypay.root=" + root,
                                "-jar",
                                root.resolve("modules/cli/target/cli.jar").toString(),
                                words[0],
                                "--home",
                                home.toString()),
                        Stream.of(words).skip(1))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(LONGEST_COMMAND.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("mypay " + words[0] + " did not end: " + Files.readString(log));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("mypay " + words[0] + " failed: " + Files.readString(log));
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request("http://127.0.0.1:" + portBase + path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return http.send(
                request("http://127.0.0.1:" + portBase + path)
                        .header("Content-Type", "application/json")
                        .expectContinue(true)
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> getSecure(String path) throws IOException, InterruptedException {
        return http.send(secure(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> getAsOperator(String path) throws IOException, InterruptedException {
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(home.resolve("secrets.properties"))) {
            secrets.load(in);
        }
        String login = "operator:" + secrets.getProperty("operator");
        return http.send(
                secure(path)
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        login.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder secure(String path) {
        return request("https://localhost:" + (portBase + 1) + path);
    }

    private static HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(30));
    }

    private String errors() throws IOException {
        Path log = serverDirectory().resolve("logs/messages.log");
        return !Files.exists(log)
                ? ""
                : messages().stream()
                        .filter(line -> line.contains(" E "))
                        .limit(5)
                        .collect(Collectors.joining("\n", "\n", ""));
    }

    /** The server's log of this start. */
    List<String> messages() throws IOException {
        return Files.readAllLines(serverDirectory().resolve("logs/messages.log"));
    }

    List<Path> failureDataCaptures() throws IOException {
        Path directory = serverDirectory().resolve("logs/ffdc");
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    Path configuration() {
        return root.resolve("liberty-config/src/main/liberty/config");
    }

    private Path serverDirectory() {
        return home.resolve("liberty/servers/mypay");
    }

    private static int freePortBase() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 30_000))
                .limit(200)
                .filter(base -> IntStream.range(base, base + PORTS).allMatch(RunningInstallation::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** The server makes its certificate itself at its first start; on the loopback address nobody else answers. */
    private static SSLContext trustingOurOwnCertificate() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAll()}, new SecureRandom());
        return context;
    }

    private static final class TrustAll extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
