package com.mypay.remittance.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.remittance.domain.Confirmation;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.RemittanceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * A member sends money to a payee whose name it has confirmed. Accepted within one local transaction, in which the first
 * command is written; everything after that goes by messages.
 */
@ApplicationScoped
public class RequestRemittance {

    static final String OPERATION = "request/remittance";

    private final UseConfirmation useConfirmation;
    private final Acceptance acceptance;
    private final Requests requests;
    private final Transactions transactions;
    private final Ids ids;

    @Inject
    public RequestRemittance(
            UseConfirmation useConfirmation,
            Acceptance acceptance,
            Requests requests,
            Transactions transactions,
            Ids ids) {
        this.useConfirmation = useConfirmation;
        this.acceptance = acceptance;
        this.requests = requests;
        this.transactions = transactions;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RequestRemittance() {
        this(null, null, null, null, null);
    }

    /**
     * @param confirmationToken as confirm/payee gave it: it says who the payee is
     * @param memo a note of the sender; it goes to the bank of a payee's account, not to members. May be empty
     */
    public record Command(
            Caller caller, RequestId requestId, MemberId sender, String confirmationToken, Won amount, String memo) {}

    private record Content(MemberId sender, String confirmationToken, Won amount, String memo) {}

    /**
     * A remittance that is accepted: where it goes from here, find/remittance shows.
     *
     * @param status {@code PREPARING}, or {@code REQUESTED} while an earlier one comes first
     * @param requestedAt UTC
     */
    public record Answer(String remittanceId, String status, long amountWon, long feeWon, String requestedAt) {

        static Answer of(Remittance remittance) {
            return new Answer(
                    remittance.id().value(),
                    remittance.status().name(),
                    remittance.order().amount().value(),
                    remittance.order().fee().value(),
                    remittance.accepted().requestedAt().toString());
        }
    }

    public Answer request(Command command) {
        if (!command.caller().mayActFor(command.sender())) {
            throw new RejectedException(RemittanceProblem.MEMBER_NOT_FOUND, "member " + command.sender());
        }
        Content content = new Content(command.sender(), command.confirmationToken(), command.amount(), command.memo());
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), content);
        return transactions.inTransaction(() -> requests.once(key, Answer.class, () -> accept(command)));
    }

    private Answer accept(Command command) {
        RemittanceId id = new RemittanceId(ids.next());
        Confirmation confirmation = useConfirmation.use(command.confirmationToken(), command.sender(), id.value());
        return Answer.of(acceptance.accept(
                id,
                new Acceptance.Wish(
                        command.sender(),
                        confirmation.payee(),
                        confirmation.level(),
                        command.amount(),
                        command.memo(),
                        null)));
    }
}
