package com.mypay.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.BrokerQueues;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lines that come from the broker are found again, once, by staff and by the command. */
@ExtendWith(SharedInstallation.class)
class LogsIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String STAFF_ONLY = "/logs/adm/v1/find/";
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final RunningInstallation mypay;
    private final BrokerQueues queues;
    private final Instant now = Instant.now();
    private final String source = hex();
    private final String guid = hex();

    LogsIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.queues = new BrokerQueues(mypay);
    }

    @Test
    void aTransactionIsFoundOnceAndShownAsATimeLine() {
        send(error(1), error(2));
        send(error(2), error(3));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(trace().items("lines")).hasSize(3));
        Answer page = mypay.client()
                .asOperator()
                .get(
                        STAFF_ONLY + "lines",
                        "kind",
                        "ERROR",
                        "from",
                        now.minusSeconds(60),
                        "to",
                        now.plusSeconds(60),
                        "code",
                        "TEST_" + source.substring(0, 8).toUpperCase(Locale.ROOT),
                        "limit",
                        2)
                .is(200);
        assertThat(page.items("items")).hasSize(2);
        assertThat(page.string("nextCursor")).isNotEmpty();

        assertThat(mypay.command("trace", guid).exits(0).output())
                .contains(guid, "(REFUSED): too little 1", "First cause: +0.0 ms  money  ! TEST_");
        assertThat(mypay.command("trace", hex()).exits(1).output()).contains("Nothing is known");
    }

    @Test
    void onlyStaffWithTheRoleLooksAtLines() {
        String path = STAFF_ONLY + "trace";
        mypay.client().asMember(1).get(path, "guid", guid).isProblem(403, "NOT_PERMITTED");
        mypay.client().asService("money").get(path, "guid", guid).isProblem(403, "NOT_PERMITTED");
        mypay.client()
                .asStaff("mypay.looker", "approver")
                .get(path, "guid", guid)
                .isProblem(403, "NOT_PERMITTED");
        mypay.client().asOperator().get(path, "guid", "x").isProblem(400, "GUID_INVALID");
        mypay.client().asOperator().get(STAFF_ONLY + "guids").isProblem(400, "ONE_REFERENCE");
        mypay.client()
                .asOperator()
                .get(STAFF_ONLY + "lines", "kind", "IMAGE", "from", now, "to", now)
                .isProblem(400, "PERIOD_INVALID");
        mypay.client().asOperator().get(STAFF_ONLY + "days", "kind", "NONE").isProblem(400, "FIELD_INVALID");
        assertThat(mypay.client()
                        .asOperator()
                        .get(STAFF_ONLY + "days", "kind", "IMAGE")
                        .is(200)
                        .items("days"))
                .hasSize(31);
    }

    private Answer trace() {
        return mypay.client()
                .asOperator()
                .get(STAFF_ONLY + "trace", "guid", guid)
                .is(200);
    }

    private void send(String... lines) {
        int day = now.atZone(ZoneId.of("Asia/Seoul")).getDayOfMonth();
        String text = "{\"v\":1,\"kind\":\"ERROR\",\"source\":\"%s\",\"lines\":[%s]}"
                .formatted(source, String.join(",", lines));
        queues.send("log.error.d%02d".formatted(day), "error-log.v1", hex(), text);
    }

    private String error(int seq) {
        return """
                {"v":1,"kind":"ERROR","source":"%s","seq":%d,"at":"%s","guid":"%s","hop":0,"service":"money",\
                "server":"test","operation":"charge/money","code":"TEST_%s","problemKind":"REFUSED","status":422,\
                "message":"too little %d"}""".formatted(
                        source,
                        seq,
                        MICROS.format(now.plusMillis(seq)),
                        guid,
                        source.substring(0, 8).toUpperCase(Locale.ROOT),
                        seq);
    }

    private static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
