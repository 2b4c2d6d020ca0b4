package com.mypay.framework.log.shipping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.Caller;
import com.mypay.framework.edge.Body;
import com.mypay.framework.edge.Exchange;
import com.mypay.framework.edge.Exchange.Direction;
import com.mypay.framework.edge.Exchange.Edge;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.log.ErrorLog;
import com.mypay.framework.log.ImageLog;
import com.mypay.framework.log.LogKind;
import com.mypay.framework.log.LogSettings;
import com.mypay.framework.log.LogWriter;
import com.mypay.framework.log.spool.SpoolReader.Line;
import com.mypay.framework.masking.Masking;
import com.mypay.framework.messaging.QueueLog.Waiting;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.MessageContract;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.fake.FakeTransactions;
import com.mypay.frameworktest.fake.RecordedLogs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From what happens to the message that the broker gets: contracts, masking, days, limits. */
class LinesTest {
    private static final String SOURCE = "0123456789abcdef0123456789abcdef";

    private final FakeTransactions transactions = new FakeTransactions();

    @RegisterExtension
    final RecordedLogs logs = RecordedLogs.within(transactions);

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.member(new MemberId(1001)));

    private Exchange exchange(String body) {
        Exchange exchange = new Exchange(Direction.IN, Edge.REST, "member/1001", "POST /com/v1/charge/money")
                .within(call.context())
                .request(Body.of(body.getBytes(UTF_8), true))
                .response(Body.of("{\"holderName\":\"CANARY이름\"}".getBytes(UTF_8), true))
                .query("accountNumber=CANARY123&x=1")
                .status("201");
        exchange.requestHeaders().put("Authorization", "Bearer CANARY");
        exchange.requestHeaders().put("X-Broken", "a\r\n{\"forged\":\"line\"}");
        exchange.sentGuid("x\n\u2028".repeat(100));
        return exchange;
    }

    private List<Waiting> messages() {
        List<Line> lines = new ArrayList<>();
        for (RecordedLogs.Line line : logs.lines()) {
            lines.add(new Line(line.kind(), lines.size() + 1L, line.body().getBytes(UTF_8), true));
        }
        return LogMessages.of(SOURCE, lines);
    }

    @Test
    void eachKindKeepsItsContractWhateverIsInIt() {
        ImageLog images = new ImageLog();
        images.after(exchange("{\"accountNumber\":\"CANARY\",\"text\":\"a\\n\\\"b\"}"));
        images.after(exchange("not JSON: CANARY\n\u0000\u001b[2J"));
        images.after(exchange("{\"memo\":\"CANARY\",\"text\":\"" + "한".repeat(100_000) + "\"}"));
        images.after(new Exchange(Direction.OUT, Edge.BATCH, "a job", "settle-franchises/freeze"));
        BusinessLog.event(BusinessEvent.MONEY_CHANGED)
                .member(new MemberId(1001))
                .amount(Won.won(-30_000))
                .reference("paymentId", "p-1")
                .detail("cause", "PAYMENT")
                .write();
        BusinessLog.event(BusinessEvent.CYCLE_CLOSED).write();
        ErrorLog.write("PAYMENT_NOT_FOUND", "NOT_FOUND", 404, "There is no such payment. payment 'CANARY'", null);
        ErrorLog.write(
                "INTERNAL_ERROR",
                "BUG",
                500,
                ErrorLog.messageOf(new IllegalStateException("value \"CANARY\" 110-123-456789\n", null)),
                new IllegalStateException("CANARY", new IllegalArgumentException("CANARY")));

        List<Waiting> messages = messages();
        assertThat(messages).hasSize(3).allSatisfy(message -> {
            MessageContract.check(message.type(), message.payload());
            assertThat(message.payload())
                    .doesNotContain("CANARY", "456789\n", "\n", "\r", "\u2028", "\u001b")
                    .contains("\"service\":\"testing\"");
        });
        assertThat(messages.get(0).payload())
                .contains("\"operation\":\"charge/money\"", "\"cut\":true", "\"sentGuid\":\"x\\n\\u2028")
                .contains("\"memberId\":1001", "\"guid\":\"" + TestCall.GUID + "\"");
        assertThat(messages.get(1).payload()).contains("\"confirmed\":true", "\"amountWon\":-30000");
        assertThat(messages.get(2).payload()).contains("\"fingerprint\":\"", "\"stack\":\"java.lang.IllegalState");
    }

    /** Whatever a caller sends: the spool has no room for a line of more, and would count it as lost. */
    @Test
    void theLargestLineThereCanBeIsCutAndNotLost() {
        LogWriter.use(new LogWriter(
                logs,
                "testing",
                "node1",
                Clock.systemUTC(),
                new LogSettings(true, false, Path.of("none"), Long.MAX_VALUE, 8_192, Masking.usual()),
                end -> false));
        byte[] body = ("[\"" + "\u0085".repeat(500_000) + "\"]").getBytes(UTF_8);
        Exchange exchange = new Exchange(Direction.IN, Edge.REST, "\u0085".repeat(9_000), "GET /" + "x".repeat(9_000))
                .within(call.context())
                .request(Body.of(body, true))
                .response(Body.of(body, true))
                .query("\u0085".repeat(8_000))
                .status("\u0085".repeat(8_000));
        for (int i = 0; i < 100; i++) {
            exchange.requestHeaders().put("h".repeat(300) + i, "\u0085".repeat(8_000));
            exchange.responseHeaders().put("h".repeat(190) + i, "\u0085".repeat(8_000));
        }
        exchange.sentGuid("\u0085".repeat(8_000));
        new ImageLog().after(exchange);
        assertThat(logs.of(LogKind.IMAGE))
                .singleElement()
                .satisfies(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(190_000))
                .asString()
                .contains("\"cut\":true", "\"requestBytes\":1000004,", "\"responseBytes\":1000004,")
                .contains("\"requestHash\":\"" + Body.of(body, true).hash());
    }

    @Test
    void aBusinessLineIsTrueWithTheCommitOnly() {
        transactions.inTransaction(() -> {
            BusinessLog.event(BusinessEvent.CYCLE_FROZEN).write();
            assertThat(logs.lines()).isEmpty();
        });
        assertThat(logs.of(LogKind.BUSINESS)).hasSize(1);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> transactions.inTransaction(() -> {
                    BusinessLog.event(BusinessEvent.CYCLE_CLOSED).write();
                    throw new IllegalStateException("rolled back");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(logs.of(LogKind.BUSINESS)).hasSize(1);
    }

    @Test
    void theSameCauseHasTheSameFingerprint() {
        for (int i = 0; i < 2; i++) {
            ErrorLog.write("INTERNAL_ERROR", "BUG", 500, "", failure("number " + i));
        }
        ErrorLog.write("INTERNAL_ERROR", "BUG", 500, "", new IllegalStateException(failure("another cause")));
        List<String> prints = logs.of(LogKind.ERROR).stream()
                .map(line -> line.replaceAll(".*\"fingerprint\":\"([0-9a-f]{16})\".*", "$1"))
                .toList();
        assertThat(prints.get(0)).hasSize(16).isEqualTo(prints.get(1)).isNotEqualTo(prints.get(2));
    }

    private static IllegalArgumentException failure(String message) {
        return new IllegalArgumentException(message);
    }

    @Test
    void aDayIsThatOfSeoulAndHasItsOwnMessage() {
        List<Line> lines = List.of(
                line(1, "2026-03-02T14:59:59.999999Z", 10),
                line(2, "2026-03-02T15:00:00.000000Z", 10),
                line(3, "2026-02-28T15:00:00.000000Z", 10),
                line(4, "2026-03-02T14:00:00.000000Z", 10));
        assertThat(LogMessages.of(SOURCE, lines))
                .extracting(message -> message.destination() + " " + message.id())
                .containsExactly(
                        "log.image.d02 " + SOURCE + "-IMAGE-1-4",
                        "log.image.d03 " + SOURCE + "-IMAGE-2-2",
                        "log.image.d01 " + SOURCE + "-IMAGE-3-3");
    }

    @Test
    void aMessageHasAtMost500LinesAnd200KbAndAnIdThatFits() {
        List<Waiting> many = LogMessages.of(
                SOURCE,
                IntStream.rangeClosed(1, 1_201)
                        .mapToObj(i -> line(9_999_990_000L + i, "2026-03-02T01:00:00.000000Z", 10))
                        .toList());
        assertThat(many)
                .hasSize(3)
                .allSatisfy(message -> assertThat(message.id()).hasSizeLessThanOrEqualTo(64));
        List<Waiting> large = LogMessages.of(
                SOURCE,
                IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> line(i, "2026-03-02T01:00:00.000000Z", 90_000))
                        .toList());
        assertThat(large)
                .hasSize(3)
                .allSatisfy(
                        message -> assertThat(message.payload()).hasSizeLessThanOrEqualTo(LogMessages.MAX_BYTES + 2));
        Set<String> ids = new HashSet<>();
        many.forEach(message -> ids.add(message.id()));
        assertThat(ids).hasSize(3);
    }

    private static Line line(long sequence, String at, int length) {
        String body = "\"at\":\"" + at + "\",\"guid\":\"" + SOURCE + "\",\"text\":\"" + "x".repeat(length) + "\"";
        return new Line(LogKind.IMAGE, sequence, body.getBytes(UTF_8), true);
    }
}
