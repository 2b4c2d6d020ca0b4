package com.mypay.banking.adapter.out.persistence;

import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.CallPace;
import com.mypay.framework.persistence.Jdbc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** {@link CallPace} in {@code BANK_PACE}: the row's lock puts those who come at once in order. */
@ApplicationScoped
public class JdbcCallPace implements CallPace {

    private static final String FIND = "SELECT NEXT_TURN_AT FROM BANK_PACE WHERE BANK_CODE = ? FOR UPDATE WAIT 5";
    private static final String BEGIN = "INSERT INTO BANK_PACE (BANK_CODE, NEXT_TURN_AT) VALUES (?, ?)";
    private static final String SET = "UPDATE BANK_PACE SET NEXT_TURN_AT = ? WHERE BANK_CODE = ?";

    private final Jdbc jdbc;

    @Inject
    public JdbcCallPace(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcCallPace() {
        this(null);
    }

    @Override
    public Instant take(BankCode bank, Instant realTime, int callsPerSecond) {
        Instant now = realTime.truncatedTo(ChronoUnit.MICROS);
        Duration apart = Duration.ofSeconds(1).dividedBy(callsPerSecond);
        Optional<Instant> next =
                jdbc.queryOne(FIND, row -> Objects.requireNonNull(Jdbc.instant(row, "NEXT_TURN_AT")), bank);
        if (next.isEmpty()) {
            // Two at once: one loses the race and is repeated
            jdbc.update(BEGIN, bank, now.plus(apart));
            return now;
        }
        Instant turn = next.get().isAfter(now) ? next.get() : now;
        jdbc.update(SET, turn.plus(apart), bank);
        return turn;
    }
}
