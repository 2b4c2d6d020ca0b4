package com.mypay.membership.adapter.out.telecom;

import com.mypay.framework.client.RemoteCalls;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.membership.adapter.out.telecom.TelecomClient.Answer;
import com.mypay.membership.adapter.out.telecom.TelecomClient.Question;
import com.mypay.membership.application.port.IdentityCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** {@link IdentityCheck} over HTTP. */
@ApplicationScoped
public class HttpIdentityCheck implements IdentityCheck {

    private final TelecomClient client;

    @Inject
    public HttpIdentityCheck(@RestClient TelecomClient client) {
        this.client = client;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected HttpIdentityCheck() {
        this(null);
    }

    @Override
    public boolean matches(String name, String phone) {
        try {
            Answer answer = RemoteCalls.call("telecom", () -> client.check(new Question(name, phone)));
            return "MATCH".equals(answer.result());
        } catch (UnknownOutcomeException e) {
            // The question changes nothing: an answer that was lost is as good as no question
            throw new UnavailableException("telecom did not answer", e);
        }
    }
}
