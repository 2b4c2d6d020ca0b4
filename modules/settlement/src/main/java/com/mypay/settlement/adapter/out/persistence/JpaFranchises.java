package com.mypay.settlement.adapter.out.persistence;

import com.mypay.framework.value.MemberId;
import com.mypay.settlement.domain.Franchise;
import com.mypay.settlement.domain.Franchises;
import com.mypay.settlement.domain.SettlementTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Franchises} in the database. */
@ApplicationScoped
public class JpaFranchises implements Franchises {

    /** Oracle takes at most 1,000 in a list. */
    private static final int IN_LIST = 500;

    @PersistenceContext
    private EntityManager entities;

    /** For the container, which injects. */
    @SuppressWarnings("NullAway.Init")
    protected JpaFranchises() {}

    public JpaFranchises(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(Franchise franchise) {
        entities.persist(franchise);
    }

    @Override
    public Optional<Franchise> find(MemberId id) {
        return Optional.ofNullable(entities.find(Franchise.class, id.value()));
    }

    @Override
    public Map<MemberId, SettlementTerms> terms(Collection<MemberId> ids) {
        Map<MemberId, SettlementTerms> terms = new HashMap<>();
        List<Long> numbers = ids.stream().map(MemberId::value).toList();
        for (int from = 0; from < numbers.size(); from += IN_LIST) {
            entities.createQuery("SELECT f FROM Franchise f WHERE f.id IN :ids", Franchise.class)
                    .setParameter("ids", numbers.subList(from, Math.min(from + IN_LIST, numbers.size())))
                    .getResultList()
                    .forEach(franchise -> terms.put(franchise.id(), franchise.terms()));
        }
        return terms;
    }
}
