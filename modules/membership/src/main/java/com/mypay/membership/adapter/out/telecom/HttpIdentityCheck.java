package com.mypay.membership.adapter.out.telecom;

import com.mypay.framework.client.RemoteCalls;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.membership.adapter.out.telecom.TelecomClient.Question;
import com.mypay.membership.application.port.IdentityCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** {@link IdentityCheck} over HTTP: 1 s to connect, 5 s for the answer, 30 at a time. */
@ApplicationScoped
public class HttpIdentityCheck implements IdentityCheck {

    private static final int AT_A_TIME = 30;

    @Inject
    @RestClient
    private TelecomClient client;

    @Override
    @Bulkhead(AT_A_TIME)
    public boolean matches(String name, String phone) {
        try {
            return RemoteCalls.call("telecom", () -> client.check(new Question(name, phone)))
                    .result()
                    .equals("MATCH");
        } catch (UnknownOutcomeException e) {
            // The question changes nothing: an answer that was lost is as good as no question
            throw new UnavailableException("telecom did not answer", e);
        }
    }
}
