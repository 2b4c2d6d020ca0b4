package com.mypay.payment.adapter.out.persistence;

import com.mypay.framework.value.MemberId;
import com.mypay.payment.domain.Partner;
import com.mypay.payment.domain.Partners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** {@link Partners} in the table PARTNER. */
@ApplicationScoped
public class JpaPartners implements Partners {

    @PersistenceContext
    private EntityManager entityManager;

    /** For the container. */
    protected JpaPartners() {}

    JpaPartners(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public Optional<Partner> find(MemberId id) {
        return Optional.ofNullable(entityManager.find(Partner.class, id.value()));
    }

    @Override
    public Optional<Partner> findForUpdate(MemberId id) {
        return Optional.ofNullable(entityManager.find(Partner.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void add(Partner partner) {
        entityManager.persist(partner);
    }
}
