package com.mypay.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Part;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import com.mypay.systemtests.kit.Sql;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Health tells the truth; metrics are there. */
@ExtendWith(SharedInstallation.class)
class HealthIT {

    private static final String SERVICE = "money";
    private static final Duration LONGEST_CHANGE = Duration.ofMinutes(2);

    private final RunningInstallation mypay;

    HealthIT(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    @AfterEach
    void everythingIsUpAgain() {
        if (Stream.of(Part.values()).anyMatch(part -> mypay.process(part).isEmpty())) {
            mypay.up();
        }
    }

    @Test
    void isStartedReadyAndLiveWhileEverythingRuns() {
        for (String path : List.of("/health/started", "/health/ready", "/health/live", "/health")) {
            assertThat(mypay.client().get(path).is(200).string("status")).isEqualTo("UP");
        }
    }

    @Test
    void everyServiceTellsOfItsDatabaseItsSchemaItsBrokerAndItsDeadLetters() {
        Answer ready = mypay.client().get("/health/ready").is(200);
        for (String service : RunningInstallation.SERVICES) {
            assertThat(ready.items("checks").map(check -> check.getString("name")))
                    .contains(
                            service + "-database", service + "-schema", service + "-broker", service + "-dead-letters");
        }
    }

    @Test
    void isNotReadyWithoutItsDatabaseAndReadyAgainWithIt() {
        mypay.kill(Part.DATABASE);
        awaitDown("-database");
        assertThat(mypay.client().get("/health/live").status()).isEqualTo(200);
        mypay.client()
                .asOperator()
                .get("/money/com/v1/find/member-money", "memberId", 1001)
                .isProblem(503, "UNAVAILABLE");
        mypay.up();
        awaitReady();
    }

    @Test
    void isNotReadyWithoutItsBrokerAndReadyAgainWithIt() {
        mypay.kill(Part.BROKER);
        awaitDown("-broker");
        assertThat(mypay.client().get("/health/live").status()).isEqualTo(200);
        mypay.up();
        awaitReady();
    }

    @Test
    void isNotReadyWithASchemaOlderThanItNeedsAndSaysWhichItHas() {
        String needed = schemaCheck().getJsonObject("data").getString("needed");
        Sql owner = Sql.ofAdministrator(mypay, SERVICE);
        assertThat(owner.execute("UPDATE SCHEMA_HISTORY SET \"success\" = FALSE WHERE \"version\" >= ?", needed))
                .isPositive();
        try {
            mypay.client().get("/health/ready").is(503);
            assertThat(schemaCheck().getString("status")).isEqualTo("DOWN");
            assertThat(schemaCheck().getJsonObject("data").getString("needed")).isEqualTo(needed);
            assertThat(schemaCheck().getJsonObject("data").getString("found")).isLessThan(needed);
        } finally {
            owner.execute("UPDATE SCHEMA_HISTORY SET \"success\" = TRUE");
        }
        awaitReady();
    }

    /** As it is while an installation is renewed: the schema first, then one server after the other. */
    @Test
    void isReadyWithASchemaNewerThanItNeedsAndSaysWhichItHas() {
        Sql owner = Sql.ofAdministrator(mypay, SERVICE);
        owner.execute(
                "INSERT INTO SCHEMA_HISTORY (\"installed_rank\", \"version\", \"description\", \"type\", \"script\","
                        + " \"installed_by\", \"execution_time\", \"success\")"
                        + " VALUES (999, '999', 'newer', 'SQL', 'V999__newer.sql', 'MONEY', 1, TRUE)");
        try {
            mypay.client().get("/health/ready").is(200);
            assertThat(schemaCheck().getString("status")).isEqualTo("UP");
            assertThat(schemaCheck().getJsonObject("data").getString("found")).isEqualTo("999");
        } finally {
            owner.execute("DELETE FROM SCHEMA_HISTORY WHERE \"version\" = '999'");
        }
    }

    @Test
    void statusShowsWhichPartIsGone() {
        mypay.kill(Part.BANK);
        var status = mypay.command("status").exits(1);
        assertThat(status.lines()).hasSize(4);
        assertThat(status.lines())
                .filteredOn(line -> line.startsWith("bank"))
                .allMatch(line -> line.contains("dead: it ended without being told to"));
        assertThat(status.lines())
                .filteredOn(line -> line.startsWith("database"))
                .allMatch(line -> line.endsWith("ready") && !line.endsWith("not ready"));
    }

    @Test
    void statusIsGoodWhileEverythingRuns() {
        var status = mypay.command("status").exits(0);
        assertThat(status.lines()).hasSize(4).allMatch(line -> line.endsWith("  ready"));
        for (Part part : Part.values()) {
            long pid = mypay.process(part).orElseThrow().pid();
            assertThat(status.output()).contains(" " + pid + " ");
        }
    }

    @Test
    void metricsCountCallsAndMessages() {
        String metrics = mypay.client().get("/metrics").is(200).text();
        assertThat(metrics).contains("memory_usedHeap_bytes").contains("mypay_");
    }

    @Test
    void everyServiceNeedsTheLastScriptOfItsSchema() {
        for (String service : RunningInstallation.SERVICES) {
            JsonObject data = schemaCheck(service).getJsonObject("data");
            assertThat(data.getString("needed")).as(service).isEqualTo(data.getString("found"));
        }
    }

    private JsonObject schemaCheck() {
        return schemaCheck(SERVICE);
    }

    private JsonObject schemaCheck(String service) {
        return mypay.client()
                .get("/health/ready")
                .items("checks")
                .filter(check -> check.getString("name").equals(service + "-schema"))
                .findFirst()
                .orElseThrow();
    }

    /** Every service sees it, not only one. */
    private void awaitDown(String check) {
        await().atMost(LONGEST_CHANGE).untilAsserted(() -> {
            Answer ready = mypay.client().get("/health/ready").is(503);
            assertThat(ready.items("checks")
                            .filter(found -> found.getString("status").equals("DOWN"))
                            .map(found -> found.getString("name")))
                    .contains(RunningInstallation.SERVICES.stream()
                            .map(service -> service + check)
                            .toArray(String[]::new));
        });
    }

    private void awaitReady() {
        await().atMost(LONGEST_CHANGE)
                .untilAsserted(() -> mypay.client().get("/health/ready").is(200));
    }
}
