package com.mypay.settlement.adapter.out.persistence;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.Payout;
import com.mypay.settlement.domain.PayoutId;
import com.mypay.settlement.domain.PayoutStatus;
import com.mypay.settlement.domain.Payouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Payouts} in the database. */
@ApplicationScoped
public class JpaPayouts implements Payouts {

    private static final String NEXT_CHANGE =
            "SELECT COUNT(*) + 1 AS CHANGE_NO FROM PAYOUT_HISTORY WHERE PAYOUT_ID = ?";
    private static final String NOTE_CHANGE = "INSERT INTO PAYOUT_HISTORY"
            + " (PAYOUT_ID, CHANGE_NO, FROM_STATUS, TO_STATUS, REASON_CODE, CHANGED_AT, GUID)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String OPEN =
            "SELECT COUNT(*) AS PAYOUTS FROM PAYOUT WHERE STATUS IN ('REQUESTED', 'IN_DOUBT') AND CYCLE_ID = ?";

    @PersistenceContext
    private EntityManager entities;

    private final Jdbc jdbc;

    /** For the container, which injects the entity manager. */
    @Inject
    @SuppressWarnings("NullAway.Init")
    protected JpaPayouts(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JpaPayouts() {
        this(null);
    }

    public JpaPayouts(EntityManager entities, Jdbc jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    @Override
    public void addAll(List<Payout> payouts) {
        payouts.forEach(entities::persist);
        entities.flush();
        jdbc.batch(
                NOTE_CHANGE,
                payouts.stream()
                        .map(payout -> change(payout, 1, null, payout.requestedAt()))
                        .toList());
    }

    @Override
    public Optional<Payout> find(PayoutId id) {
        return Optional.ofNullable(entities.find(Payout.class, id.value()));
    }

    @Override
    public Optional<Payout> find(CycleId cycleId, MemberId franchiseId) {
        return entities.createQuery(
                        "SELECT p FROM Payout p WHERE p.cycleId = :cycle AND p.franchiseId = :franchise", Payout.class)
                .setParameter("cycle", cycleId.value())
                .setParameter("franchise", franchiseId)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void changed(Payout payout, PayoutStatus from, Instant at) {
        // The history row must not be there without the change: a lost race fails here
        entities.flush();
        int number = jdbc.query(
                        NEXT_CHANGE, row -> row.getInt("CHANGE_NO"), payout.id().value())
                .get(0);
        jdbc.update(NOTE_CHANGE, change(payout, number, from, at));
    }

    private static @Nullable Object[] change(Payout payout, int number, @Nullable PayoutStatus from, Instant at) {
        return new @Nullable Object[] {
            payout.id().value(),
            number,
            from == null ? null : from.name(),
            payout.status().name(),
            payout.reasonCode().orElse(null),
            at,
            CallContext.current().guid().value()
        };
    }

    @Override
    public long open(CycleId cycleId) {
        return jdbc.query(OPEN, row -> row.getLong("PAYOUTS"), cycleId.value()).get(0);
    }

    @Override
    public Page<Payout> page(CycleId cycleId, @Nullable PayoutStatus status, PageRequest request) {
        String where = (status == null ? "" : " AND p.status = :status")
                + (request.isFirst() ? "" : " AND p.franchiseId > :after");
        TypedQuery<Payout> query = entities.createQuery(
                        "SELECT p FROM Payout p WHERE p.cycleId = :cycle" + where + " ORDER BY p.franchiseId",
                        Payout.class)
                .setParameter("cycle", cycleId.value())
                .setMaxResults(request.rowsToRead());
        if (status != null) {
            query.setParameter("status", status);
        }
        request.afterAs(text -> new MemberId(Long.parseLong(text)))
                .ifPresent(franchiseId -> query.setParameter("after", franchiseId));
        return Page.of(
                query.getResultList(), request, payout -> payout.franchiseId().toString());
    }
}
