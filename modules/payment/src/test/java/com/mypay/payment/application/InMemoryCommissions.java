package com.mypay.payment.application;

import com.mypay.framework.value.MemberId;
import com.mypay.payment.domain.Commission;
import com.mypay.payment.domain.CommissionStatus;
import com.mypay.payment.domain.Commissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The fake of {@link Commissions}. Of two for one date the one added last wins. */
public final class InMemoryCommissions implements Commissions {

    private final List<Commission> commissions = new ArrayList<>();

    @Override
    public void add(Commission commission) {
        commissions.add(commission);
    }

    @Override
    public Optional<Commission> findForUpdate(String id) {
        return commissions.stream()
                .filter(commission -> commission.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<Commission> inForce(MemberId franchise, LocalDate day) {
        return latest(Optional.of(franchise), day).or(() -> latest(Optional.empty(), day));
    }

    private Optional<Commission> latest(Optional<MemberId> franchise, LocalDate day) {
        return commissions.stream()
                .filter(commission -> commission.franchiseId().equals(franchise))
                .filter(commission -> commission.status() == CommissionStatus.APPROVED)
                .filter(commission -> !commission.effectiveFrom().isAfter(day))
                .max(Comparator.comparing(Commission::effectiveFrom));
    }
}
