package com.mypay.framework.client;

import com.mypay.framework.json.Json;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns another service's problem+json into the same three kinds. Register it on each REST client interface. */
public class ProblemResponseMapper implements ResponseExceptionMapper<RuntimeException> {

    /** The part of a problem that a program goes by. */
    public record RemoteProblem(
            @Nullable String code, @Nullable String detail) {}

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public RuntimeException toThrowable(Response response) {
        int status = response.getStatus();
        RemoteProblem problem = read(response);
        String code = problem.code() == null ? "HTTP_" + status : problem.code();
        // A 404 of the server itself: the application isn't there (yet), which says nothing about what was asked
        if (status == 503 || (status == 404 && problem.code() == null)) {
            return new UnavailableException("the other service is not available: " + code);
        }
        if (status >= 500) {
            return new UnknownOutcomeException("the other service failed with " + status + " " + code, "", null);
        }
        return new RemoteRefusalException(status, code, problem.detail() == null ? "" : problem.detail());
    }

    private static RemoteProblem read(Response response) {
        try {
            String body = response.hasEntity() ? response.readEntity(String.class) : "";
            return body.startsWith("{") ? Json.read(body, RemoteProblem.class) : new RemoteProblem(null, null);
        } catch (JsonbException | IllegalStateException e) {
            return new RemoteProblem(null, null);
        }
    }
}
