package com.mypay.remittance.fake;

import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.value.MemberId;
import com.mypay.remittance.application.port.Memberships;
import com.mypay.remittance.domain.Partner;
import com.mypay.remittance.domain.PartnerKind;
import com.mypay.remittance.domain.PartnerStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link Memberships} that knows whom it is told of. */
public final class FakeMemberships implements Memberships {

    private final Map<MemberId, Member> members = new HashMap<>();
    private final Runnable refuseInTransaction;
    private boolean away;

    /** @param refuseInTransaction fails while a transaction is open */
    public FakeMemberships(Runnable refuseInTransaction) {
        this.refuseInTransaction = refuseInTransaction;
    }

    public void knows(MemberId id, PartnerKind kind, PartnerStatus status, String name) {
        members.put(id, new Member(new Partner(id, kind, status, 0), name));
    }

    public void goAway() {
        away = true;
    }

    @Override
    public Optional<Member> find(MemberId id) {
        refuseInTransaction.run();
        if (away) {
            throw new UnavailableException("membership is away");
        }
        return Optional.ofNullable(members.get(id));
    }
}
