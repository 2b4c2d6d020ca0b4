package com.mypay.remittance.adapter.out.persistence;

import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.Resolution;
import com.mypay.remittance.domain.Resolutions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@link Resolutions} in the table RESOLUTION. */
@ApplicationScoped
public class JpaResolutions implements Resolutions {

    @PersistenceContext
    private EntityManager entityManager;

    /** For the container. */
    protected JpaResolutions() {}

    public JpaResolutions(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public void add(Resolution resolution) {
        entityManager.persist(resolution);
    }

    @Override
    public Optional<Resolution> findForUpdate(String id) {
        return Optional.ofNullable(entityManager.find(Resolution.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<Resolution> of(RemittanceId remittance) {
        return entityManager
                .createQuery(
                        "SELECT r FROM Resolution r WHERE r.remittanceId = :remittance ORDER BY r.id", Resolution.class)
                .setParameter("remittance", remittance.value())
                .getResultList();
    }

    @Override
    public List<Resolution> of(Collection<RemittanceId> remittances) {
        if (remittances.isEmpty()) {
            return List.of();
        }
        return entityManager
                .createQuery(
                        "SELECT r FROM Resolution r WHERE r.remittanceId IN :remittances ORDER BY r.id",
                        Resolution.class)
                .setParameter(
                        "remittances",
                        remittances.stream().map(RemittanceId::value).toList())
                .getResultList();
    }
}
