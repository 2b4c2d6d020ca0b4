package com.mypay.membership.application;

import com.mypay.membership.domain.StaffMember;
import com.mypay.membership.domain.StaffMembers;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The fake of {@link StaffMembers}. */
public final class InMemoryStaffMembers implements StaffMembers {

    private final TreeMap<String, StaffMember> staff = new TreeMap<>();

    @Override
    public void add(StaffMember member) {
        staff.put(member.login(), member);
    }

    @Override
    public Optional<StaffMember> find(String login) {
        return Optional.ofNullable(staff.get(login));
    }

    @Override
    public List<StaffMember> all() {
        return List.copyOf(staff.values());
    }
}
