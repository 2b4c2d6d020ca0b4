package com.mypay.payment.domain;

import com.mypay.framework.value.MemberId;
import java.util.Collection;
import java.util.List;

/** The replica of membership's members. */
public interface Partners {

    /** Those that are known, in no order. */
    List<Partner> find(Collection<MemberId> ids);

    /** Takes over what is newer than what is known; what comes late changes nothing. */
    void follow(Partner partner);
}
