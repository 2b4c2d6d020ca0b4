package com.mypay.framework.rest;

import com.mypay.framework.audit.Audit;
import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit query of the service, for staff and {@code mypay doctor}. */
@ApplicationScoped
@Path("adm/v1/audit/invariants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit", description = "The service's check of its own rows; for staff")
public class AuditResource {

    @Inject
    private Instance<Audit> audit;

    @GET
    @Operation(summary = "Check the service's invariants over all its rows")
    @APIResponseSchema(value = AuditReport.class, responseDescription = "What was found")
    @APIResponse(
            responseCode = "404",
            description = "NO_SUCH_OPERATION: this application has no rows of its own",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    public AuditReport report() {
        if (audit.isUnsatisfied()) {
            throw new RejectedException(CommonProblem.NO_SUCH_OPERATION, "this application has no rows of its own");
        }
        return audit.get().report();
    }
}
