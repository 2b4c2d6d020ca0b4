package com.mypay.remittance.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All standing remittances. */
public interface StandingRemittances {

    void add(StandingRemittance standing);

    Optional<StandingRemittance> find(String id);

    /** For a change: nobody else changes it until the transaction ends. */
    Optional<StandingRemittance> findForUpdate(String id);

    /**
     * Whose date has come, by id.
     *
     * @param after only those with a greater id
     */
    List<String> due(LocalDate today, String after, int atMost);

    /** How many of a sender are active. */
    long active(MemberId sender);

    /** A sender's, the newest first. @return one row more than the page holds, if there is one */
    List<StandingRemittance> ofSender(MemberId sender, PageRequest page);
}
