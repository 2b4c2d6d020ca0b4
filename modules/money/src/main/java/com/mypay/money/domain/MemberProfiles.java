package com.mypay.money.domain;

import com.mypay.framework.value.MemberId;
import java.util.Optional;

/** All members that money has heard of. */
public interface MemberProfiles {

    Optional<MemberProfile> find(MemberId member);

    /** Locks it until the end of the transaction, waiting 5 s at most; changes are stored with the transaction. */
    Optional<MemberProfile> lock(MemberId member);

    void add(MemberProfile profile);
}
