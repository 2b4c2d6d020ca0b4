package com.mypay.payment.application;

import com.mypay.framework.problem.Problem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.payment.application.port.Memberships;
import com.mypay.payment.domain.Partner;
import com.mypay.payment.domain.PartnerKind;
import com.mypay.payment.domain.Partners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Both sides of a payment: from the replica, and for one that hasn't arrived there yet from membership. */
@ApplicationScoped
class KnownPartners {

    private final Partners partners;
    private final Memberships memberships;
    private final Transactions transactions;

    @Inject
    KnownPartners(Partners partners, Memberships memberships, Transactions transactions) {
        this.partners = partners;
        this.memberships = memberships;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected KnownPartners() {
        this(null, null, null);
    }

    /** Those of them that the replica knows, by one statement. */
    List<Partner> known(MemberId... ids) {
        return transactions.inTransaction(() -> partners.find(List.of(ids)));
    }

    static boolean has(List<Partner> known, MemberId id) {
        return known.stream().anyMatch(found -> found.id().equals(id));
    }

    /** @param known of whom nobody has to be asked: only for others it may not be called within a transaction */
    void requireActive(List<Partner> known, MemberId id, PartnerKind kind, Problem notFound, Problem notActive) {
        Partner partner = known.stream()
                .filter(found -> found.id().equals(id))
                .findFirst()
                .or(() -> ask(id))
                .filter(found -> found.kind() == kind)
                .orElseThrow(() -> new RejectedException(notFound, "member " + id));
        if (!partner.isActive()) {
            throw new RejectedException(notActive, "member " + id);
        }
    }

    private Optional<Partner> ask(MemberId id) {
        Optional<Partner> told = memberships.find(id);
        told.ifPresent(partner -> transactions.inTransaction(() -> partners.follow(partner)));
        return told;
    }
}
