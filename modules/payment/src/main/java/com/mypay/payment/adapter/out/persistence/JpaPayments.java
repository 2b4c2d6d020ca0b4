package com.mypay.payment.adapter.out.persistence;

import com.mypay.framework.value.PageRequest;
import com.mypay.payment.domain.Cancellation;
import com.mypay.payment.domain.Payment;
import com.mypay.payment.domain.PaymentChange;
import com.mypay.payment.domain.PaymentId;
import com.mypay.payment.domain.PaymentStatus;
import com.mypay.payment.domain.Payments;
import com.mypay.payment.domain.Slip;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link Payments} in the tables PAYMENT, CANCELLATION, SLIP and PAYMENT_HISTORY. */
@ApplicationScoped
public class JpaPayments implements Payments {

    /** Smaller than each id. */
    private static final String BEFORE_ALL = "0";

    private static final Set<PaymentStatus> OPEN = Set.of(PaymentStatus.REQUESTED, PaymentStatus.IN_DOUBT);

    @PersistenceContext
    private EntityManager entityManager;

    /** For the container. */
    protected JpaPayments() {}

    JpaPayments(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public void add(Payment payment) {
        entityManager.persist(payment);
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return Optional.ofNullable(entityManager.find(Payment.class, id.value()));
    }

    @Override
    public Optional<Payment> findForUpdate(PaymentId id) {
        return Optional.ofNullable(entityManager.find(Payment.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public Optional<Payment> findByRequest(String caller, String requestId) {
        return entityManager
                .createQuery(
                        "SELECT p FROM Payment p WHERE p.requestId = :requestId AND p.caller = :caller"
                                + " AND p.status <> :failed ORDER BY p.id DESC",
                        Payment.class)
                .setParameter("requestId", requestId)
                .setParameter("caller", caller)
                .setParameter("failed", PaymentStatus.FAILED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<PaymentId> findOpen(@Nullable PaymentId after, int atMost) {
        return ids("SELECT p.id FROM Payment p WHERE p.status IN :open AND p.id > :after ORDER BY p.id", after, atMost);
    }

    @Override
    public List<Payment> find(Search search, PageRequest page) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("p.status <> :requested");
        parameters.put("requested", PaymentStatus.REQUESTED);
        if (search.member() != null) {
            where.append(" AND p.memberId = :member");
            parameters.put("member", search.member());
        }
        if (search.franchise() != null) {
            where.append(" AND p.franchiseId = :franchise");
            parameters.put("franchise", search.franchise());
        }
        if (search.from() != null) {
            where.append(" AND p.requestedAt >= :from");
            parameters.put("from", search.from());
        }
        if (search.to() != null) {
            where.append(" AND p.requestedAt < :to");
            parameters.put("to", search.to());
        }
        if (!page.isFirst()) {
            where.append(" AND p.id < :after");
            parameters.put("after", page.after());
        }
        TypedQuery<Payment> query = entityManager.createQuery(
                "SELECT p FROM Payment p WHERE " + where + " ORDER BY p.id DESC", Payment.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(page.rowsToRead()).getResultList();
    }

    @Override
    public void add(Cancellation cancellation) {
        entityManager.persist(cancellation);
    }

    @Override
    public Optional<Cancellation> findCancellation(PaymentId id) {
        return Optional.ofNullable(entityManager.find(Cancellation.class, id.value()));
    }

    @Override
    public Optional<Cancellation> findCancellationByRequest(String caller, String requestId) {
        return entityManager
                .createQuery(
                        "SELECT c FROM Cancellation c WHERE c.requestId = :requestId AND c.caller = :caller"
                                + " AND c.status <> :failed ORDER BY c.id DESC",
                        Cancellation.class)
                .setParameter("requestId", requestId)
                .setParameter("caller", caller)
                .setParameter("failed", PaymentStatus.FAILED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<PaymentId> findOpenCancellations(@Nullable PaymentId after, int atMost) {
        return ids(
                "SELECT c.id FROM Cancellation c WHERE c.status IN :open AND c.id > :after ORDER BY c.id",
                after,
                atMost);
    }

    @Override
    public List<Cancellation> cancellationsOf(PaymentId payment) {
        return entityManager
                .createQuery(
                        "SELECT c FROM Cancellation c WHERE c.paymentId = :payment ORDER BY c.id", Cancellation.class)
                .setParameter("payment", payment.value())
                .getResultList();
    }

    @Override
    public void add(Slip slip) {
        entityManager.persist(slip);
    }

    @Override
    public Optional<Slip> findSlip(String slipId) {
        return Optional.ofNullable(entityManager.find(Slip.class, slipId));
    }

    @Override
    public void record(PaymentChange change) {
        entityManager.persist(change);
    }

    private List<PaymentId> ids(String query, @Nullable PaymentId after, int atMost) {
        return entityManager
                .createQuery(query, String.class)
                .setParameter("open", OPEN)
                .setParameter("after", after == null ? BEFORE_ALL : after.value())
                .setMaxResults(atMost)
                .getResultStream()
                .map(PaymentId::new)
                .toList();
    }
}
