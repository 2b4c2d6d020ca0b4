package com.mypay.payment.application.port;

import com.mypay.framework.value.MemberId;
import com.mypay.payment.domain.Partner;
import java.util.Optional;

/** Membership, asked only for a member whose event has not arrived yet. */
public interface Memberships {

    /** @throws com.mypay.framework.problem.UnavailableException if it doesn't answer */
    Optional<Partner> find(MemberId id);
}
