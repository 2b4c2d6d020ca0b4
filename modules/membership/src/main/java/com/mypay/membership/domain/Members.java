package com.mypay.membership.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All members, with their histories. */
public interface Members {

    /** A new member has its id when this returns. */
    void add(Member member);

    Optional<Member> find(MemberId id);

    /** For a change: nobody else changes it until the transaction ends. */
    Optional<Member> findForUpdate(MemberId id);

    boolean existsWith(BusinessNumber businessNumber);

    /**
     * By address, in the order of their ids.
     *
     * @param province {@code null}: any
     * @param district {@code null}: any
     * @return one row more than the page holds, if there is one
     */
    List<Member> findByAddress(@Nullable String province, @Nullable String district, PageRequest page);

    /** Writes pending changes, so that {@link Member#version()} is the one that is committed. */
    void flush();

    void record(MemberChange change);

    List<MemberChange> historyOf(MemberId id);
}
