package com.mypay.framework.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    @Test
    void daysAndMonthsAreReadAsTheyAreWritten() {
        assertThat(Days.day("2011-12-05")).isEqualTo(LocalDate.of(2011, 12, 5));
        assertThat(Days.day("9999-12-31")).isEqualTo(LocalDate.of(9999, 12, 31));
        assertThat(Days.month("2011-12")).isEqualTo(YearMonth.of(2011, 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "2011-12",
                "2011-02-30",
                "1899-12-31",
                "0000-01-01",
                "-0001-01-01",
                "+10000-01-01",
                "+999999999-12-31"
            })
    void whatTheDatabasesDoNotKnowIsNoDay(String text) {
        assertThatThrownBy(() -> Days.day(text)).isInstanceOf(DateTimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2011", "2011-13", "1899-12", "+999999999-12"})
    void norAMonth(String text) {
        assertThatThrownBy(() -> Days.month(text)).isInstanceOf(DateTimeException.class);
    }
}
