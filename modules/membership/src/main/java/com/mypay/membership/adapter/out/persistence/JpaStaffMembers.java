package com.mypay.membership.adapter.out.persistence;

import com.mypay.framework.value.PageRequest;
import com.mypay.membership.domain.StaffChange;
import com.mypay.membership.domain.StaffMember;
import com.mypay.membership.domain.StaffMembers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** {@link StaffMembers} in the tables STAFF and STAFF_HISTORY. */
@ApplicationScoped
public class JpaStaffMembers implements StaffMembers {

    /** Before every login and every id: on Oracle an empty string is NULL, and nothing comes after that. */
    private static final String FIRST = " ";

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
        // Its history refers to it
        entityManager.flush();
    }

    @Override
    public Optional<StaffMember> find(String login) {
        return Optional.ofNullable(entityManager.find(StaffMember.class, login));
    }

    @Override
    public Optional<StaffMember> findForUpdate(String login) {
        return Optional.ofNullable(entityManager.find(StaffMember.class, login, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<StaffMember> all(PageRequest page) {
        return entityManager
                .createQuery("SELECT s FROM StaffMember s WHERE s.login > :after ORDER BY s.login", StaffMember.class)
                .setParameter("after", page.isFirst() ? FIRST : page.after())
                .setMaxResults(page.rowsToRead())
                .getResultList();
    }

    @Override
    public void record(StaffChange change) {
        entityManager.persist(change);
    }

    @Override
    public List<StaffChange> historyOf(String login, PageRequest page) {
        return entityManager
                .createQuery(
                        "SELECT c FROM StaffChange c WHERE c.login = :login AND c.id > :after ORDER BY c.id",
                        StaffChange.class)
                .setParameter("login", login)
                .setParameter("after", page.isFirst() ? FIRST : page.after())
                .setMaxResults(page.rowsToRead())
                .getResultList();
    }
}
