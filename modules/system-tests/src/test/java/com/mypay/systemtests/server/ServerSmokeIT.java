package com.mypay.systemtests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server says that it is ready also when it has installed nothing; so its own messages are read. */
class ServerSmokeIT {

    private static final Pattern FEATURE = Pattern.compile("<feature>([^<]+)</feature>");
    private static final Pattern INSTALLED = Pattern.compile("CWWKF0012I: .*\\[(.*)]");
    private static final Pattern ERROR = Pattern.compile("^\\[[^]]*] \\w+ \\S+ +E .*");
    private static final List<String> SERVICES = List.of("membership", "banking", "money", "payment", "settlement");

    @TempDir
    private static Path directory;

    private static @Nullable RunningInstallation mypay;

    @BeforeAll
    static void up() throws Exception {
        mypay = RunningInstallation.up(directory);
    }

    @AfterAll
    static void down() throws Exception {
        if (mypay != null) {
            mypay.down();
        }
    }

    private static RunningInstallation mypay() {
        return Objects.requireNonNull(mypay);
    }

    @Test
    void everyFeatureOfTheConfigurationIsReallyInstalled() throws IOException {
        Set<String> wanted = new TreeSet<>();
        try (Stream<Path> files = Files.list(mypay().configuration())) {
            for (Path file : files.toList()) {
                Matcher feature = FEATURE.matcher(Files.readString(file));
                while (feature.find()) {
                    wanted.add(feature.group(1).toLowerCase(Locale.ROOT));
                }
            }
        }
        Set<String> installed = mypay().messages().stream()
                .map(INSTALLED::matcher)
                .filter(Matcher::find)
                .flatMap(line -> Stream.of(line.group(1).split(", ")))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wanted).isNotEmpty();
        assertThat(installed).containsAll(wanted);
    }

    @Test
    void startsWithoutAnErrorInItsLog() throws IOException {
        assertThat(mypay().messages())
                .isNotEmpty()
                .noneMatch(line -> ERROR.matcher(line).matches());
        assertThat(mypay().failureDataCaptures()).isEmpty();
    }

    @Test
    void tellsItsHealthToEverybody() throws Exception {
        assertThat(mypay().get("/health/started").statusCode()).isEqualTo(200);
        assertThat(mypay().get("/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = mypay().get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(SERVICES)
                .allSatisfy(service -> assertThat(ready.body()).contains(service + "-database", service + "-broker"));
    }

    @Test
    void documentsEveryServiceInOnePlace() throws Exception {
        assertThat(mypay().get("/openapi/ui/").statusCode()).isEqualTo(200);
        String document = mypay().get("/openapi").body();
        assertThat(SERVICES).allSatisfy(service -> assertThat(document).contains("\n  /" + service + "/com/v1/"));
    }

    @Test
    void givesItsMetricsWithoutAPassword() throws Exception {
        HttpResponse<String> metrics = mypay().get("/metrics");
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("memory_usedHeap_bytes");
    }

    @Test
    void refusesABodyOverOneMebibyte() throws Exception {
        assertThat(mypay().post("/membership/com/v1/create/member", "x".repeat(1024 * 1024 + 1))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void saysNothingAboutItselfInHeaders() throws Exception {
        HttpResponse<String> unknown = mypay().get("/membership/com/v1/nothing");
        assertThat(unknown.headers().map().keySet())
                .noneMatch(name -> name.equalsIgnoreCase("server")
                        || name.equalsIgnoreCase("x-powered-by")
                        || name.contains("openliberty"));
    }

    @Test
    void keepsJobsInTheDatabaseAndShowsThemToTheOperatorOnly() throws Exception {
        assertThat(mypay().getSecure("/ibm/api/batch/jobinstances").statusCode())
                .isEqualTo(401);
        assertThat(mypay().getAsOperator("/ibm/api/batch/jobinstances").statusCode())
                .isEqualTo(200);
        assertThat(mypay().messages()).anyMatch(line -> line.contains("CWWKY0008I") && line.contains("JPA"));
    }

    @Test
    void hasTheBatchConsole() throws Exception {
        assertThat(mypay().getAsOperator("/ibm/api/adminCenter/v1/catalog").body())
                .contains("javaBatch-1.0");
    }
}
