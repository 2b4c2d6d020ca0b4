package com.mypay.remittance.adapter.out.persistence;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.MemberId;
import com.mypay.remittance.domain.Confirmation;
import com.mypay.remittance.domain.Confirmations;
import com.mypay.remittance.domain.VerificationLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Confirmations} in {@code CONFIRMATION}, by plain SQL: each is written, read and used once. */
@ApplicationScoped
public class JdbcConfirmations implements Confirmations {

    private static final String INSERT = "INSERT INTO CONFIRMATION (TOKEN, SENDER_ID, LEVEL_NAME, EXPIRES_TIMESTAMP, "
            + PayeeColumns.NAMES + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FIND = "SELECT TOKEN, SENDER_ID, LEVEL_NAME, EXPIRES_TIMESTAMP, " + PayeeColumns.NAMES
            + " FROM CONFIRMATION WHERE TOKEN = ?";
    private static final String USE = "UPDATE CONFIRMATION SET USED_FOR = ? WHERE TOKEN = ? AND USED_FOR IS NULL";
    private static final String COUNT = "SELECT COUNT(*) AS CONFIRMATIONS FROM CONFIRMATION"
            + " WHERE SENDER_ID = ? AND EXPIRES_TIMESTAMP > ? AND EXPIRES_TIMESTAMP <= ?";
    private static final String FORGET = "DELETE FROM CONFIRMATION WHERE EXPIRES_TIMESTAMP < ?";

    private final Jdbc jdbc;

    @Inject
    public JdbcConfirmations(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcConfirmations() {
        this(null);
    }

    @Override
    public void add(Confirmation confirmation) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(confirmation.token());
        row.add(confirmation.sender().value());
        row.add(confirmation.level());
        row.add(confirmation.expiresAt());
        row.addAll(PayeeColumns.valuesOf(confirmation.payee()));
        jdbc.update(INSERT, row.toArray());
    }

    @Override
    public Optional<Confirmation> find(String token) {
        return jdbc.queryOne(FIND, JdbcConfirmations::read, token);
    }

    @Override
    public boolean use(String token, String usedFor) {
        return jdbc.update(USE, usedFor, token) == 1;
    }

    @Override
    public int count(MemberId sender, Instant after, Instant until) {
        return jdbc.queryOne(COUNT, row -> row.getInt("CONFIRMATIONS"), sender.value(), after, until)
                .orElseThrow();
    }

    @Override
    public int forget(Instant expiredBefore) {
        return jdbc.update(FORGET, expiredBefore);
    }

    private static Confirmation read(ResultSet row) throws SQLException {
        return new Confirmation(
                row.getString("TOKEN"),
                new MemberId(row.getLong("SENDER_ID")),
                PayeeColumns.read(row),
                VerificationLevel.valueOf(row.getString("LEVEL_NAME")),
                Objects.requireNonNull(Jdbc.instant(row, "EXPIRES_TIMESTAMP")));
    }
}
