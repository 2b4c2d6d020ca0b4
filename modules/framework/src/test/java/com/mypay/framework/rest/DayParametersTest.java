package com.mypay.framework.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DayParametersTest {

    private final ParamConverter<LocalDate> days = converter(LocalDate.class);
    private final ParamConverter<YearMonth> months = converter(YearMonth.class);

    @Test
    void daysAndMonthsAreReadAndWritten() {
        assertThat(days.fromString("2011-12-05")).isEqualTo(LocalDate.of(2011, 12, 5));
        assertThat(days.fromString("")).isNull();
        assertThat(months.fromString("2011-12")).isEqualTo(YearMonth.of(2011, 12));
        assertThat(months.toString(YearMonth.of(2011, 12))).isEqualTo("2011-12");
    }

    @Test
    void whatIsNoneIsAnInvalidField() {
        for (String text : new String[] {"tomorrow", "2011-02-30", "+999999999-12-31"}) {
            assertInvalid(days, text);
        }
        for (String text : new String[] {"December", "2011-13", "0000-12"}) {
            assertInvalid(months, text);
        }
    }

    private static void assertInvalid(ParamConverter<?> converter, String text) {
        assertThatThrownBy(() -> converter.fromString(text))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(CommonProblem.FIELD_INVALID));
    }

    private static <T> ParamConverter<T> converter(Class<T> type) {
        return Objects.requireNonNull(new DayParameters().getConverter(type, type, new Annotation[0]));
    }
}
