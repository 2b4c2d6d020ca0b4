package com.mypay.money.fake;

import com.mypay.framework.value.MemberId;
import com.mypay.money.application.port.Memberships;
import com.mypay.money.domain.MemberProfile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Membership with the members that the test names. */
public final class FakeMemberships implements Memberships {

    private final Runnable beforeEachCall;
    private final Map<MemberId, MemberProfile.News> members = new HashMap<>();
    private int asked;

    public FakeMemberships(Runnable beforeEachCall) {
        this.beforeEachCall = beforeEachCall;
    }

    public void has(MemberProfile.News member) {
        members.put(member.member(), member);
    }

    public int asked() {
        return asked;
    }

    @Override
    public synchronized Optional<MemberProfile.News> find(MemberId member) {
        beforeEachCall.run();
        asked++;
        return Optional.ofNullable(members.get(member));
    }
}
