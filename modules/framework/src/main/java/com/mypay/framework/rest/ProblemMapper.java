package com.mypay.framework.rest;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Every failure that reaches the edge becomes problem+json. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        return answerTo(failure, headers);
    }

    static Response answerTo(Throwable failure, HttpHeaders headers) {
        return new Answers(isKorean(headers)).to(failure);
    }

    private static boolean isKorean(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .findFirst()
                .map(language -> language.getLanguage().equals("ko"))
                .orElse(false);
    }
}
