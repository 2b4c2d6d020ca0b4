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

    /** Whether {@link #requireActive} needs nobody outside: then it may be called within a transaction. */
    boolean isKnown(MemberId id) {
        return partners.find(id).isPresent();
    }

    void requireActive(MemberId id, PartnerKind kind, Problem notFound, Problem notActive) {
        Partner partner = partners.find(id)
                .or(() -> ask(id))
                .filter(found -> found.kind() == kind)
                .orElseThrow(() -> new RejectedException(notFound, "member " + id));
        if (!partner.isActive()) {
            throw new RejectedException(notActive, "member " + id);
        }
    }

    private java.util.Optional<Partner> ask(MemberId id) {
        java.util.Optional<Partner> told = memberships.find(id);
        told.ifPresent(partner -> transactions.inTransaction(() -> {
            if (partners.find(id).isEmpty()) {
                partners.add(partner);
            }
        }));
        return told;
    }
}
