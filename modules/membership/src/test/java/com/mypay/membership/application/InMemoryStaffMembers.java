package com.mypay.membership.application;

import com.mypay.framework.value.PageRequest;
import com.mypay.membership.domain.StaffChange;
import com.mypay.membership.domain.StaffMember;
import com.mypay.membership.domain.StaffMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The fake of {@link StaffMembers}; the same contract test holds for it and for EclipseLink. */
public final class InMemoryStaffMembers implements StaffMembers {

    private final TreeMap<String, StaffMember> staff = new TreeMap<>();
    private final List<StaffChange> history = new ArrayList<>();

    @Override
    public void add(StaffMember member) {
        staff.put(member.login(), member);
    }

    @Override
    public Optional<StaffMember> find(String login) {
        return Optional.ofNullable(staff.get(login));
    }

    @Override
    public Optional<StaffMember> findForUpdate(String login) {
        return find(login);
    }

    @Override
    public List<StaffMember> all(PageRequest page) {
        return staff.tailMap(page.after(), false).values().stream()
                .limit(page.rowsToRead())
                .toList();
    }

    @Override
    public void record(StaffChange change) {
        history.add(change);
    }

    @Override
    public List<StaffChange> historyOf(String login, PageRequest page) {
        return history.stream()
                .filter(change -> change.login().equals(login))
                .filter(change -> change.id().compareTo(page.after()) > 0)
                .limit(page.rowsToRead())
                .toList();
    }
}
