package com.mypay.banking.fake;

import com.mypay.banking.application.port.Members;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.value.MemberId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Membership as banking knows it. */
public final class FakeMembers implements Members {

    private final Runnable refuseInTransaction;
    private final Map<MemberId, Member> members = new LinkedHashMap<>();
    private boolean down;

    public FakeMembers(Runnable refuseInTransaction) {
        this.refuseInTransaction = refuseInTransaction;
    }

    public void has(MemberId id, boolean active) {
        members.put(id, new Member(id, active));
    }

    public void isDown() {
        down = true;
    }

    @Override
    public Optional<Member> find(MemberId id) {
        refuseInTransaction.run();
        if (down) {
            throw new UnavailableException("membership can't be reached");
        }
        return Optional.ofNullable(members.get(id));
    }
}
