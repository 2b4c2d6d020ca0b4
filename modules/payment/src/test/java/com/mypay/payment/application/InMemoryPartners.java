package com.mypay.payment.application;

import com.mypay.framework.value.MemberId;
import com.mypay.payment.domain.Partner;
import com.mypay.payment.domain.Partners;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The fake of {@link Partners}. */
public final class InMemoryPartners implements Partners {

    private final Map<MemberId, Partner> partners = new HashMap<>();

    @Override
    public List<Partner> find(Collection<MemberId> ids) {
        return ids.stream()
                .distinct()
                .map(partners::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** As if its event had never come. */
    void forget(MemberId id) {
        partners.remove(id);
    }

    @Override
    public void follow(Partner partner) {
        partners.merge(
                partner.id(),
                partner,
                (known, told) -> told.sourceVersion() > known.sourceVersion()
                        ? new Partner(known.id(), known.kind(), told.status(), told.sourceVersion())
                        : known);
    }
}
