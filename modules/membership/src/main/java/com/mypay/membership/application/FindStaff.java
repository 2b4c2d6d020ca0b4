package com.mypay.membership.application;

import com.mypay.framework.context.StaffDirectory;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.membership.domain.StaffChange;
import com.mypay.membership.domain.StaffMember;
import com.mypay.membership.domain.StaffMembers;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Optional;

/** Staff, its histories, and for every service's edge what it may still do: here it needs no call. */
@ApplicationScoped
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
public class FindStaff implements StaffDirectory {

    private final StaffMembers staffMembers;

    @Inject
    public FindStaff(StaffMembers staffMembers) {
        this.staffMembers = staffMembers;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindStaff() {
        this(null);
    }

    @Override
    public Optional<Standing> find(String login) {
        return staffMembers.find(login).map(staff -> new Standing(staff.isActive(), staff.roles()));
    }

    /** @throws RejectedException {@code STAFF_NOT_FOUND} */
    public StaffMember byLogin(String login) {
        return staffMembers
                .find(login)
                .orElseThrow(() -> new RejectedException(MembershipProblem.STAFF_NOT_FOUND, login));
    }

    /** In the order of their logins; also those who have left. */
    public Page<StaffMember> all(PageRequest page) {
        return Page.of(staffMembers.all(page), page, StaffMember::login);
    }

    /**
     * From the first change on.
     *
     * @throws RejectedException {@code STAFF_NOT_FOUND}
     */
    public Page<StaffChange> historyOf(String login, PageRequest page) {
        return Page.of(staffMembers.historyOf(byLogin(login).login(), page), page, StaffChange::id);
    }
}
