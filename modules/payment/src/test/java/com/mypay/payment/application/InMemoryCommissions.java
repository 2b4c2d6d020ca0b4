package com.mypay.payment.application;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.payment.domain.Commission;
import com.mypay.payment.domain.CommissionSchedule;
import com.mypay.payment.domain.CommissionStatus;
import com.mypay.payment.domain.Commissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The fake of {@link Commissions}; the same contract test holds for it and for EclipseLink. */
public final class InMemoryCommissions implements Commissions {

    private final TreeMap<String, Commission> commissions = new TreeMap<>();

    @Override
    public void add(Commission commission) {
        commissions.put(commission.id(), commission);
    }

    @Override
    public Optional<Commission> findForUpdate(String id) {
        return Optional.ofNullable(commissions.get(id));
    }

    @Override
    public Optional<Commission> inForce(MemberId franchise, LocalDate day) {
        return schedule(franchise, day).on(day);
    }

    @Override
    public CommissionSchedule schedule(MemberId franchise, LocalDate day) {
        return new CommissionSchedule(commissions.values().stream()
                .filter(commission -> commission.status() == CommissionStatus.APPROVED)
                .filter(commission ->
                        commission.terms().franchise().map(franchise::equals).orElse(true))
                .filter(commission -> commission
                        .terms()
                        .effectiveUntil()
                        .map(last -> !last.isBefore(day))
                        .orElse(true))
                .toList());
    }

    @Override
    public List<Commission> all(Search search, PageRequest page) {
        return commissions.tailMap(page.after(), false).values().stream()
                .filter(commission -> search.status() == null || commission.status() == search.status())
                .filter(commission -> search.franchise() == null
                        || commission.terms().franchise().equals(Optional.of(search.franchise())))
                .limit(page.rowsToRead())
                .toList();
    }
}
