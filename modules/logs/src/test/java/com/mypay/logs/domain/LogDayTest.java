package com.mypay.logs.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mypay.logs.domain.LogDay.Status;
import com.mypay.logs.domain.Quarantined.Reason;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LogDayTest {

    private static final int KEEP = 27;
    private static final LocalDate MARCH_2 = LocalDate.parse("2026-03-02");
    private static final LogDay EMPTY = new LogDay(2, Status.EMPTY, null, 1, 0, 0, 0);
    private static final LogDay HOLDS_MARCH = EMPTY.with(MARCH_2, 10);
    private static final LogDay EMPTYING = HOLDS_MARCH.closed().archived(1).emptying();

    @Test
    void theDayEndsAtMidnightInSeoul() {
        assertThat(LogDay.dateOf(Instant.parse("2026-03-02T14:59:59.999999Z"))).isEqualTo("2026-03-02");
        assertThat(LogDay.dateOf(Instant.parse("2026-03-02T15:00:00Z"))).isEqualTo("2026-03-03");
    }

    @Test
    void anEmptyTableTakesItsDateAndKeepsIt() {
        assertThat(EMPTY.refusal(MARCH_2, MARCH_2, KEEP)).isEmpty();
        assertThat(HOLDS_MARCH.refusal(MARCH_2, MARCH_2.plusDays(40), KEEP)).isEmpty();
    }

    @Test
    void theNextMonthWaitsUntilTheTableIsEmpty() {
        LocalDate april = MARCH_2.plusMonths(1);

        assertThat(HOLDS_MARCH.refusal(april, april, KEEP)).contains(Reason.TABLE_NOT_EMPTY);
        assertThat(EMPTYING.refusal(april, april, KEEP)).contains(Reason.TABLE_NOT_EMPTY);
        assertThat(EMPTYING.emptied().refusal(april, april, KEEP)).isEmpty();
    }

    @Test
    void whatIsOlderThanTheTableComesTooLate() {
        assertThat(HOLDS_MARCH.refusal(MARCH_2.minusMonths(1), MARCH_2, KEEP)).contains(Reason.TOO_LATE);
        assertThat(EMPTY.refusal(MARCH_2, MARCH_2.plusDays(27), KEEP)).contains(Reason.TOO_LATE);
        assertThat(EMPTY.refusal(MARCH_2, MARCH_2.plusDays(26), KEEP)).isEmpty();
        assertThat(EMPTYING.refusal(MARCH_2, MARCH_2.plusDays(27), KEEP)).contains(Reason.TOO_LATE);
    }

    @Test
    void aClockThatIsADayAheadIsBelievedAndNoMore() {
        assertThat(EMPTY.refusal(MARCH_2, MARCH_2.minusDays(1), KEEP)).isEmpty();
        assertThat(EMPTY.refusal(MARCH_2, MARCH_2.minusDays(2), KEEP)).contains(Reason.IN_THE_FUTURE);
    }

    @Test
    void aTableIsNotEmptiedBeforeEveryPartIsInTheArchive() {
        LogDay late = HOLDS_MARCH.closed().archived(1).with(MARCH_2, 1);

        assertThat(HOLDS_MARCH.isToBeEmptied(MARCH_2.plusDays(40), KEEP)).isFalse();
        assertThat(HOLDS_MARCH.closed().isToBeEmptied(MARCH_2.plusDays(40), KEEP))
                .isFalse();
        assertThat(late.isToBeEmptied(MARCH_2.plusDays(40), KEEP)).isFalse();
        assertThat(late.closed().archived(2).isToBeEmptied(MARCH_2.plusDays(40), KEEP))
                .isTrue();
        assertThatIllegalStateException().isThrownBy(late::emptying);
        assertThatIllegalStateException().isThrownBy(HOLDS_MARCH::emptied);
    }

    @Test
    void aPartIsArchivedOnceAndInOrder() {
        LogDay twoParts = HOLDS_MARCH.closed().with(MARCH_2, 1).closed();

        assertThat(twoParts.closedPart()).contains(1);
        assertThat(twoParts.archived(1).closedPart()).contains(2);
        assertThat(twoParts.archived(1).archived(2).closedPart()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> twoParts.archived(2));
        assertThatIllegalStateException().isThrownBy(() -> HOLDS_MARCH.archived(1));
    }

    /** February is the shortest: also the table of its first day is empty when March begins. */
    @Test
    void everyTableIsEmptyBeforeItsDayComesAgain() {
        for (LocalDate date = LocalDate.parse("2026-01-01"); date.getYear() < 2029; date = date.plusDays(1)) {
            LocalDate again = date.plusDays(28);
            while (again.getDayOfMonth() != date.getDayOfMonth()) {
                again = again.plusDays(1);
            }
            LogDay day = new LogDay(date.getDayOfMonth(), Status.OPEN, date, 2, 0, 1, 10);
            assertThat(day.isToBeEmptied(again.minusDays(1), KEEP))
                    .as(date.toString())
                    .isTrue();
        }
    }
}
