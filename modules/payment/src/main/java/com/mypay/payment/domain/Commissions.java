package com.mypay.payment.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All commission terms, proposed and approved. */
public interface Commissions {

    void add(Commission commission);

    /** For a change: nobody else changes it until the transaction ends. */
    Optional<Commission> findForUpdate(String id);

    /** The approved terms that hold for a franchise on a day, as {@link CommissionSchedule} orders them. */
    Optional<Commission> inForce(MemberId franchise, LocalDate day);

    /** All approved terms that hold for a franchise on a day or may hold for it later: its own and the common ones. */
    CommissionSchedule schedule(MemberId franchise, LocalDate day);

    /**
     * Proposed and approved ones, the oldest first.
     *
     * @param page after an id
     * @return one row more than the page holds, if there is one
     */
    List<Commission> all(Search search, PageRequest page);

    /**
     * Which ones; {@code null}: any.
     *
     * @param franchise whose own
     */
    record Search(
            @Nullable CommissionStatus status, @Nullable MemberId franchise) {}
}
