package com.mypay.remittance.adapter.out.persistence;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.Sender;
import com.mypay.remittance.domain.Sender.State;
import com.mypay.remittance.domain.Senders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** {@link Senders} in {@code SENDER}, by plain SQL: see {@link Sender} for the reason. */
@ApplicationScoped
public class JdbcSenders implements Senders {

    private static final String COLUMNS =
            "SELECT MEMBER_ID, LAST_NO, BEGUN_NO, IN_MONEY_STEP, USAGE_DATE, DAY_WON, MONTH_WON FROM SENDER";
    private static final String LOCK = COLUMNS + " WHERE MEMBER_ID = ? FOR UPDATE WAIT 5";
    private static final String LOCK_OF =
            COLUMNS + " WHERE MEMBER_ID = (SELECT SENDER_ID FROM REMITTANCE WHERE REMITTANCE_ID = ?) FOR UPDATE WAIT 5";
    private static final String INSERT = "INSERT INTO SENDER (MEMBER_ID, LAST_NO, BEGUN_NO, IN_MONEY_STEP, USAGE_DATE,"
            + " DAY_WON, MONTH_WON) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String CHANGE = "UPDATE SENDER SET LAST_NO = ?, BEGUN_NO = ?, IN_MONEY_STEP = ?,"
            + " USAGE_DATE = ?, DAY_WON = ?, MONTH_WON = ? WHERE MEMBER_ID = ?";

    private final Jdbc jdbc;

    @Inject
    public JdbcSenders(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcSenders() {
        this(null);
    }

    /** Two first remittances at once end in the primary key, and the loser is repeated. */
    @Override
    public Sender lock(MemberId member, LocalDate today) {
        return jdbc.queryOne(LOCK, JdbcSenders::read, member.value()).orElseGet(() -> first(member, today));
    }

    private Sender first(MemberId member, LocalDate today) {
        Sender sender = Sender.first(member, today);
        State state = sender.state();
        jdbc.update(
                INSERT,
                member.value(),
                state.lastNumber(),
                state.begunNumber(),
                state.inMoneyStep(),
                state.usageDate(),
                state.usedOfDay().value(),
                state.usedOfMonth().value());
        return sender;
    }

    @Override
    public Optional<Sender> lockOf(RemittanceId remittance) {
        return jdbc.queryOne(LOCK_OF, JdbcSenders::read, remittance);
    }

    @Override
    public void changed(Sender sender) {
        State state = sender.state();
        int rows = jdbc.update(
                CHANGE,
                state.lastNumber(),
                state.begunNumber(),
                state.inMoneyStep(),
                state.usageDate(),
                state.usedOfDay().value(),
                state.usedOfMonth().value(),
                sender.member().value());
        if (rows != 1) {
            throw new IllegalStateException("no row of sender " + sender.member());
        }
    }

    private static Sender read(ResultSet row) throws SQLException {
        String inMoneyStep = row.getString("IN_MONEY_STEP");
        return Sender.stored(
                new MemberId(row.getLong("MEMBER_ID")),
                new State(
                        row.getLong("LAST_NO"),
                        row.getLong("BEGUN_NO"),
                        inMoneyStep == null ? null : new RemittanceId(inMoneyStep),
                        Objects.requireNonNull(Jdbc.day(row, "USAGE_DATE")),
                        Won.won(row.getLong("DAY_WON")),
                        Won.won(row.getLong("MONTH_WON"))));
    }
}
