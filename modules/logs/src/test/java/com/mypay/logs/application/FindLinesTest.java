package com.mypay.logs.application;

import static com.mypay.logs.domain.LogKind.BUSINESS;
import static com.mypay.logs.domain.LogKind.ERROR;
import static com.mypay.logs.domain.LogKind.IMAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.Problem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.logs.Lines;
import com.mypay.logs.LogHouse;
import com.mypay.logs.application.FindLines.Criteria;
import com.mypay.logs.domain.FoundLine;
import com.mypay.logs.domain.LogKind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FindLinesTest {

    @RegisterExtension
    static final TestDatabase IMAGES = TestDatabase.of("IMAGELOG");

    @RegisterExtension
    static final TestDatabase BUSINESSES = TestDatabase.of("BUSINESSLOG");

    @RegisterExtension
    static final TestDatabase ERRORS = TestDatabase.of("ERRORLOG");

    private static final String OTHER = "0195c2f0000070008000000000000002";
    private static final Instant FROM = Instant.parse("2026-03-01T15:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-03T15:00:00Z");

    @TempDir
    Path directory;

    private LogHouse house;

    @BeforeEach
    void build() {
        house = new LogHouse(IMAGES, BUSINESSES, ERRORS, directory);
        house.clock.setInSeoul("2026-03-03T12:00");
    }

    @Test
    void aTraceHasTheLinesOfAllLogsAndDaysInTimesOrder() {
        Lines image = Lines.of(IMAGE);
        house.take.take(
                IMAGE,
                image.messageOfLines(
                        image.at("2026-03-02T23:59:59").line(1),
                        image.at("2026-03-03T00:00:01").by("banking", 2).line(2),
                        image.guid(OTHER).line(3)));
        house.take.take(
                BUSINESS,
                Lines.of(BUSINESS).at("2026-03-03T00:00").by("money", 1).messageOf(1, 1));
        house.take.take(ERROR, Lines.of(ERROR).at("2026-03-03T00:00:02").messageOf(1, 1));

        List<FoundLine> trace = house.find.trace(Lines.GUID);

        assertThat(trace).extracting(FoundLine::kind).containsExactly(IMAGE, BUSINESS, IMAGE, ERROR);
        assertThat(trace).extracting(FoundLine::hop).containsExactly(0, 1, 2, 0);
        assertThat(trace).extracting(FoundLine::code).containsExactly("200", "MONEY_CHANGED", "200", "BALANCE_SHORT");
        assertThat(house.find.trace("f".repeat(32))).isEmpty();
    }

    @Test
    void pagesGoOnBetweenLinesOfTheSameMicrosecond() {
        house.take.take(IMAGE, Lines.of(IMAGE).messageOf(1, 25));
        house.take.take(IMAGE, Lines.of(IMAGE).from("b".repeat(32)).messageOf(1, 12));
        house.take.take(IMAGE, Lines.of(IMAGE).at("2026-03-03T01:00").messageOf(26, 30));

        List<FoundLine> all = new ArrayList<>();
        @Nullable String cursor = null;
        int pages = 0;
        do {
            Page<FoundLine> page =
                    house.find.search(criteria(IMAGE, null, null, null, null), PageRequest.of(cursor, 7));
            all.addAll(page.items());
            cursor = page.nextCursor();
            pages++;
        } while (cursor != null);

        assertThat(pages).isEqualTo(6);
        assertThat(all).hasSize(42).doesNotHaveDuplicates();
        assertThat(all).extracting(FoundLine::at).isSorted();
    }

    @Test
    void findsByEachThingAndByAllOfThem() {
        Lines lines = Lines.of(ERROR);
        house.take.take(
                ERROR,
                lines.messageOfLines(
                        lines.with("\"memberId\":1001").line(1),
                        lines.with("\"memberId\":1002").line(2).replace("BALANCE_SHORT", "MEMBER_NOT_FOUND"),
                        lines.by("payment", 0).line(3).replace("charge/money", "pay/my-money"),
                        lines.at("2026-03-03T10:00").line(4)));

        assertThat(seqs(criteria(ERROR, null, null, null, null))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(seqs(criteria(ERROR, "payment", null, null, null))).containsExactly(3L);
        assertThat(seqs(criteria(ERROR, null, "charge/money", null, null))).containsExactly(1L, 2L, 4L);
        assertThat(seqs(criteria(ERROR, null, null, "BALANCE_SHORT", null))).containsExactly(1L, 3L, 4L);
        assertThat(seqs(criteria(ERROR, null, null, null, 1002L))).containsExactly(2L);
        assertThat(seqs(criteria(ERROR, "money", "charge/money", "BALANCE_SHORT", 1001L)))
                .containsExactly(1L);
        Instant noon = Instant.parse("2026-03-02T03:00:00Z");
        assertThat(seqs(new Criteria(ERROR, FROM, noon, null, null, null, null)))
                .isEmpty();
    }

    @Test
    void findsTheTransactionsOfAnIdAndOfAMember() {
        Lines lines = Lines.of(BUSINESS);
        String charge = "\"memberId\":1001,\"references\":{\"chargeId\":\"c1\",\"paymentId\":\"p1\"}";
        String payment = "\"references\":{\"paymentId\":\"p1\"}";
        String slip = "\"memberId\":1001,\"references\":{\"slipId\":\"s1\"}";
        Lines other = lines.guid(OTHER);
        house.take.take(
                BUSINESS,
                lines.messageOfLines(
                        lines.with(charge).line(1),
                        other.at("2026-03-02T13:00").with(payment).line(2),
                        other.at("2026-03-03T01:00").with(slip).line(3)));

        assertThat(house.find.guids("p1", null, null)).containsExactly(Lines.GUID, OTHER);
        assertThat(house.find.guids("s1", null, null)).containsExactly(OTHER);
        assertThat(house.find.guids("c1", null, null)).isEmpty();
        MemberId member = new MemberId(1001);
        assertThat(house.find.guids(null, member, LocalDate.parse("2026-03-02")))
                .containsExactly(Lines.GUID);
        assertThat(house.find.guids(null, member, LocalDate.parse("2026-03-04")))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoQuestion() {
        assertRefused(() -> house.find.trace("0".repeat(32)), LogsProblem.GUID_INVALID);
        assertRefused(() -> house.find.trace("A".repeat(32)), LogsProblem.GUID_INVALID);
        assertRefused(() -> house.find.guids(null, null, null), LogsProblem.ONE_REFERENCE);
        assertRefused(() -> house.find.guids("p1", new MemberId(1), null), LogsProblem.ONE_REFERENCE);
        assertRefused(() -> house.find.guids(null, new MemberId(1), null), LogsProblem.ONE_REFERENCE);
        PageRequest page = PageRequest.of(null, 10);
        assertRefused(
                () -> house.find.search(new Criteria(IMAGE, TO, FROM, null, null, null, null), page),
                LogsProblem.PERIOD_INVALID);
        Instant late = FROM.plusSeconds(31 * 86_400 + 1);
        assertRefused(
                () -> house.find.search(new Criteria(IMAGE, FROM, late, null, null, null, null), page),
                LogsProblem.PERIOD_INVALID);
        assertRefused(
                () -> house.find.search(criteria(IMAGE, null, null, null, null), new PageRequest("x/y", 10)),
                CommonProblem.CURSOR_INVALID);
    }

    private List<Long> seqs(Criteria criteria) {
        return house.find.search(criteria, PageRequest.of(null, 50)).items().stream()
                .map(FoundLine::seq)
                .toList();
    }

    private static Criteria criteria(
            LogKind kind,
            @Nullable String service,
            @Nullable String operation,
            @Nullable String code,
            @Nullable Long member) {
        return new Criteria(kind, FROM, TO, service, operation, code, member == null ? null : new MemberId(member));
    }

    private static void assertRefused(ThrowingCallable question, Problem problem) {
        assertThatThrownBy(question)
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
