package com.mypay.remittance.fake;

import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.remittance.domain.Partner;
import com.mypay.remittance.domain.Partners;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@link Partners} in memory. */
public final class InMemoryPartners implements Partners, RollsBack {

    private final Rows<MemberId, Partner> rows = new Rows<>();

    @Override
    public List<Partner> find(Collection<MemberId> ids) {
        return ids.stream().map(rows::find).flatMap(Optional::stream).toList();
    }

    @Override
    public void follow(Partner partner) {
        Optional<Partner> known = rows.find(partner.id());
        if (known.isEmpty()) {
            rows.insert(partner.id(), partner);
        } else if (known.get().sourceVersion() < partner.sourceVersion()) {
            rows.update(
                    partner.id(),
                    new Partner(partner.id(), known.get().kind(), partner.status(), partner.sourceVersion()));
        }
    }

    @Override
    public Runnable mark() {
        return rows.mark();
    }
}
