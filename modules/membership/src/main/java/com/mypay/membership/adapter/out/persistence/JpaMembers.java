package com.mypay.membership.adapter.out.persistence;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.membership.domain.BusinessNumber;
import com.mypay.membership.domain.Member;
import com.mypay.membership.domain.MemberChange;
import com.mypay.membership.domain.Members;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Members} in the tables MEMBER and MEMBER_HISTORY. */
@ApplicationScoped
public class JpaMembers implements Members {

    @PersistenceContext
    private EntityManager entityManager;

    /** For the container. */
    protected JpaMembers() {}

    JpaMembers(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public void add(Member member) {
        entityManager.persist(member);
    }

    @Override
    public Optional<Member> find(MemberId id) {
        return Optional.ofNullable(entityManager.find(Member.class, id.value()));
    }

    @Override
    public Optional<Member> findForUpdate(MemberId id) {
        return Optional.ofNullable(entityManager.find(Member.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public boolean existsWith(BusinessNumber businessNumber) {
        return entityManager
                        .createQuery("SELECT COUNT(m) FROM Member m WHERE m.businessNumber = :number", Long.class)
                        .setParameter("number", businessNumber.digits())
                        .getSingleResult()
                > 0;
    }

    @Override
    public List<Member> findByAddress(@Nullable String province, @Nullable String district, PageRequest page) {
        String where = (province == null ? "" : " AND m.address.province = :province")
                + (district == null ? "" : " AND m.address.district = :district");
        TypedQuery<Member> query = entityManager.createQuery(
                "SELECT m FROM Member m WHERE m.id > :after" + where + " ORDER BY m.id", Member.class);
        query.setParameter("after", page.afterAs(Long::parseLong).orElse(0L));
        if (province != null) {
            query.setParameter("province", province);
        }
        if (district != null) {
            query.setParameter("district", district);
        }
        return query.setMaxResults(page.rowsToRead()).getResultList();
    }

    @Override
    public void flush() {
        entityManager.flush();
    }

    @Override
    public void record(MemberChange change) {
        entityManager.persist(change);
    }

    @Override
    public List<MemberChange> historyOf(MemberId id) {
        return entityManager
                .createQuery("SELECT c FROM MemberChange c WHERE c.memberId = :id ORDER BY c.id", MemberChange.class)
                .setParameter("id", id)
                .getResultList();
    }
}
