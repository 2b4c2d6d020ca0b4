package com.mypay.remittance.application;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.transaction.Transactions;
import com.mypay.remittance.application.message.StepMessage;
import com.mypay.remittance.application.port.Figures;
import com.mypay.remittance.domain.Answer;
import com.mypay.remittance.domain.Occasion;
import com.mypay.remittance.domain.PayeeKind;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.Remittance.Taken;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.RemittanceStatus;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.Sender;
import com.mypay.remittance.domain.Senders;
import com.mypay.remittance.domain.Step;
import com.mypay.remittance.domain.StepRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Carries remittances from step to step. Each move is one transaction, the one that is running: the remittance with its
 * history, the sender's row, the next command in {@code QUEUE_LOG}, and the beginning of the sender's next remittance
 * where this one has left its money step. So nothing is sent that isn't stored, and nothing is stored that isn't sent.
 *
 * <p>The sender's row is the one lock: everything of one sender happens one after the other, different senders side by
 * side, and no two transactions wait for each other.
 */
@ApplicationScoped
public class Orchestrator {

    private static final String UNKNOWN = "UNKNOWN";

    private final Remittances remittances;
    private final Senders senders;
    private final Eligibility eligibility;
    private final Outbox outbox;
    private final Figures figures;
    private final Transactions transactions;
    private final Occasions occasions;

    @Inject
    public Orchestrator(
            Remittances remittances,
            Senders senders,
            Eligibility eligibility,
            Outbox outbox,
            Figures figures,
            Transactions transactions,
            Occasions occasions) {
        this.remittances = remittances;
        this.senders = senders;
        this.eligibility = eligibility;
        this.outbox = outbox;
        this.figures = figures;
        this.transactions = transactions;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Orchestrator() {
        this(null, null, null, null, null, null, null);
    }

    /** A new one, whose sender is locked: it begins at once, or waits for its turn. */
    void accept(Sender sender, Remittance remittance) {
        boolean begins = sender.isFree();
        if (begins) {
            sender.begin(remittance);
            remittance.begin(occasions.now());
        }
        remittances.add(remittance);
        tell(remittance);
        senders.changed(sender);
        if (begins) {
            outbox.send(StepMessage.of(remittance));
        }
        transactions.afterCommit(() -> figures.accepted(kindOf(remittance)));
    }

    /** A new one, whose sender is locked, that is over before it has begun. */
    void refuse(Sender sender, Remittance remittance, String reasonCode) {
        remittance.refuse(reasonCode, occasions.now());
        remittances.add(remittance);
        tell(remittance);
        senders.changed(sender);
        transactions.afterCommit(() -> figures.reached(kindOf(remittance), remittance.status()));
    }

    /**
     * An answer has come, in the transaction of its message. One that nobody waits for, or waits for any more, changes
     * nothing and is counted.
     */
    public void take(StepRequest request, Answer answer) {
        Optional<Sender> sender = senders.lockOf(request.remittance());
        if (sender.isEmpty()) {
            ignore(UNKNOWN);
            return;
        }
        Remittance remittance = read(request.remittance());
        Taken taken = remittance.take(request, ifBothStillActive(remittance, request, answer), occasions.now());
        switch (taken) {
            case MOVED -> {
                moved(sender.get(), remittance);
                remittance.waitsFor().ifPresent(next -> outbox.send(StepMessage.of(remittance)));
            }
            case NOTED -> moved(sender.get(), remittance);
            case LATE, UNEXPECTED -> ignore(taken.name());
        }
    }

    /** An answer to something that nobody here has asked. */
    void ignoreUnknown() {
        ignore(UNKNOWN);
    }

    /** One that can be cancelled, whose sender is locked. */
    void cancel(Sender sender, Remittance remittance) {
        remittance.cancel(occasions.now());
        moved(sender, remittance);
    }

    /** @return {@code false} if there was an answer meanwhile, or another server has asked */
    boolean askAgain(RemittanceId id) {
        if (senders.lockOf(id).isEmpty()) {
            return false;
        }
        Remittance remittance = read(id);
        Instant realNow = occasions.realNow();
        if (!remittance.isDue(realNow)) {
            return false;
        }
        remittance.askAgain(realNow);
        remittances.changed(remittance);
        send(remittance);
        transactions.afterCommit(figures::askedAgain);
        return true;
    }

    private void moved(Sender sender, Remittance remittance) {
        remittances.changed(remittance);
        tell(remittance);
        boolean senderChanges = remittance.hasSentNothing();
        if (remittance.hasSentNothing()) {
            sender.giveBack(remittance.order().amount(), remittance.accepted().businessDate());
        }
        if (sender.isInMoneyStep(remittance) && !remittance.isInMoneyStep()) {
            sender.leave();
            beginNext(sender);
            senderChanges = true;
        }
        if (senderChanges) {
            senders.changed(sender);
        }
        RemittanceStatus status = remittance.status();
        if (!status.isOpen() || status == RemittanceStatus.IN_DOUBT) {
            transactions.afterCommit(() -> figures.reached(kindOf(remittance), status));
        }
    }

    /** Those before it whose sender or payee was suspended or closed while they waited have failed. */
    private void beginNext(Sender sender) {
        Optional<Long> after = sender.waitingAfter();
        while (after.isPresent()) {
            Optional<Remittance> next = remittances.nextRequested(sender.member(), after.get());
            if (next.isEmpty()) {
                sender.nobodyWaits();
                return;
            }
            Remittance remittance = next.get();
            Occasion occasion = occasions.of(remittance.accepted().guid());
            Optional<RemittanceProblem> obstacle = eligibility.obstacle(remittance.order());
            if (obstacle.isEmpty()) {
                sender.begin(remittance);
                remittance.begin(occasion);
                remittances.changed(remittance);
                send(remittance);
                return;
            }
            remittance.refuse(obstacle.get().name(), occasion);
            moved(sender, remittance);
            after = Optional.of(remittance.accepted().number());
        }
    }

    /** What is topped up stays the sender's, but goes to nobody if one of both is suspended or closed by now. */
    private Answer ifBothStillActive(Remittance remittance, StepRequest request, Answer answer) {
        if (request.step() != Step.TOP_UP || answer.kind() != Answer.Kind.DONE) {
            return answer;
        }
        return eligibility
                .obstacle(remittance.order())
                .map(obstacle -> answer.butRefused(obstacle.name()))
                .orElse(answer);
    }

    /** Under the GUID of its own business transaction: another one is running. */
    private void send(Remittance remittance) {
        Guid guid = new Guid(remittance.accepted().guid());
        new CallContext(guid, 1, Caller.service("remittance"), "continue/remittance")
                .run(() -> outbox.send(StepMessage.of(remittance)));
    }

    private Remittance read(RemittanceId id) {
        return remittances.find(id).orElseThrow(() -> new IllegalStateException("there is no remittance " + id));
    }

    private void ignore(String why) {
        transactions.afterCommit(() -> figures.ignored(why));
    }

    private static void tell(Remittance remittance) {
        BusinessLog.event(BusinessEvent.REMITTANCE_MOVED)
                .member(remittance.sender())
                .amount(remittance.order().amount())
                .reference("remittanceId", remittance.id())
                .detail("status", remittance.status())
                .detail("payeeKind", kindOf(remittance))
                .detail("waitsFor", remittance.waitsFor().map(StepRequest::step).orElse(null))
                .write();
    }

    private static PayeeKind kindOf(Remittance remittance) {
        return remittance.order().payee().kind();
    }
}
