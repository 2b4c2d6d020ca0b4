package com.mypay.money.adapter.out.persistence;

import com.mypay.framework.value.MemberId;
import com.mypay.money.domain.MemberProfile;
import com.mypay.money.domain.MemberProfiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** {@link MemberProfiles} by JPA. */
@ApplicationScoped
public class JpaMemberProfiles implements MemberProfiles {

    @PersistenceContext(unitName = "money")
    private EntityManager entityManager;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    protected JpaMemberProfiles() {}

    public JpaMemberProfiles(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public Optional<MemberProfile> find(MemberId member) {
        return Optional.ofNullable(entityManager.find(MemberProfile.class, member.value()));
    }

    @Override
    public Optional<MemberProfile> lock(MemberId member) {
        return Optional.ofNullable(
                entityManager.find(MemberProfile.class, member.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void add(MemberProfile profile) {
        entityManager.persist(profile);
    }
}
