package com.mypay.remittance.adapter.in.rest;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.rest.CommandHeaders;
import com.mypay.framework.rest.ProblemBody;
import com.mypay.remittance.adapter.in.rest.FeeBodies.RemittanceFeeBody;
import com.mypay.remittance.adapter.in.rest.FeeBodies.RemittanceFeesBody;
import com.mypay.remittance.application.FindRemittanceFees;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The fee table, for everybody. */
@ApplicationScoped
@Path("com/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "fees", description = "What a remittance costs (송금 수수료)")
@APIResponse(
        responseCode = "400",
        description = "FIELD_INVALID, CALLER_INVALID",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
public class FeesResource {

    @Inject
    private FindRemittanceFees findRemittanceFees;

    @Inject
    private Clock clock;

    @GET
    @Path("find/remittance-fees")
    @Operation(summary = "What remittances cost on a day")
    @APIResponseSchema(value = RemittanceFeesBody.class, responseDescription = "The lines in force")
    public RemittanceFeesBody find(
            @Parameter(description = "Day in Seoul; today if missing") @QueryParam("date") @Nullable LocalDate date) {
        LocalDate day = date == null ? BusinessClock.businessDate(clock) : date;
        boolean forStaff = CommandHeaders.caller().isStaff();
        return new RemittanceFeesBody(findRemittanceFees.on(day).stream()
                .map(fee -> RemittanceFeeBody.of(fee, forStaff))
                .toList());
    }
}
