package com.mypay.money.adapter.out.persistence;

import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeId;
import com.mypay.money.domain.ChargeStatus;
import com.mypay.money.domain.Charges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link Charges} by JPA. */
@ApplicationScoped
public class JpaCharges implements Charges {

    @PersistenceContext(unitName = "money")
    private EntityManager entityManager;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    protected JpaCharges() {}

    public JpaCharges(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public void add(Charge charge) {
        entityManager.persist(charge);
        changed(charge);
    }

    @Override
    public Optional<Charge> lock(ChargeId id) {
        return Optional.ofNullable(entityManager.find(Charge.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void changed(Charge charge) {
        charge.takeNewSteps().forEach(entityManager::persist);
    }

    @Override
    public Optional<Charge> find(ChargeId id) {
        return Optional.ofNullable(entityManager.find(Charge.class, id.value()));
    }

    @Override
    public List<Charge> ofCommand(String command) {
        return entityManager
                .createQuery("SELECT c FROM Charge c WHERE c.command = :command ORDER BY c.id", Charge.class)
                .setParameter("command", command)
                .getResultList();
    }

    @Override
    public List<ChargeId> toAsk(Instant realNow, int atMost) {
        return entityManager
                .createQuery(
                        "SELECT c.id FROM Charge c WHERE c.status IN :open AND c.askAfter <= :now ORDER BY c.askAfter",
                        String.class)
                .setParameter("open", List.of(ChargeStatus.REQUESTED, ChargeStatus.IN_DOUBT))
                .setParameter("now", realNow)
                .setMaxResults(atMost)
                .getResultStream()
                .map(ChargeId::new)
                .toList();
    }
}
