package com.mypay.framework.rest;

import com.mypay.framework.audit.Audit;
import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit query of the service, for staff and {@code mypay doctor}. */
@Path("adm/v1/audit/invariants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {

    @Inject
    private Instance<Audit> audit;

    @GET
    @Operation(summary = "Check the service's invariants over all its rows")
    public AuditReport report() {
        if (audit.isUnsatisfied()) {
            throw new RejectedException(CommonProblem.NO_SUCH_OPERATION, "this application has no rows of its own");
        }
        return audit.get().report();
    }
}
