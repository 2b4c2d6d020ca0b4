package com.mypay.payment.domain;

import com.mypay.framework.value.MemberId;
import java.time.LocalDate;
import java.util.Optional;

/** All commission terms. */
public interface Commissions {

    void add(Commission commission);

    /** For a change: nobody else changes it until the transaction ends. */
    Optional<Commission> findForUpdate(String id);

    /**
     * The approved terms that hold for a franchise on a day: its own of the latest date up to then, otherwise the
     * common ones. Of two for the same date the one approved last.
     */
    Optional<Commission> inForce(MemberId franchise, LocalDate day);
}
