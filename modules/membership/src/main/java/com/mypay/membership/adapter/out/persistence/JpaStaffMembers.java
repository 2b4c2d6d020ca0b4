package com.mypay.membership.adapter.out.persistence;

import com.mypay.membership.domain.StaffMember;
import com.mypay.membership.domain.StaffMembers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** {@link StaffMembers} in the table STAFF. */
@ApplicationScoped
public class JpaStaffMembers implements StaffMembers {

    private static final int MAX_STAFF = 1_000;

    @PersistenceContext
    private EntityManager entityManager;

    /** For the container. */
    protected JpaStaffMembers() {}

    JpaStaffMembers(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public void add(StaffMember staff) {
        entityManager.persist(staff);
    }

    @Override
    public Optional<StaffMember> find(String login) {
        return Optional.ofNullable(entityManager.find(StaffMember.class, login));
    }

    @Override
    public List<StaffMember> all() {
        return entityManager
                .createQuery("SELECT s FROM StaffMember s ORDER BY s.login", StaffMember.class)
                .setMaxResults(MAX_STAFF)
                .getResultList();
    }
}
