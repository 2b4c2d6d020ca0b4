package com.mypay.banking.adapter.out.membership;

import com.mypay.banking.application.port.Members;
import com.mypay.framework.client.RemoteCalls;
import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.value.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** {@link Members} by REST. */
@ApplicationScoped
public class RestMembers implements Members {

    private static final int NOT_FOUND = 404;

    private final MembershipClient client;

    @Inject
    public RestMembers(@RestClient MembershipClient client) {
        this.client = client;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RestMembers() {
        this(null);
    }

    @Override
    public Optional<Member> find(MemberId id) {
        try {
            MembershipClient.Member member = RemoteCalls.call("membership", () -> client.findMember(id.value()));
            return Optional.of(new Member(id, member.status().equals("ACTIVE")));
        } catch (RemoteRefusalException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        } catch (UnknownOutcomeException e) {
            // A question changes nothing
            throw new UnavailableException("membership did not answer", e);
        }
    }
}
