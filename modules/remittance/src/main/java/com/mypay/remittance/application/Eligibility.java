package com.mypay.remittance.application;

import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import com.mypay.remittance.domain.Partner;
import com.mypay.remittance.domain.Partners;
import com.mypay.remittance.domain.Payee;
import com.mypay.remittance.domain.PayeeKind;
import com.mypay.remittance.domain.Remittance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether sender and payee may send and receive: when a remittance is accepted, and whenever it has waited since. */
@ApplicationScoped
public class Eligibility {

    private final Partners partners;

    @Inject
    public Eligibility(Partners partners) {
        this.partners = partners;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Eligibility() {
        this(null);
    }

    void requireActive(MemberId sender, Payee payee) {
        obstacle(sender, payee).ifPresent(problem -> {
            throw new RejectedException(problem, "member " + sender + ", payee " + payee.kind());
        });
    }

    /** Empty if both are active. */
    public Optional<RemittanceProblem> obstacle(Remittance.Order order) {
        return obstacle(order.sender(), order.payee());
    }

    private Optional<RemittanceProblem> obstacle(MemberId sender, Payee payee) {
        if (payee.kind() == PayeeKind.ACCOUNT) {
            return ofSender(partners.find(Set.of(sender)), sender);
        }
        List<Partner> known = partners.find(Set.of(sender, payee.member()));
        return ofSender(known, sender)
                .or(() -> obstacle(
                        known, payee.member(), RemittanceProblem.PAYEE_NOT_FOUND, RemittanceProblem.PAYEE_NOT_ACTIVE));
    }

    private static Optional<RemittanceProblem> ofSender(List<Partner> known, MemberId sender) {
        return obstacle(known, sender, RemittanceProblem.MEMBER_NOT_FOUND, RemittanceProblem.MEMBER_NOT_ACTIVE);
    }

    private static Optional<RemittanceProblem> obstacle(
            List<Partner> known, MemberId id, RemittanceProblem notFound, RemittanceProblem notActive) {
        Optional<Partner> partner =
                known.stream().filter(one -> one.id().equals(id)).findFirst();
        if (partner.isEmpty()) {
            return Optional.of(notFound);
        }
        return partner.get().isActive() ? Optional.empty() : Optional.of(notActive);
    }
}
