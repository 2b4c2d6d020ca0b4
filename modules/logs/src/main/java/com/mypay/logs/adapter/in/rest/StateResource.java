package com.mypay.logs.adapter.in.rest;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.rest.ProblemBody;
import com.mypay.logs.adapter.in.rest.StateBodies.Aside;
import com.mypay.logs.adapter.in.rest.StateBodies.Day;
import com.mypay.logs.adapter.in.rest.StateBodies.Days;
import com.mypay.logs.adapter.in.rest.StateBodies.Gaps;
import com.mypay.logs.adapter.in.rest.StateBodies.Manifest;
import com.mypay.logs.adapter.in.rest.StateBodies.ManifestRow;
import com.mypay.logs.adapter.in.rest.StateBodies.MissingLines;
import com.mypay.logs.adapter.in.rest.StateBodies.Quarantine;
import com.mypay.logs.application.FindLogState;
import com.mypay.logs.domain.LogKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The state of the logs themselves; for staff with the role operator. */
@ApplicationScoped
@Path("adm/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "state", description = "Tables, gaps, quarantine and archive of the logs; for staff with the role operator")
@APIResponse(
        responseCode = "400",
        description = "FIELD_INVALID",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
@APIResponse(responseCode = "403", description = "NOT_PERMITTED: the role is missing")
public class StateResource {

    @Inject
    private FindLogState findLogState;

    @GET
    @Path("find/days")
    @Operation(summary = "What the 31 tables of a log hold")
    @APIResponseSchema(value = Days.class, responseDescription = "The tables")
    public Days days(@Parameter(description = "IMAGE, BUSINESS or ERROR") @QueryParam("kind") @Nullable String kind) {
        return new Days(findLogState.days(asked(kind)).stream().map(Day::of).toList());
    }

    @GET
    @Path("find/gaps")
    @Operation(summary = "Which lines of a log are missing")
    @APIResponseSchema(value = Gaps.class, responseDescription = "The gaps")
    public Gaps gaps(@Parameter(description = "IMAGE, BUSINESS or ERROR") @QueryParam("kind") @Nullable String kind) {
        return new Gaps(
                findLogState.gaps(asked(kind)).stream().map(MissingLines::of).toList());
    }

    @GET
    @Path("find/quarantine")
    @Operation(summary = "What could not be stored, with the reason")
    @APIResponseSchema(value = Quarantine.class, responseDescription = "The latest 100")
    public Quarantine quarantine(
            @Parameter(description = "IMAGE, BUSINESS or ERROR") @QueryParam("kind") @Nullable String kind) {
        return new Quarantine(
                findLogState.quarantine(asked(kind)).stream().map(Aside::of).toList());
    }

    @GET
    @Path("find/archive")
    @Operation(summary = "The files of the archive that hold a date")
    @APIResponseSchema(value = Manifest.class, responseDescription = "The files; none, if the date is not archived")
    public Manifest archive(
            @Parameter(description = "IMAGE, BUSINESS or ERROR") @QueryParam("kind") @Nullable String kind,
            @Parameter(description = "Day in Seoul", example = "2026-03-02") @QueryParam("date") @Nullable LocalDate date) {
        LogKind log = asked(kind);
        if (date == null) {
            throw new RejectedException(CommonProblem.FIELD_INVALID, "date");
        }
        return new Manifest(
                findLogState.archived(log, date).stream().map(ManifestRow::of).toList());
    }

    private static LogKind asked(@Nullable String kind) {
        CommandHeaders.staff(LinesResource.OPERATOR);
        return Kinds.of(kind);
    }
}
