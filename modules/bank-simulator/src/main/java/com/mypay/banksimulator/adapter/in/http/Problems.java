package com.mypay.banksimulator.adapter.in.http;

import com.mypay.banksimulator.domain.BankProblem;
import java.util.Optional;

/** Problems as RFC 9457 documents. */
final class Problems {
    private Problems() {}

    static Reply.Answer of(BankProblem problem, String detail) {
        String body = Json.text(Json.object()
                .add("type", "about:blank")
                .add("title", problem.title())
                .add("titleKo", problem.titleKo())
                .add("status", problem.httpStatus())
                .add("code", problem.name())
                .add("detail", detail)
                .build());
        return new Reply.Answer(problem.httpStatus(), "application/problem+json", body, Optional.empty());
    }
}
