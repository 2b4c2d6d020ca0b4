package com.mypay.money.fake;

import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.fake.InMemoryTable;
import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.money.domain.MemberProfile;
import com.mypay.money.domain.MemberProfiles;
import java.util.Optional;

/** {@link MemberProfiles} in memory. */
public final class InMemoryMemberProfiles implements MemberProfiles, RollsBack {

    private final InMemoryTable<MemberId, MemberProfile> profiles = new InMemoryTable<>();

    @Override
    public Optional<MemberProfile> find(MemberId member) {
        return profiles.find(member);
    }

    @Override
    public Optional<MemberProfile> lock(MemberId member) {
        return find(member);
    }

    @Override
    public void add(MemberProfile profile) {
        if (!profiles.add(profile.member(), profile)) {
            throw new IllegalStateException("the profile is there already");
        }
    }

    @Override
    public Runnable mark() {
        return profiles.mark();
    }

    @Override
    public void committed() {
        profiles.committed();
    }
}
