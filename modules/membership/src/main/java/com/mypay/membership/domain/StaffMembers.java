package com.mypay.membership.domain;

import java.util.List;
import java.util.Optional;

/** All staff. */
public interface StaffMembers {

    void add(StaffMember staff);

    Optional<StaffMember> find(String login);

    /** In the order of their logins; an operator has tens, not thousands. */
    List<StaffMember> all();
}
