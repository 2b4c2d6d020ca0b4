package com.mypay.money.adapter.out.membership;

import com.mypay.framework.client.RemoteCalls;
import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.value.MemberId;
import com.mypay.money.adapter.out.membership.MembershipClient.Member;
import com.mypay.money.application.port.Memberships;
import com.mypay.money.domain.MemberKind;
import com.mypay.money.domain.MemberProfile;
import com.mypay.money.domain.MemberStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** {@link Memberships} over HTTP. */
@ApplicationScoped
public class RestMemberships implements Memberships {

    private static final int NOT_FOUND = 404;

    private final MembershipClient client;
    private final Clock clock;

    @Inject
    public RestMemberships(@RestClient MembershipClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RestMemberships() {
        this(null, null);
    }

    @Override
    public Optional<MemberProfile.News> find(MemberId member) {
        try {
            return Optional.of(RemoteCalls.call("membership", () -> client.find(member.value())))
                    .map(this::read);
        } catch (RemoteRefusalException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        } catch (UnknownOutcomeException e) {
            // A question that isn't answered has changed nothing: the caller may simply ask again
            throw new UnavailableException("membership did not answer", e);
        }
    }

    private MemberProfile.News read(Member member) {
        return new MemberProfile.News(
                new MemberId(member.memberId()),
                MemberKind.valueOf(member.kind()),
                MemberStatus.valueOf(member.status()),
                member.province(),
                member.district(),
                MemberProfile.News.ASKED,
                clock.instant());
    }
}
