package com.mypay.framework.rest;

import com.mypay.framework.messaging.DeadLetters;
import com.mypay.framework.messaging.DeadLetters.DeadLetter;
import com.mypay.framework.messaging.QueueLog;
import com.mypay.framework.messaging.QueueLog.Count;
import com.mypay.framework.messaging.ResendDeadLetter;
import com.mypay.framework.value.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The messages of the service, for staff: counts, dead letters. Every service has it. */
@ApplicationScoped
@Path("adm/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "messages", description = "The messages between the services, and dead letters; for staff")
public class MessagesResource {

    private static final String OPERATOR = "operator";

    @Inject
    private QueueLog queueLog;

    @Inject
    private DeadLetters deadLetters;

    @Inject
    private ResendDeadLetter resendDeadLetter;

    /** @param messages rows of QUEUE_LOG by direction, destination and status */
    @Schema(description = "The rows of QUEUE_LOG, counted")
    public record MessageCounts(
            @Schema(description = "One count for each direction, destination and status")
            List<Count> messages) {}

    /** @param items at most 100 per queue */
    @Schema(description = "Messages that could not be processed")
    public record DeadLetterList(
            @Schema(description = "At most 100 of each queue")
            List<DeadLetter> items) {}

    /** @param messageId as find/dead-letters shows it */
    @Schema(description = "A dead letter that is to be processed after all")
    public record DeadLetterToResend(
            @Schema(description = "As find/dead-letters shows it") @NotNull @Size(min = 1, max = 64) String messageId) {}

    @GET
    @Path("find/message-counts")
    @Operation(summary = "Count the messages of QUEUE_LOG by direction, destination and status")
    @APIResponseSchema(value = MessageCounts.class, responseDescription = "The counts")
    public MessageCounts counts(
            @QueryParam("from")
                    @Parameter(description = "Only messages with this id or a greater one; ids rise with time")
                    @Size(min = 1, max = 64) @Nullable String from) {
        return new MessageCounts(from == null ? queueLog.counts() : queueLog.countsFrom(from));
    }

    @GET
    @Path("find/dead-letters")
    @Operation(summary = "Show the messages that could not be processed")
    @APIResponseSchema(value = DeadLetterList.class, responseDescription = "The dead letters")
    public DeadLetterList deadLetters() {
        return new DeadLetterList(deadLetters.find());
    }

    @POST
    @Path("resend/dead-letter")
    @Operation(summary = "Put a dead letter back into its queue (role operator)")
    @APIResponseSchema(value = ResendDeadLetter.Answer.class, responseDescription = "It is back in its queue")
    @APIResponse(responseCode = "403", description = "NOT_PERMITTED: the role is missing")
    @APIResponse(responseCode = "404", description = "NO_SUCH_DEAD_LETTER")
    @APIResponse(responseCode = "409", description = "REQUEST_RUNNING")
    @APIResponse(responseCode = "422", description = "REQUEST_ID_REUSED")
    public ResendDeadLetter.Answer resend(
            @HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String requestId,
            @NotNull @Valid DeadLetterToResend body) {
        RequestId id = CommandHeaders.requestId(requestId);
        return resendDeadLetter.resend(
                new ResendDeadLetter.Command(CommandHeaders.staff(OPERATOR), id, body.messageId()));
    }
}
