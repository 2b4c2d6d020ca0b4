package com.mypay.remittance.adapter.out.membership;

import com.mypay.framework.client.RemoteCalls;
import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.value.MemberId;
import com.mypay.remittance.application.port.Memberships;
import com.mypay.remittance.domain.Partner;
import com.mypay.remittance.domain.PartnerKind;
import com.mypay.remittance.domain.PartnerStatus;
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
    public Optional<Member> find(MemberId id) {
        try {
            MembershipClient.Member found = RemoteCalls.call("membership", () -> client.findMember(id.value()));
            Partner partner =
                    new Partner(id, PartnerKind.valueOf(found.kind()), PartnerStatus.valueOf(found.status()), 0);
            return Optional.of(new Member(partner, found.name()));
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
