package com.mypay.settlement.adapter.out.persistence;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.StepCount;
import com.mypay.settlement.domain.StepCounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** {@link StepCounts} in the database. */
@ApplicationScoped
public class JdbcStepCounts implements StepCounts {

    private static final String ADD = "UPDATE STEP_COUNT SET READ_COUNT = READ_COUNT + ?,"
            + " WRITTEN_COUNT = WRITTEN_COUNT + ?, SKIPPED_COUNT = SKIPPED_COUNT + ?"
            + " WHERE CYCLE_ID = ? AND STEP_NAME = ? AND PARTITION_NO = ?";
    private static final String INSERT = "INSERT INTO STEP_COUNT (READ_COUNT, WRITTEN_COUNT, SKIPPED_COUNT, CYCLE_ID,"
            + " STEP_NAME, PARTITION_NO) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String OF_CYCLE = "SELECT STEP_NAME, PARTITION_NO, READ_COUNT, WRITTEN_COUNT, SKIPPED_COUNT"
            + " FROM STEP_COUNT WHERE CYCLE_ID = ? ORDER BY STEP_NAME, PARTITION_NO";

    private final Jdbc jdbc;

    @Inject
    public JdbcStepCounts(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcStepCounts() {
        this(null);
    }

    @Override
    public void add(CycleId cycleId, StepCount chunk) {
        if (write(ADD, cycleId, chunk) == 0) {
            write(INSERT, cycleId, chunk);
        }
    }

    private int write(String sql, CycleId cycleId, StepCount chunk) {
        return jdbc.update(
                sql, chunk.read(), chunk.written(), chunk.skipped(), cycleId.value(), chunk.step(), chunk.partition());
    }

    @Override
    public List<StepCount> of(CycleId cycleId) {
        return jdbc.query(
                OF_CYCLE,
                row -> new StepCount(
                        row.getString("STEP_NAME"),
                        row.getInt("PARTITION_NO"),
                        row.getLong("READ_COUNT"),
                        row.getLong("WRITTEN_COUNT"),
                        row.getLong("SKIPPED_COUNT")),
                cycleId.value());
    }
}
