package com.mypay.payment.application;

import com.mypay.framework.value.MemberId;
import com.mypay.payment.domain.Partner;
import com.mypay.payment.domain.Partners;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The fake of {@link Partners}. */
public final class InMemoryPartners implements Partners {

    private final Map<MemberId, Partner> partners = new HashMap<>();

    @Override
    public Optional<Partner> find(MemberId id) {
        return Optional.ofNullable(partners.get(id));
    }

    @Override
    public Optional<Partner> findForUpdate(MemberId id) {
        return find(id);
    }

    @Override
    public void add(Partner partner) {
        partners.put(partner.id(), partner);
    }
}
