package com.mypay.settlement.domain;

import com.mypay.framework.value.MemberId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The replica of the franchises. */
public interface Franchises {

    void add(Franchise franchise);

    Optional<Franchise> find(MemberId id);

    /** The terms of those that are known. */
    Map<MemberId, SettlementTerms> terms(Collection<MemberId> ids);
}
