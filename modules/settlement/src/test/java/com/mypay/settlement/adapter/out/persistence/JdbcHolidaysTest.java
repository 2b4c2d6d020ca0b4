package com.mypay.settlement.adapter.out.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.frameworktest.database.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The calendar that the scripts bring along. */
class JdbcHolidaysTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("SETTLEMENT");

    private final JdbcHolidays holidays = new JdbcHolidays(DATABASE.jdbc());

    @Test
    void thanksgivingOf2026IsNoBusinessDay() {
        LocalDate thanksgiving = LocalDate.of(2026, 9, 25);
        assertThat(holidays.around(thanksgiving).isBusinessDay(thanksgiving)).isFalse();
        assertThat(holidays.around(thanksgiving).isBusinessDay(LocalDate.of(2026, 9, 23)))
                .isTrue();
        assertThat(holidays.around(thanksgiving).holidays())
                .contains(LocalDate.of(2026, 10, 9))
                .doesNotContain(LocalDate.of(2026, 12, 25));
    }

    @Test
    void theLastOneIsKnown() {
        assertThat(holidays.last()).isPresent();
        LocalDate last = holidays.last().orElseThrow();
        assertThat(holidays.around(last).holidays()).contains(last).allMatch(day -> !day.isAfter(last));
    }
}
