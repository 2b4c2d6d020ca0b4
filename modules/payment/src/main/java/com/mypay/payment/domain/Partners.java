package com.mypay.payment.domain;

import com.mypay.framework.value.MemberId;
import java.util.Optional;

/** The replica of membership's members. */
public interface Partners {

    Optional<Partner> find(MemberId id);

    /** For a change: nobody else changes it until the transaction ends. */
    Optional<Partner> findForUpdate(MemberId id);

    void add(Partner partner);
}
