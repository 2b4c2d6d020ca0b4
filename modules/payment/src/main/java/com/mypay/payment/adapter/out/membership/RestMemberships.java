package com.mypay.payment.adapter.out.membership;

import com.mypay.framework.client.RemoteCalls;
import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.value.MemberId;
import com.mypay.payment.adapter.out.membership.MembershipClient.Member;
import com.mypay.payment.application.port.Memberships;
import com.mypay.payment.domain.Partner;
import com.mypay.payment.domain.PartnerKind;
import com.mypay.payment.domain.PartnerStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** {@link Memberships} over REST. */
@ApplicationScoped
public class RestMemberships implements Memberships {

    private static final String NOT_FOUND = "MEMBER_NOT_FOUND";

    private final MembershipClient client;

    @Inject
    public RestMemberships(@RestClient MembershipClient client) {
        this.client = client;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RestMemberships() {
        this(null);
    }

    @Override
    public Optional<Partner> find(MemberId id) {
        try {
            Member member = RemoteCalls.call("membership", () -> client.findMember(id.value()));
            return Optional.of(
                    new Partner(id, PartnerKind.valueOf(member.kind()), PartnerStatus.valueOf(member.status()), 0));
        } catch (RemoteRefusalException e) {
            if (e.code().equals(NOT_FOUND)) {
                return Optional.empty();
            }
            throw new IllegalStateException("membership refused a question: " + e.code(), e);
        } catch (UnknownOutcomeException e) {
            // A question changes nothing: an answer that was lost is as good as no question
            throw new UnavailableException("membership did not answer", e);
        }
    }
}
