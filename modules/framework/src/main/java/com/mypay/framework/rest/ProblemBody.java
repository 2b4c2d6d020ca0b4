package com.mypay.framework.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What every error answer looks like: RFC 9457, {@code application/problem+json}. */
@Schema(name = "Problem", description = "RFC 9457 problem: what went wrong and what to do next")
public record ProblemBody(
        @Schema(description = "urn:mypay:problem:CODE", examples = "urn:mypay:problem:FIELD_INVALID")
        String type,

        @Schema(description = "One sentence for people, in the language of Accept-Language (ko or en)")
        String title,

        @Schema(description = "The HTTP status", examples = "422")
        int status,

        @Schema(description = "The values that matter in this case") @Nullable String detail,

        @Schema(description = "The stable code to program against", examples = "FIELD_INVALID")
        String code,

        @Schema(description = "Names the business transaction; give it to the operator")
        String guid,

        @Schema(description = "What to do next") @Nullable String next,

        @Schema(description = "The fields that are wrong, where the request is malformed") @Nullable List<Field> fields) {

    /** One field that is wrong. */
    @Schema(name = "ProblemField", description = "One field that is wrong")
    public record Field(
            @Schema(description = "Its name in the body or query")
            String name,

            @Schema(description = "What is wrong with it") String reason) {}
}
