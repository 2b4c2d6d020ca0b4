package com.mypay.banking.adapter.out.persistence;

import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.ChangedMeanwhileException;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.domain.FirmbankingStep;
import com.mypay.banking.domain.Firmbankings;
import com.mypay.banking.domain.Resolution;
import com.mypay.framework.persistence.Jdbc;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@link Firmbankings} on JPA. Steps are written by plain SQL: JPA would read the row again before it writes it, and a
 * firmbanking has several steps.
 */
@ApplicationScoped
public class JpaFirmbankings implements Firmbankings {

    private static final String SAVE =
            "UPDATE FIRMBANKING SET STATUS = ?, REASON_CODE = ?, BANK_REFERENCE = ?, CALLS = ?,"
                    + " RESENDS = ?, INQUIRIES = ?, NOT_RECEIVED_SINCE = ?, NEXT_LOOK_AT = ?, STEPS = ?, SENT_AT = ?,"
                    + " COMPLETED_AT = ?, TRANSACTION_DATE = ?, FEE_WON = ?, RESOLUTION = ?, RESOLVED_BY = ?, APPROVED_BY = ?, RESOLUTION_REASON = ?,"
                    + " BANK_SAYS = ?, VERSION = ? WHERE FIRMBANKING_ID = ? AND VERSION = ?";
    private static final String LOOK_AT_MAINTENANCE = "UPDATE FIRMBANKING SET NEXT_LOOK_AT = ?, VERSION = VERSION + 1"
            + " WHERE NEXT_LOOK_AT > ? AND STATUS = 'WAITING' AND REASON_CODE = 'BANK_IN_MAINTENANCE'";
    private static final String ADD_STEP = "INSERT INTO FIRMBANKING_HISTORY (FIRMBANKING_ID, STEP_NO, FROM_STATUS,"
            + " TO_STATUS, REASON_CODE, BANK_REFERENCE, RESOLVED_BY, APPROVED_BY, CHANGED_AT, GUID)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FEES = "SELECT FROM_BANK_CODE, COUNT(*) AS CALLS, SUM(FEE_WON) AS FEES_WON"
            + " FROM FIRMBANKING WHERE TRANSACTION_DATE BETWEEN ? AND ? AND STATUS = 'COMPLETED'"
            + " GROUP BY FROM_BANK_CODE ORDER BY FROM_BANK_CODE";

    @PersistenceContext
    private EntityManager entityManager;

    private final Jdbc jdbc;

    /** For the container, which adds the entity manager. */
    @Inject
    @SuppressWarnings("NullAway.Init")
    protected JpaFirmbankings(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JpaFirmbankings() {
        this(null);
    }

    public JpaFirmbankings(EntityManager entityManager, Jdbc jdbc) {
        this.entityManager = entityManager;
        this.jdbc = jdbc;
    }

    @Override
    public void add(Firmbanking firmbanking) {
        entityManager.persist(firmbanking);
        // Now, so that a second one of the same request loses the race here, where it is repeated
        entityManager.flush();
        // What the verbs give is saved by SQL; this one must not be written again
        entityManager.detach(firmbanking);
    }

    @Override
    public void save(Firmbanking before, Firmbanking after, Instant at, String guid) {
        @Nullable Resolution resolution = after.resolution().orElse(null);
        int changed = jdbc.update(
                SAVE,
                after.status(),
                after.reasonCode(),
                after.bankReference(),
                after.calls(),
                after.resends(),
                after.inquiries(),
                after.notReceivedSince(),
                after.nextLookAt(),
                after.steps(),
                after.sentAt(),
                after.completedAt(),
                after.transactionDate(),
                after.fee().value(),
                resolution == null ? null : resolution.decision(),
                resolution == null ? null : resolution.resolvedBy(),
                resolution == null ? null : resolution.approvedBy(),
                resolution == null ? null : resolution.reason(),
                after.bankSays(),
                after.version(),
                after.id(),
                before.version());
        if (changed != 1) {
            throw new ChangedMeanwhileException("firmbanking " + after.id());
        }
        after.stepFrom(before.status(), at, guid).ifPresent(this::add);
    }

    private void add(FirmbankingStep step) {
        jdbc.update(
                ADD_STEP,
                step.firmbankingId(),
                step.stepNo(),
                step.fromStatus(),
                step.toStatus(),
                step.reasonCode(),
                step.bankReference(),
                step.resolvedBy(),
                step.approvedBy(),
                step.changedAt(),
                step.guid());
    }

    @Override
    public Optional<Firmbanking> find(String firmbankingId) {
        return one(entityManager
                .createQuery("SELECT f FROM Firmbanking f WHERE f.firmbankingId = :id", Firmbanking.class)
                .setParameter("id", firmbankingId)
                .getResultList());
    }

    @Override
    public Optional<Firmbanking> find(String requester, RequestId requestId) {
        return one(entityManager
                .createQuery(
                        "SELECT f FROM Firmbanking f WHERE f.requestId = :requestId AND f.requester = :requester"
                                + " ORDER BY f.attempt DESC",
                        Firmbanking.class)
                .setParameter("requestId", requestId.value())
                .setParameter("requester", requester)
                .getResultList());
    }

    private Optional<Firmbanking> one(List<Firmbanking> rows) {
        rows.forEach(entityManager::detach);
        return rows.stream().findFirst();
    }

    @Override
    public List<FirmbankingStep> history(String firmbankingId) {
        return entityManager
                .createQuery(
                        "SELECT s FROM FirmbankingStep s WHERE s.firmbankingId = :id ORDER BY s.stepNo",
                        FirmbankingStep.class)
                .setParameter("id", firmbankingId)
                .getResultList();
    }

    @Override
    public List<Firmbanking> ofMember(MemberId member, Period period, PageRequest page) {
        String where = "SELECT f FROM Firmbanking f WHERE f.memberId = :member AND f.requestedAt >= :from"
                + " AND f.requestedAt < :to";
        var query = entityManager.createQuery(
                where + (page.isFirst() ? "" : " AND f.firmbankingId < :after") + " ORDER BY f.firmbankingId DESC",
                Firmbanking.class);
        if (!page.isFirst()) {
            query.setParameter("after", page.after());
        }
        return query.setParameter("member", member)
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .setMaxResults(page.rowsToRead())
                .getResultList();
    }

    @Override
    public List<Firmbanking> due(Instant realTime, int atMost) {
        return due("f.status <> :waiting", realTime, atMost);
    }

    @Override
    public List<Firmbanking> waitingUntil(Instant realTime, int atMost) {
        return due("f.status = :waiting", realTime, atMost);
    }

    private List<Firmbanking> due(String which, Instant realTime, int atMost) {
        List<Firmbanking> rows = entityManager
                .createQuery(
                        "SELECT f FROM Firmbanking f WHERE f.nextLookAt <= :now AND " + which
                                + " ORDER BY f.nextLookAt",
                        Firmbanking.class)
                .setParameter("now", realTime)
                .setParameter("waiting", FirmbankingStatus.WAITING)
                .setMaxResults(atMost)
                .getResultList();
        rows.forEach(entityManager::detach);
        return rows;
    }

    @Override
    public void lookAtMaintenance(Instant realTime) {
        jdbc.update(LOOK_AT_MAINTENANCE, realTime, realTime);
    }

    @Override
    public List<Firmbanking> open(FirmbankingStatus status, PageRequest page) {
        // NEXT_LOOK_AT is there while one is open, and seldom longer: its index leads to the few that are
        return entityManager
                .createQuery(
                        "SELECT f FROM Firmbanking f WHERE f.nextLookAt IS NOT NULL AND f.status = :status"
                                + " AND f.firmbankingId > :after ORDER BY f.firmbankingId",
                        Firmbanking.class)
                .setParameter("status", status)
                .setParameter("after", page.isFirst() ? "0" : page.after())
                .setMaxResults(page.rowsToRead())
                .getResultList();
    }

    @Override
    public List<BankFees> fees(LocalDate from, LocalDate to) {
        return jdbc.query(
                FEES,
                row -> new BankFees(
                        new BankCode(text(row.getString("FROM_BANK_CODE"))),
                        row.getLong("CALLS"),
                        Won.won(row.getLong("FEES_WON"))),
                from,
                to);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
