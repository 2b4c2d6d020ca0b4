package com.mypay.money.fake;

import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.money.domain.MemberProfile;
import com.mypay.money.domain.MemberProfiles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@link MemberProfiles} in memory. */
public final class InMemoryMemberProfiles implements MemberProfiles, RollsBack {

    private final Map<MemberId, MemberProfile> profiles = new LinkedHashMap<>();

    @Override
    public Optional<MemberProfile> find(MemberId member) {
        return Optional.ofNullable(profiles.get(member));
    }

    @Override
    public Optional<MemberProfile> lock(MemberId member) {
        return find(member);
    }

    @Override
    public void add(MemberProfile profile) {
        if (profiles.putIfAbsent(profile.member(), profile) != null) {
            throw new IllegalStateException("the profile is there already");
        }
    }

    @Override
    public Runnable mark() {
        Map<MemberId, MemberProfile> before = Copies.of(profiles);
        return () -> {
            profiles.clear();
            profiles.putAll(before);
        };
    }
}
