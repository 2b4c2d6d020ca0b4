package com.mypay.money.adapter.out.persistence;

import com.mypay.money.domain.Hold;
import com.mypay.money.domain.HoldId;
import com.mypay.money.domain.Holds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** {@link Holds} by JPA. */
@ApplicationScoped
public class JpaHolds implements Holds {

    @PersistenceContext(unitName = "money")
    private EntityManager entityManager;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    protected JpaHolds() {}

    public JpaHolds(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public void add(Hold hold) {
        entityManager.persist(hold);
        changed(hold);
    }

    @Override
    public Optional<Hold> lock(HoldId id) {
        return Optional.ofNullable(entityManager.find(Hold.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void changed(Hold hold) {
        hold.takeNewSteps().forEach(entityManager::persist);
    }
}
