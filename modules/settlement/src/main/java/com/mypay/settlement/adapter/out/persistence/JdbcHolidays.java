package com.mypay.settlement.adapter.out.persistence;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.settlement.domain.BusinessCalendar;
import com.mypay.settlement.domain.Holidays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;

/** {@link Holidays} in the database. */
@ApplicationScoped
public class JdbcHolidays implements Holidays {

    private static final String BETWEEN = "SELECT HOLIDAY_DATE FROM HOLIDAY WHERE HOLIDAY_DATE BETWEEN ? AND ?";
    private static final String LAST = "SELECT MAX(HOLIDAY_DATE) AS HOLIDAY_DATE FROM HOLIDAY";

    private final Jdbc jdbc;

    @Inject
    public JdbcHolidays(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcHolidays() {
        this(null);
    }

    @Override
    public BusinessCalendar around(LocalDate day) {
        return new BusinessCalendar(new HashSet<>(jdbc.query(
                BETWEEN,
                row -> Objects.requireNonNull(Jdbc.day(row, "HOLIDAY_DATE")),
                day.minusMonths(1),
                day.plusMonths(1))));
    }

    @Override
    public Optional<LocalDate> last() {
        return jdbc.query(LAST, row -> Optional.ofNullable(Jdbc.day(row, "HOLIDAY_DATE"))).stream()
                .findFirst()
                .flatMap(date -> date);
    }
}
