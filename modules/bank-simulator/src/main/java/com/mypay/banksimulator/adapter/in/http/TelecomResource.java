package com.mypay.banksimulator.adapter.in.http;

import java.util.List;
import java.util.Set;

/**
 * The telecom operators' identity check (본인 확인), which lives outside too: every name fits every number, except
 * numbers that end in 0000, which belong to nobody.
 */
final class TelecomResource {
    private static final Set<String> FIELDS = Set.of("name", "phone");
    private static final String NOBODYS = "0000";

    List<Route> routes() {
        return List.of(new Route("POST", "/telecom/identity-checks", TelecomResource::check));
    }

    private static Reply check(Request request) {
        Fields fields = Fields.of(request.body(), FIELDS);
        boolean matches =
                !fields.text("name").isBlank() && !fields.text("phone").endsWith(NOBODYS);
        return Reply.ok(
                Json.object().add("result", matches ? "MATCH" : "MISMATCH").build());
    }
}
