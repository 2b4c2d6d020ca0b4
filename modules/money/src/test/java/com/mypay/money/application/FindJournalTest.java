package com.mypay.money.application;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.money.MoneyHouse;
import com.mypay.money.adapter.out.persistence.JdbcJournal;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Journal.Balance;
import com.mypay.money.domain.Journal.Line;
import com.mypay.money.domain.Journal.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the database: what is told are its postings. */
class FindJournalTest {

    private static final MemberId KIM = new MemberId(1001);
    private static final LocalDate FIRST = LocalDate.parse("2011-12-05");
    private static final LocalDate SECOND = FIRST.plusDays(1);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("MONEY");

    @RegisterExtension
    final TestCall call = TestCall.by(MoneyHouse.PAYMENT);

    private final MoneyHouse house = MoneyHouse.on(DATABASE);
    private final FindJournal journal =
            new FindJournal(house.transactions, new JdbcJournal(DATABASE.jdbc()), house.clock);

    private List<Line> all(LocalDate date) {
        List<Line> lines = new ArrayList<>();
        @Nullable Place after = null;
        do {
            FindJournal.Page page = journal.lines(date, after);
            lines.addAll(page.lines());
            after = page.next();
        } while (after != null);
        return lines;
    }

    private static long sum(List<Balance> balances, ToLongFunction<Balance> figure) {
        return balances.stream().mapToLong(figure).sum();
    }

    private Balance member(LocalDate date) {
        return journal.balances(date).stream()
                .filter(balance -> balance.account() == AccountKind.MEMBER)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aDayHasItsPostingsAndWhatTheyMakeOfTheAccounts() {
        house.member(KIM, 100_000);
        house.pay("first", KIM, 30_000);
        house.clock.advance(Duration.ofDays(1));
        house.pay("second", KIM, 20_000);
        house.clock.advance(Duration.ofDays(1));

        List<Line> second = all(SECOND);
        assertThat(second).hasSize(2);
        assertThat(second.stream().map(Line::amount)).containsExactlyInAnyOrder(won(-20_000), won(20_000));
        assertThat(second.stream().filter(line -> line.account() == AccountKind.MEMBER))
                .singleElement()
                .satisfies(line -> assertThat(line.memberId()).isEqualTo(1001L));

        Balance member = member(SECOND);
        assertThat(member.opening()).isEqualTo(won(70_000));
        assertThat(member.debit()).isEqualTo(won(20_000));
        assertThat(member.credit()).isEqualTo(won(0));
        assertThat(member.closing()).isEqualTo(won(50_000));
        List<Balance> balances = journal.balances(SECOND);
        assertThat(sum(balances, balance -> balance.debit().value()))
                .isEqualTo(sum(balances, balance -> balance.credit().value()));
        assertThat(sum(balances, balance -> balance.closing().value())).isZero();
        assertThat(sum(balances, Balance::lines)).isEqualTo(2);
        assertThat(member(FIRST).closing()).isEqualTo(member.opening());
    }

    @Test
    void aDayIsADayInSeoul() {
        house.member(KIM, 100_000);
        house.clock.setInSeoul("2011-12-05T23:59:59");
        house.pay("late", KIM, 1);
        house.clock.setInSeoul("2011-12-06T00:00");
        house.pay("early", KIM, 2);
        house.clock.setInSeoul("2011-12-07T00:05");
        assertThat(all(SECOND)).extracting(Line::amount).containsExactlyInAnyOrder(won(-2), won(2));
    }

    @Test
    void aLongDayComesInPagesAndEachLineOnce() {
        house.member(KIM, 100_000);
        for (int i = 0; i < FindJournal.PAGE + 3; i++) {
            house.pay("p" + i, KIM, 1);
        }
        house.clock.advance(Duration.ofDays(1));
        assertThat(journal.lines(FIRST, null).next()).isNotNull();
        List<Line> lines = all(FIRST);
        assertThat(lines.stream().filter(line -> line.reference().startsWith("p")))
                .hasSize(2 * (FindJournal.PAGE + 3));
        assertThat(lines.stream().map(line -> line.entryId() + line.lineNumber()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPlaceOfNoDayIsBehindNothing() {
        house.clock.advance(Duration.ofDays(1));
        assertThat(journal.lines(FIRST, new Place(Instant.EPOCH, "x")).lines()).isEmpty();
    }

    @Test
    void aDateThatIsNotOverIsRefused() {
        assertThatThrownBy(() -> journal.lines(FIRST, null))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(MoneyProblem.DATE_NOT_OVER));
        assertThatThrownBy(() -> journal.balances(FIRST)).isInstanceOf(RejectedException.class);
    }

    /** What was booked before midnight is committed a little after it. */
    @Test
    void aDateIsOverFiveMinutesAfterMidnight() {
        house.member(KIM, 100_000);
        house.pay("late", KIM, 1);
        house.clock.setInSeoul("2011-12-06T00:04:59");
        assertThatThrownBy(() -> journal.lines(FIRST, null)).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> journal.balances(FIRST)).isInstanceOf(RejectedException.class);
        house.clock.setInSeoul("2011-12-06T00:05");
        assertThat(journal.lines(FIRST, null).lines()).isNotEmpty();
        assertThat(journal.balances(FIRST)).isNotEmpty();
    }
}
