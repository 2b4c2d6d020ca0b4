package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.LogLines.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Banks;
import com.mypay.systemtests.kit.BrokerQueues;
import com.mypay.systemtests.kit.LogLines;
import com.mypay.systemtests.kit.Messages;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.Remittances;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a transaction did in all services is found again, once, by staff and by the command, and shows nobody's data. */
@ExtendWith(SharedInstallation.class)
class LogsIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String STAFF_ONLY = "/logs/adm/v1/find/";
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final RunningInstallation mypay;
    private final BrokerQueues queues;
    private final LogLines logs;
    private final Instant now = Instant.now();
    private final String source = hex();
    private final String guid = hex();

    LogsIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.queues = new BrokerQueues(mypay);
        this.logs = new LogLines(mypay);
    }

    @Test
    void aPaymentIsOneTimeLineFromTheMemberToSettlement() {
        Member payer = mypay.people().aMember().withMoney(50_000).signedUp();
        Member shop = mypay.people().aFranchise().signedUp();
        Answer paid = mypay.people().pay(payer.id(), shop.id(), 7_000).is(201);

        logs.awaitTrace(
                paid.guid(),
                lines -> lines.stream().anyMatch(line -> is(line, "service", "settlement"))
                        && lines.stream().anyMatch(line -> is(line, "event", "MONEY_CHANGED"))
                        && lines.stream().anyMatch(line -> is(line, "event", "PAYMENT_APPROVED"))
                        && lines.stream().anyMatch(line -> isImage(line, "payment", "OUT", "AMQP"))
                        && lines.stream().anyMatch(line -> isImage(line, "payment", "IN", "REST")));
        // Of four, if payment had to ask membership for members whose events were still on their way
        assertInOrder(
                mypay.command("trace", "--payment", paid.string("paymentId"))
                        .exits(0)
                        .output(),
                paid.guid() + "  begun .*, [34] services",
                "payment  pay/my-money  REST from member/" + payer.id() + ": 201, .* ms",
                "payment  asks decrease/money  REST at money: 20., .* ms",
                "  money  decrease/money  REST from service/payment: 20., .* ms",
                "\\* MONEY_CHANGED .* -7,000 won",
                "payment  \\* PAYMENT_APPROVED paymentId=" + paid.string("paymentId") + " .*7,000 won",
                "payment  asks slip-issued.v1  AMQP at payment.slips: DONE, .* ms",
                "settlement  slip-issued.v1  AMQP from settlement.slips: DONE, .* ms",
                "Nothing failed.");
        assertThat(mypay.command(
                                "trace",
                                "--member",
                                Long.toString(payer.id()),
                                "--on",
                                LocalDate.now(ZoneId.of("Asia/Seoul")).toString())
                        .exits(0)
                        .output())
                .contains(paid.guid());
    }

    @Test
    void aRemittanceIsOneTimeLineFromTheMemberToTheBank() {
        Remittances remittances = new Remittances(mypay);
        Member sender = mypay.people().aMember().withMoney(50_000).signedUp();
        Banks.Account payee = mypay.banks().open("090", "박수취", 0);
        Answer requested = remittances
                .request(sender, remittances.confirmed(sender, payee), 30_000)
                .is(202);
        String id = requested.string("remittanceId");
        remittances.awaitStatus(sender, id, "SUCCEEDED");

        logs.awaitTrace(
                requested.guid(),
                lines -> lines.stream()
                                .filter(line -> is(line, "event", "REMITTANCE_MOVED"))
                                .anyMatch(line -> is(line.getJsonObject("details"), "status", "SUCCEEDED"))
                        && lines.stream().anyMatch(line -> isImage(line, "banking", "OUT", "BANK"))
                        && lines.stream().anyMatch(line -> is(line, "event", "FIRMBANKING_ENDED"))
                        && lines.stream().anyMatch(line -> is(line, "operation", "capture-money.v1")));
        assertInOrder(
                mypay.command("trace", "--remittance", id).exits(0).output(),
                "remittance  request/remittance  REST from member/" + sender.id() + ": 202",
                "money  hold-money.v1  AMQP from money.remittance-commands: DONE",
                "money  \\* MONEY_HELD",
                "banking  firmbanking-requested.v1  AMQP",
                "banking  asks .*  BANK at bank/.*: 20.",
                "banking  \\* FIRMBANKING_ENDED",
                "money  capture-money.v1  AMQP");
    }

    @Test
    void theFirstCauseOfAFailureIsTheOneFarthestInside() {
        Member payer = mypay.people().aMember().signedUp();
        Member shop = mypay.people().aFranchise().signedUp();
        Answer refused = mypay.people().pay(payer.id(), shop.id(), 7_000).isProblem();
        assertThat(refused.status()).isEqualTo(422);
        logs.awaitTrace(
                refused.guid(),
                lines -> lines.stream().anyMatch(line -> isImage(line, "payment", "IN", "REST"))
                        && lines.stream().anyMatch(line -> is(line, "kind", "ERROR") && is(line, "service", "payment"))
                        && lines.stream().anyMatch(line -> is(line, "kind", "ERROR") && is(line, "service", "money"))
                        && lines.stream()
                                .anyMatch(line -> is(line, "kind", "ERROR") && is(line, "service", "banking")));
        assertThat(mypay.command("trace", refused.guid()).exits(0).output())
                .containsPattern("First cause: .*  banking  ! NO_VERIFIED_ACCOUNT");
    }

    /** Each is planted where a person's data comes in; what of it may be shown is found, so the lines are there. */
    @Test
    void noLineFileOrAnswerShowsWhatIsSomebodysOwn() {
        Canaries planted = new Canaries(mypay);
        List<Answer> answers = planted.plant();
        assertThat(answers).extracting(Answer::status).contains(201, 400, 422);
        answers.forEach(answer ->
                logs.awaitTrace(answer.guid(), lines -> lines.stream().anyMatch(line -> is(line, "direction", "IN"))));
        String shown =
                LogLines.KINDS.stream().flatMap(kind -> logs.linesOf(kind, now)).collect(Collectors.joining("\n"));
        assertThat(shown).contains(planted.asTheyMayBeShown());
        planted.assertNoneIn("the tables", shown);
        assertThat(mypay.texts())
                .hasSizeGreaterThan(10)
                .allSatisfy((file, text) -> planted.assertNoneIn(file.toString(), text));
        for (String service : RunningInstallation.SERVICES) {
            planted.assertNoneIn(
                    "dead letters of " + service,
                    new Messages(mypay).deadLetters(service).toString());
        }
        answers.stream().filter(answer -> answer.status() >= 400).forEach(answer -> {
            answer.isProblem();
            planted.assertNoneIn(answer.call(), answer.text());
        });
    }

    private static boolean isImage(JsonObject line, String service, String direction, String edge) {
        return is(line, "service", service) && is(line, "direction", direction) && is(line, "edge", edge);
    }

    /** Each pattern is found behind the one before. */
    private static void assertInOrder(String text, String... patterns) {
        int from = 0;
        for (String pattern : patterns) {
            Matcher found = Pattern.compile(pattern).matcher(text);
            assertThat(found.find(from))
                    .as("%s behind %s in %s", pattern, from, text)
                    .isTrue();
            from = found.end();
        }
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
