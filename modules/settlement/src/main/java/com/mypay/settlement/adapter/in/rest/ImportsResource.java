package com.mypay.settlement.adapter.in.rest;

import com.mypay.framework.rest.ProblemBody;
import com.mypay.settlement.application.FindImports;
import com.mypay.settlement.domain.SlipImport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Files of other systems' slips, for staff. */
@ApplicationScoped
@Path("adm/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports", description = "Slips of other systems that come as files; for staff")
@APIResponse(
        responseCode = "403",
        description = "NOT_PERMITTED: the adm area is for staff",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
public class ImportsResource {

    @Inject
    private FindImports findImports;

    /** As it is now; what it counts is committed. */
    @Schema(name = "SlipImport", description = "A file of another system's slips on its way into the replica")
    public record SlipImportBody(
            @Schema(description = "Names the file by its content")
            String importId,

            @Schema(description = "Where it lay") String fileName,
            @Schema(description = "RUNNING or DONE") String status,

            @Schema(description = "The batch job instance that imports it")
            long jobInstanceId,

            @Schema(description = "Lines of the file, its header included")
            long lines,

            @Schema(description = "The line up to which its slips are in")
            long lastLine,

            @Schema(description = "Slips that it has brought")
            long imported,

            @Schema(description = "Slips that were there already, and the same")
            long known,

            @Schema(description = "Lines that stand in the reject file, with the reason")
            long rejected,

            @Schema(description = "When its file was found good")
            Instant begunAt,

            @Schema(description = "When it was done; missing until then") @Nullable Instant endedAt,

            @Schema(description = "Names the job's business transaction")
            String guid) {

        static SlipImportBody of(SlipImport found) {
            return new SlipImportBody(
                    found.id().value(),
                    found.fileName(),
                    found.status().name(),
                    found.jobInstanceId(),
                    found.lines(),
                    found.lastLine(),
                    found.imported(),
                    found.known(),
                    found.rejected(),
                    found.begunAt(),
                    found.endedAt().orElse(null),
                    found.guid());
        }
    }

    @GET
    @Path("find/slip-import")
    @Operation(summary = "Show the import of a file of slips, with its counts as they are now")
    @APIResponseSchema(value = SlipImportBody.class, responseDescription = "The import")
    @APIResponse(responseCode = "400", description = "ID_MALFORMED")
    @APIResponse(responseCode = "404", description = "IMPORT_NOT_FOUND: no such job, or its file was not found good")
    public SlipImportBody slipImport(
            @Parameter(description = "The batch job instance", example = "17") @QueryParam("jobInstanceId") @Nullable String jobInstanceId) {
        return SlipImportBody.of(findImports.byJob(Queries.jobInstanceId(jobInstanceId)));
    }
}
