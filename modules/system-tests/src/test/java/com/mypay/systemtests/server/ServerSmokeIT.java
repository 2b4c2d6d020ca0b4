package com.mypay.systemtests.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Client;
import com.mypay.systemtests.kit.Command;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server says that it is ready also when it has installed nothing; so its own messages are read. */
@ExtendWith(SharedInstallation.class)
class ServerSmokeIT {

    private static final Pattern FEATURE = Pattern.compile("<feature>([^<]+)</feature>");
    private static final Pattern INSTALLED = Pattern.compile("CWWKF0012I: .*\\[(.*)]");
    private static final Pattern ERROR = Pattern.compile("^\\[[^]]*] \\w+ \\S+ +E .*");
    private static final List<String> SERVICES =
            List.of("membership", "banking", "money", "remittance", "payment", "settlement");

    private final RunningInstallation mypay;

    ServerSmokeIT(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    @Test
    void everyFeatureOfTheConfigurationIsReallyInstalled() throws IOException {
        Set<String> wanted = new TreeSet<>();
        try (Stream<Path> files = Files.list(Command.root().resolve("liberty-config/src/main/liberty/config"))) {
            for (Path file : files.toList()) {
                Matcher feature = FEATURE.matcher(Files.readString(file));
                while (feature.find()) {
                    wanted.add(feature.group(1).toLowerCase(Locale.ROOT));
                }
            }
        }
        Set<String> installed = mypay.firstStart().messages().stream()
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
        assertThat(mypay.firstStart().messages())
                .isNotEmpty()
                .noneMatch(line -> ERROR.matcher(line).matches());
        assertThat(mypay.firstStart().failures()).isEmpty();
    }

    @Test
    void startsNoSettlementByItselfUnlessItIsToldTo() {
        assertThat(mypay.firstStart().messages()).anyMatch(line -> line.contains("settlement schedule: off"));
    }

    @Test
    void tellsItsHealthToEverybody() {
        mypay.client().get("/health/started").is(200);
        mypay.client().get("/health/live").is(200);
        Answer ready = mypay.client().get("/health/ready");
        ready.is(200);
        assertThat(SERVICES)
                .allSatisfy(service -> assertThat(ready.text()).contains(service + "-database", service + "-broker"));
    }

    @Test
    void documentsEveryServiceInOnePlace() {
        mypay.client().get("/openapi/ui/").is(200);
        String document = mypay.client().get("/openapi").text();
        assertThat(SERVICES).allSatisfy(service -> assertThat(document).contains("\n  /" + service + "/com/v1/"));
    }

    @Test
    void givesItsMetricsWithoutAPassword() {
        Answer metrics = mypay.client().get("/metrics");
        metrics.is(200);
        assertThat(metrics.text()).contains("memory_usedHeap_bytes");
    }

    @Test
    void refusesABodyOverOneMebibyte() {
        mypay.client()
                .postIfWanted("/membership/com/v1/create/member", "x".repeat(1024 * 1024 + 1))
                .is(413);
    }

    @Test
    void saysNothingAboutItselfInHeaders() {
        Answer unknown = mypay.client().get("/membership/com/v1/nothing");
        assertThat(unknown.headers().keySet())
                .noneMatch(name -> name.equalsIgnoreCase("server")
                        || name.equalsIgnoreCase("x-powered-by")
                        || name.contains("openliberty"));
    }

    @Test
    void keepsJobsInTheDatabaseAndShowsThemToTheOperatorOnly() {
        mypay.secureClient().get("/ibm/api/batch/jobinstances").is(401);
        operator().get("/ibm/api/batch/jobinstances").is(200);
        assertThat(mypay.firstStart().messages()).anyMatch(line -> line.contains("CWWKY0008I") && line.contains("JPA"));
    }

    @Test
    void hasTheBatchConsole() {
        assertThat(operator().get("/ibm/api/adminCenter/v1/catalog").text()).contains("javaBatch-1.0");
    }

    private Client operator() {
        return mypay.secureClient().withPassword("operator", mypay.secret("operator"));
    }
}
