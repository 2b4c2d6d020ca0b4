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
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** {@link Memberships} over REST: 1 s to connect, 5 s for the answer, 30 at a time. */
@ApplicationScoped
public class RestMemberships implements Memberships {

    private static final int AT_A_TIME = 30;
    private static final int NOT_FOUND = 404;

    @Inject
    @RestClient
    private MembershipClient client;

    @Override
    @Bulkhead(AT_A_TIME)
    public Optional<Partner> find(MemberId id) {
        try {
            Member member = RemoteCalls.call("membership", () -> client.findMember(id.value()));
            return Optional.of(
                    Partner.of(id, PartnerKind.valueOf(member.kind()), PartnerStatus.valueOf(member.status()), 0));
        } catch (RemoteRefusalException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw new IllegalStateException("membership refused a question: " + e.code(), e);
        } catch (UnknownOutcomeException e) {
            // A question changes nothing: an answer that was lost is as good as no question
            throw new UnavailableException("membership did not answer", e);
        }
    }
}
