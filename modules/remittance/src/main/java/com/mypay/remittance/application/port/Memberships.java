package com.mypay.remittance.application.port;

import com.mypay.framework.value.MemberId;
import com.mypay.remittance.domain.Partner;
import java.util.Optional;

/** Membership, asked for a payee's name, and for members whose events have not arrived yet. */
public interface Memberships {

    /** @throws com.mypay.framework.problem.UnavailableException if it doesn't answer */
    Optional<Member> find(MemberId id);

    /** @param name as the member gave it when signing up */
    record Member(Partner partner, String name) {}
}
