package com.mypay.framework.rest;

import com.mypay.framework.context.Caller;
import com.mypay.framework.housekeeping.FinishedRows;
import com.mypay.framework.housekeeping.FinishedRows.Direction;
import com.mypay.framework.housekeeping.FinishedRows.Purged;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Lets the batch job {@code purge-finished} remove a service's finished messages and answered request ids, by the service's
 * own account; for it and nobody else, because what may go is decided over all services. Every service has it.
 */
@ApplicationScoped
@Path("adm/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "housekeeping", description = "Removal of finished messages and answered request ids; for the batch job")
public class HousekeepingResource {

    /** The shortest time that anything is kept, whatever a job asks for. */
    static final Duration LEAST_KEPT = Duration.ofDays(7);

    private static final String JOBS = "batch";
    private static final String INSTANT = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,18}Z";

    @Inject
    private FinishedRows rows;

    @Inject
    private Clock clock;

    /**
     * @param oldestMessageGuid of a message that is not finished for long enough
     * @param oldestOpenAt when the oldest command or process that may ask other services again was begun
     */
    @Schema(description = "What still needs the service's finished rows, or another service's")
    public record OpenWorkView(
            @Schema(description = "The smallest GUID of a message that is not finished for long enough; missing: none")
            @Nullable String oldestMessageGuid,

            @Schema(description = "When the oldest work that may ask other services again was begun; missing: none")
            @Nullable String oldestOpenAt) {}

    /**
     * @param before finished earlier than that
     * @param beforeGuid with a smaller GUID than that
     * @param after the last key of the chunk before; missing for the first
     */
    @Schema(description = "A chunk of finished messages to remove")
    public record MessagesToPurge(
            @Schema(description = "OUT: to the broker; IN: from it") @NotNull Direction direction,

            @Schema(description = "Finished earlier than that") @NotNull @Pattern(regexp = INSTANT) String before,

            @Schema(description = "With a smaller GUID than that") @NotNull @Size(min = 32, max = 32) String beforeGuid,

            @Schema(description = "The last key of the chunk before; missing for the first")
            @Size(min = 1, max = 64) @Nullable String after) {}

    /**
     * @param before recorded earlier than that
     * @param servicesBefore a service's request, recorded earlier than that
     * @param after the last key of the chunk before; missing for the first
     */
    @Schema(description = "A chunk of answered request ids to remove")
    public record RequestsToPurge(
            @Schema(description = "Recorded earlier than that") @NotNull @Pattern(regexp = INSTANT) String before,

            @Schema(description = "A service's request: recorded earlier than that") @NotNull @Pattern(regexp = INSTANT) String servicesBefore,

            @Schema(description = "The last key of the chunk before; missing for the first")
            @Size(min = 1, max = 64) @Nullable String after) {}

    /**
     * @param removed how many rows
     * @param last where to go on behind; missing at the end
     */
    @Schema(description = "What was removed")
    public record PurgedView(
            @Schema(description = "How many rows") int removed,

            @Schema(description = "Where to go on behind; missing at the end") @Nullable String last) {

        static PurgedView of(Purged purged) {
            return new PurgedView(purged.removed(), purged.last());
        }
    }

    @GET
    @Path("find/open-work")
    @Operation(summary = "Tell what still needs finished rows (the batch job's)")
    @APIResponseSchema(value = OpenWorkView.class, responseDescription = "The oldest of it")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED: for the batch job")
    public OpenWorkView openWork(
            @QueryParam("before")
                    @Parameter(description = "Messages that were finished earlier are not needed here any more")
                    @NotNull @Pattern(regexp = INSTANT) String before) {
        requireJobs();
        return new OpenWorkView(
                rows.oldestUnfinishedMessage(longAgo(before)).orElse(null),
                rows.oldestOpenWork().map(Instant::toString).orElse(null));
    }

    @POST
    @Path("purge/messages")
    @Operation(summary = "Remove a chunk of finished messages (the batch job's); may be called twice")
    @APIResponseSchema(value = PurgedView.class, responseDescription = "What was removed")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED: for the batch job")
    public PurgedView purgeMessages(@NotNull @Valid MessagesToPurge body) {
        requireJobs();
        return PurgedView.of(
                rows.purgeMessages(body.direction(), longAgo(body.before()), body.beforeGuid(), body.after()));
    }

    @POST
    @Path("purge/requests")
    @Operation(summary = "Remove a chunk of answered request ids (the batch job's); may be called twice")
    @APIResponseSchema(value = PurgedView.class, responseDescription = "What was removed")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED: for the batch job")
    public PurgedView purgeRequests(@NotNull @Valid RequestsToPurge body) {
        requireJobs();
        return PurgedView.of(rows.purgeRequests(longAgo(body.before()), instant(body.servicesBefore()), body.after()));
    }

    private static void requireJobs() {
        Caller caller = CommandHeaders.caller();
        if (!caller.isService() || !caller.id().equals(JOBS)) {
            throw new RejectedException(CommonProblem.NOT_PERMITTED, "for the batch job");
        }
    }

    private Instant longAgo(String text) {
        Instant before = instant(text);
        if (before.isAfter(clock.instant().minus(LEAST_KEPT))) {
            throw new RejectedException(CommonProblem.FIELD_INVALID, "before: at least 7 days are kept");
        }
        return before;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new RejectedException(CommonProblem.FIELD_INVALID, "no instant: " + text);
        }
    }
}
