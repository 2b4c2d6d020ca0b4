package com.mypay.remittance.application;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.remittance.domain.Confirmation;
import com.mypay.remittance.domain.Schedule;
import com.mypay.remittance.domain.Senders;
import com.mypay.remittance.domain.StandingRemittance;
import com.mypay.remittance.domain.StandingRemittances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** A member sends the same money to the same payee, on a date or each month (자동 송금). */
@ApplicationScoped
public class ScheduleRemittance {

    static final String OPERATION = "schedule/remittance";

    private final StandingRemittances standings;
    private final Senders senders;
    private final UseConfirmation useConfirmation;
    private final Requests requests;
    private final Transactions transactions;
    private final Clock clock;
    private final Ids ids;

    @Inject
    public ScheduleRemittance(
            StandingRemittances standings,
            Senders senders,
            UseConfirmation useConfirmation,
            Requests requests,
            Transactions transactions,
            Clock clock,
            Ids ids) {
        this.standings = standings;
        this.senders = senders;
        this.useConfirmation = useConfirmation;
        this.requests = requests;
        this.transactions = transactions;
        this.clock = clock;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ScheduleRemittance() {
        this(null, null, null, null, null, null, null);
    }

    /** @param confirmationToken as confirm/payee gave it: it says who the payee is */
    public record Command(
            Caller caller,
            RequestId requestId,
            MemberId sender,
            String confirmationToken,
            Won amount,
            String memo,
            Schedule schedule) {}

    private record Content(MemberId sender, String confirmationToken, Won amount, String memo, Schedule schedule) {}

    /** @param nextDate the business date of the first one */
    public record Answer(String standingRemittanceId, String status, String nextDate) {}

    public Answer schedule(Command command) {
        if (!command.caller().mayActFor(command.sender())) {
            throw new RejectedException(RemittanceProblem.MEMBER_NOT_FOUND, "member " + command.sender());
        }
        Content content = new Content(
                command.sender(), command.confirmationToken(), command.amount(), command.memo(), command.schedule());
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), content);
        return transactions.inTransaction(() -> requests.once(key, Answer.class, () -> scheduled(command)));
    }

    private Answer scheduled(Command command) {
        LocalDate today = BusinessClock.businessDate(clock);
        LocalDate first = command.schedule()
                .from(today)
                .filter(date -> !date.isAfter(today.plusMonths(StandingRemittance.MAX_MONTHS_AHEAD)))
                .orElseThrow(() -> new RejectedException(RemittanceProblem.SCHEDULE_EMPTY, "today is " + today));
        String id = ids.next();
        Confirmation confirmation = useConfirmation.use(command.confirmationToken(), command.sender(), id);
        // Locked after the confirmation, as an acceptance does; so that several at once are counted one by one
        senders.lock(command.sender(), today);
        if (standings.active(command.sender()) >= StandingRemittance.MAX_ACTIVE) {
            throw new RejectedException(
                    RemittanceProblem.TOO_MANY_STANDING, "at most " + StandingRemittance.MAX_ACTIVE);
        }
        StandingRemittance standing = StandingRemittance.scheduled(
                id,
                new StandingRemittance.Content(
                        command.sender(), confirmation.payee(), command.amount(), command.memo()),
                command.schedule(),
                first,
                CallContext.current().guid().value(),
                clock.instant());
        standings.add(standing);
        BusinessLog.event(BusinessEvent.STANDING_REMITTANCE_SCHEDULED)
                .member(command.sender())
                .amount(command.amount())
                .reference("standingRemittanceId", id)
                .detail("nextDate", first)
                .write();
        return new Answer(id, standing.status().name(), first.toString());
    }
}
