package com.mypay.framework.messaging;

import com.mypay.framework.context.Caller;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Staff has a dead letter delivered again, once per request id: a repetition doesn't send a letter that died anew. */
@ApplicationScoped
public class ResendDeadLetter {

    static final String OPERATION = "resend/dead-letter";

    private final DeadLetters deadLetters;
    private final Requests requests;
    private final Transactions transactions;

    @Inject
    public ResendDeadLetter(DeadLetters deadLetters, Requests requests, Transactions transactions) {
        this.deadLetters = deadLetters;
        this.requests = requests;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ResendDeadLetter() {
        this(null, null, null);
    }

    /** @param messageId as find/dead-letters shows it */
    public record Command(Caller staff, RequestId requestId, String messageId) {}

    private record Content(String messageId) {}

    /** @param resent always: a letter that isn't there is refused */
    @Schema(description = "A dead letter that is back in its queue")
    public record Answer(
            @Schema(description = "Always true: otherwise the answer is a problem")
            boolean resent) {}

    public Answer resend(Command command) {
        CommandKey key =
                CommandKey.of(command.staff(), OPERATION, command.requestId(), new Content(command.messageId()));
        Optional<Answer> before = transactions.inTransaction(() -> requests.begin(key, Answer.class));
        return before.orElseGet(() -> resend(key, command.messageId()));
    }

    private Answer resend(CommandKey key, String messageId) {
        try {
            if (!deadLetters.resend(messageId)) {
                throw new RejectedException(CommonProblem.NO_SUCH_DEAD_LETTER);
            }
        } catch (RejectedException | UnavailableException e) {
            transactions.inTransaction(() -> requests.abandon(key));
            throw e;
        }
        return transactions.inTransaction(() -> requests.finish(key, told(key, messageId)));
    }

    private static Answer told(CommandKey key, String messageId) {
        BusinessLog.event(BusinessEvent.DEAD_LETTER_RESENT)
                .reference("messageId", messageId)
                .detail("by", key.caller())
                .write();
        return new Answer(true);
    }
}
