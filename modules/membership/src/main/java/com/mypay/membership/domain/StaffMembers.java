package com.mypay.membership.domain;

import com.mypay.framework.value.PageRequest;
import java.util.List;
import java.util.Optional;

/** All staff, with their histories; also those who have left. */
public interface StaffMembers {

    void add(StaffMember staff);

    Optional<StaffMember> find(String login);

    /** For a change: nobody else changes it until the transaction ends. */
    Optional<StaffMember> findForUpdate(String login);

    /**
     * In the order of their logins.
     *
     * @param page after a login
     * @return one row more than the page holds, if there is one
     */
    List<StaffMember> all(PageRequest page);

    void record(StaffChange change);

    /**
     * From the first change on.
     *
     * @param page after a change's id
     * @return one row more than the page holds, if there is one
     */
    List<StaffChange> historyOf(String login, PageRequest page);
}
