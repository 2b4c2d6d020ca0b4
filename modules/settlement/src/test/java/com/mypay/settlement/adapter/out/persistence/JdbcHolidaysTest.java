package com.mypay.settlement.adapter.out.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.frameworktest.database.TestDatabase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calendar that the scripts bring along. */
class JdbcHolidaysTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("SETTLEMENT");

    private static final String SUBSTITUTE = " 대체공휴일";

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

    /** By article 3 of the decree: which holidays have a substitute day, and when it is. */
    @Test
    void eachHolidayThatFallsOnAnotherDayOffHasItsSubstituteAndNoOtherHas() {
        TreeMap<LocalDate, String> known = new TreeMap<>();
        DATABASE.jdbc()
                .query(
                        "SELECT HOLIDAY_DATE, NAME FROM HOLIDAY WHERE HOLIDAY_DATE >= DATE '2026-01-01'",
                        row -> known.put(
                                Objects.requireNonNull(Jdbc.day(row, "HOLIDAY_DATE")),
                                Objects.requireNonNull(row.getString("NAME"))));
        TreeSet<LocalDate> ordinary = known.entrySet().stream()
                .filter(holiday -> !holiday.getValue().endsWith(SUBSTITUTE))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<LocalDate> substitutes = new TreeSet<>();
        ordinary.stream().filter(day -> isSubstituted(day, known)).forEach(day -> {
            LocalDate substitute = day.plusDays(1);
            while (ordinary.contains(substitute) || substitutes.contains(substitute) || isWeekend(substitute)) {
                substitute = substitute.plusDays(1);
            }
            substitutes.add(substitute);
        });

        TreeSet<LocalDate> written = new TreeSet<>(known.keySet());
        written.removeAll(ordinary);
        assertThat(written).isEqualTo(substitutes).hasSizeGreaterThan(10);
    }

    /** @param known by date; two on one day stand there with a comma */
    private static boolean isSubstituted(LocalDate day, Map<LocalDate, String> known) {
        String name = known.getOrDefault(day, "");
        boolean never = name.equals("신정") || name.equals("현충일") || name.endsWith("선거일");
        boolean lunarDays = name.startsWith("설날") || name.startsWith("추석");
        boolean weekend = lunarDays ? day.getDayOfWeek() == DayOfWeek.SUNDAY : isWeekend(day);
        return !never && (weekend || name.contains(", "));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Of lunar holidays: as the Korean calendar has them. */
    @ParameterizedTest
    @CsvSource({
        "2026-02-17, 2026-05-24, 2026-09-25",
        "2027-02-07, 2027-05-13, 2027-09-15",
        "2028-01-27, 2028-05-02, 2028-10-03"
    })
    void everyYearHasItsHolidays(LocalDate newYear, LocalDate buddhasBirthday, LocalDate thanksgiving) {
        int year = newYear.getYear();
        List<LocalDate> days = new ArrayList<>(List.of(
                newYear.minusDays(1),
                newYear,
                newYear.plusDays(1),
                buddhasBirthday,
                thanksgiving.minusDays(1),
                thanksgiving,
                thanksgiving.plusDays(1)));
        Stream.of("01-01", "03-01", "05-01", "05-05", "06-06", "07-17", "08-15", "10-03", "10-09", "12-25")
                .map(day -> LocalDate.parse(year + "-" + day))
                .forEach(days::add);
        assertThat(days)
                .allSatisfy(day -> assertThat(holidays.around(day).holidays()).contains(day));
    }

    @Test
    void theDaysThatAreLeftEndWithTheLastOne() {
        LocalDate last = holidays.last().orElseThrow();
        assertThat(holidays.daysLeft(last.minusDays(10))).isEqualTo(10);
        assertThat(holidays.daysLeft(last)).isZero();
        assertThat(holidays.daysLeft(last.plusDays(3))).isZero();
    }

    @Test
    void theLastOneIsKnown() {
        assertThat(holidays.last()).isPresent();
        LocalDate last = holidays.last().orElseThrow();
        assertThat(holidays.around(last).holidays()).contains(last).allMatch(day -> !day.isAfter(last));
    }
}
