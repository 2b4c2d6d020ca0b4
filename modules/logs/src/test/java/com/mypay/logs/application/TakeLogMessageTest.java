package com.mypay.logs.application;

import static com.mypay.logs.domain.LogKind.BUSINESS;
import static com.mypay.logs.domain.LogKind.ERROR;
import static com.mypay.logs.domain.LogKind.IMAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mypay.framework.audit.AuditReport.Check;
import com.mypay.frameworktest.MessageContract;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.logs.Lines;
import com.mypay.logs.LogHouse;
import com.mypay.logs.domain.Gap;
import com.mypay.logs.domain.LogKind;
import com.mypay.logs.domain.LogState.QuarantinedLine;
import com.mypay.logs.domain.Quarantined.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TakeLogMessageTest {

    @RegisterExtension
    static final TestDatabase IMAGES = TestDatabase.of("IMAGELOG");

    @RegisterExtension
    static final TestDatabase BUSINESSES = TestDatabase.of("BUSINESSLOG");

    @RegisterExtension
    static final TestDatabase ERRORS = TestDatabase.of("ERRORLOG");

    @TempDir
    Path archive;

    private LogHouse house;

    @BeforeEach
    void build() {
        house = new LogHouse(IMAGES, BUSINESSES, ERRORS, archive);
    }

    @Test
    void takesWhatTheContractSays() {
        for (LogKind kind : LogKind.values()) {
            String message = Lines.of(kind).messageOf(1, 3);
            MessageContract.check(kind.name().toLowerCase(Locale.ROOT) + "-log.v1", message);

            house.take.take(kind, message);

            assertThat(house.lines(kind, 2)).isEqualTo(3);
            assertThat(house.books.days(kind).get(1).lines()).isEqualTo(3);
            assertThat(quarantine(kind)).isEmpty();
        }
    }

    @Test
    void eachLineIsStoredOnceHoweverOftenAndInWhateverOrderItComes() {
        List<String> messages = new ArrayList<>();
        for (long first = 1; first <= 200; first += 10) {
            messages.add(Lines.of(IMAGE).messageOf(first, first + 9));
            messages.add(Lines.of(IMAGE).messageOf(first, first + 4));
        }
        messages.addAll(List.copyOf(messages));
        Collections.shuffle(messages, new Random(4));

        messages.forEach(message -> house.take.take(IMAGE, message));

        assertThat(house.lines(IMAGE, 2)).isEqualTo(200);
        assertThat(house.books.gaps(IMAGE)).isEmpty();
        assertThat(house.count(IMAGE, "LOG_RANGE")).isEqualTo(1);
    }

    @Test
    void eachSourceHasNumbersOfItsOwn() {
        house.take.take(IMAGE, Lines.of(IMAGE).messageOf(1, 1));
        house.take.take(IMAGE, Lines.of(IMAGE).from("b".repeat(32)).messageOf(1, 1));

        assertThat(house.lines(IMAGE, 2)).isEqualTo(2);
    }

    @Test
    void whatIsMissingIsKnownUntilItComes() {
        house.take.take(ERROR, Lines.of(ERROR).messageOf(3, 4));
        house.take.take(ERROR, Lines.of(ERROR).messageOf(8, 9));
        String rule = "no line of the error log is missing";

        assertThat(house.books.gaps(ERROR))
                .containsExactly(
                        new Gap(Lines.SOURCE, "node1", 1, 2, house.clock.instant()),
                        new Gap(Lines.SOURCE, "node1", 5, 7, house.clock.instant()));
        assertThat(check(rule).ok()).isTrue();
        house.clock.advance(Duration.ofMinutes(3));
        assertThat(check(rule).firstViolation()).startsWith("5 missing, first 1 to 2");

        house.take.take(ERROR, Lines.of(ERROR).messageOf(1, 9));

        assertThat(house.books.gaps(ERROR)).isEmpty();
        assertThat(house.lines(ERROR, 2)).isEqualTo(9);
        assertThat(check(rule).ok()).isTrue();
    }

    @Test
    void whatIsNewerOrBrokenIsPutAsideAndNothingElse() {
        Lines lines = Lines.of(ERROR);
        String newer = lines.line(2).replace("{\"v\":1", "{\"v\":2");
        String message = lines.messageOfLines(
                lines.line(1),
                newer,
                lines.line(3).replace("BALANCE_SHORT", ""),
                lines.line(4).replace(Lines.GUID, "no-guid"),
                lines.line(5).replace("\"kind\":\"ERROR\"", "\"kind\":\"IMAGE\""),
                lines.line(6).replace("\"seq\":6", "\"seq\":0"),
                "17",
                lines.line(8),
                lines.with("\"memberId\":\"1001\"").line(9),
                lines.with("\"memberId\":1e30").line(10),
                lines.line(11).replace("\"seq\":11", "\"seq\":9223372036854775807"));
        house.take.take(ERROR, message);
        house.take.take(ERROR, message);

        assertThat(house.lines(ERROR, 2)).isEqualTo(2);
        assertThat(quarantine(ERROR))
                .extracting(QuarantinedLine::detail)
                .containsExactlyInAnyOrder(
                        "line of version 2",
                        "missing or malformed: code",
                        "missing or malformed: guid",
                        "missing or malformed: kind",
                        "missing or malformed: seq",
                        "no JSON object",
                        "missing or malformed: memberId",
                        "missing or malformed: memberId",
                        "missing or malformed: seq");
        assertThat(house.state.quarantined(ERROR))
                .containsEntry(Reason.NEWER_VERSION, 1L)
                .containsEntry(Reason.BROKEN, 8L);
        assertThat(quarantine(ERROR)).extracting(QuarantinedLine::content).contains(newer, "17");
        // A line that was put aside is there; of those without a number nobody knows
        assertThat(house.books.gaps(ERROR))
                .extracting(Gap::firstSeq, Gap::lastSeq)
                .containsExactly(tuple(6L, 7L));
        assertThat(check("no line of the error log is in quarantine").firstViolation())
                .startsWith("9 in quarantine");
    }

    @Test
    void whatIsNoMessageIsKeptWhole() {
        house.take.take(IMAGE, "{\"v\":1,");
        house.take.take(IMAGE, "{\"v\":3,\"lines\":[]}");
        house.take.take(IMAGE, "{\"v\":1}");
        house.take.take(IMAGE, "");

        assertThat(quarantine(IMAGE))
                .extracting(QuarantinedLine::detail)
                .containsExactlyInAnyOrder(
                        "no JSON object", "message of version 3", "a message without lines", "no JSON object");
    }

    @Test
    void aLineBelongsToTheDayInSeoulOnWhichItWasWritten() {
        Lines before = Lines.of(BUSINESS).at("2026-03-02T23:59:59.999999");
        Lines after = Lines.of(BUSINESS).at("2026-03-03T00:00");
        house.take.take(BUSINESS, before.messageOf(1, 1));
        house.take.take(BUSINESS, after.messageOfLines(after.line(3), before.line(2)));

        assertThat(house.lines(BUSINESS, 2)).isEqualTo(2);
        assertThat(house.lines(BUSINESS, 3)).isEqualTo(1);
    }

    @Test
    void aLongLineAndLongNamesAreKeptWhole() {
        String body = "가".repeat(20_000);
        String name = "단계".repeat(60);
        Lines lines = Lines.of(IMAGE).with("\"requestBody\":\"" + body + "\"");
        house.take.take(IMAGE, lines.messageOf(1, 1).replace("charge/money", name));
        Lines nearly = Lines.of(IMAGE).with("\"requestBody\":\"" + "가".repeat(1_300) + "\"");
        house.take.take(IMAGE, nearly.messageOf(2, 2));

        assertThat(house.find.trace(Lines.GUID))
                .hasSize(2)
                .first()
                .satisfies(line -> assertThat(line.text()).contains(body).contains(name));
    }

    @Test
    void aWrongClockDoesNotTakeATable() {
        house.take.take(IMAGE, Lines.of(IMAGE).at("2026-03-07T12:00").messageOf(1, 1));

        assertThat(quarantine(IMAGE)).singleElement().satisfies(line -> {
            assertThat(line.reason()).isEqualTo(Reason.IN_THE_FUTURE);
            assertThat(line.date()).isEqualTo("2026-03-07");
            assertThat(line.seq()).isEqualTo(1);
        });
        assertThat(house.books.gaps(IMAGE)).isEmpty();
    }

    @Test
    void whatMovedMoneyHasItsImage() {
        house.take.take(BUSINESS, Lines.of(BUSINESS).with("\"amountWon\":30000").messageOf(1, 1));
        house.clock.advance(Duration.ofMinutes(5));
        String rule = "what moved money is in the image log (the newest 1000 of the business log)";

        assertThat(check(rule).firstViolation()).isEqualTo(Lines.GUID + " has no image");
        house.take.take(IMAGE, Lines.of(IMAGE).messageOf(1, 1));
        assertThat(check(rule).ok()).isTrue();
        assertThat(check(rule).rowsChecked()).isEqualTo(1);
    }

    private Check check(String rule) {
        return house.audit.report().checks().stream()
                .filter(check -> check.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private List<QuarantinedLine> quarantine(LogKind kind) {
        return house.state.quarantine(kind, 100);
    }
}
