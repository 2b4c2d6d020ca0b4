package com.mypay.money.application;

import com.mypay.money.domain.MemberMoney;
import com.mypay.money.domain.MemberMoneys;
import com.mypay.money.domain.MemberProfile;
import com.mypay.money.domain.MemberProfiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Membership tells of a new or changed member: the replica follows, a new member's money is opened. */
@ApplicationScoped
public class FollowMember {

    private final MemberProfiles profiles;
    private final MemberMoneys memberMoneys;
    private final Occasions occasions;

    @Inject
    public FollowMember(MemberProfiles profiles, MemberMoneys memberMoneys, Occasions occasions) {
        this.profiles = profiles;
        this.memberMoneys = memberMoneys;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FollowMember() {
        this(null, null, null);
    }

    /** Runs in the message's transaction. Older news than what is known changes nothing. */
    public void follow(MemberProfile.News news) {
        Optional<MemberProfile> known = profiles.lock(news.member());
        if (known.isPresent()) {
            known.get().learn(news);
        } else {
            profiles.add(MemberProfile.learned(news));
            memberMoneys.open(MemberMoney.opened(news.member()), occasions.now());
        }
    }
}
