package com.mypay.remittance.application;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.remittance.domain.Limits;
import com.mypay.remittance.domain.Occasion;
import com.mypay.remittance.domain.Payee;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.Remittance.Accepted;
import com.mypay.remittance.domain.Remittance.Order;
import com.mypay.remittance.domain.RemittanceFees;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.Sender;
import com.mypay.remittance.domain.Senders;
import com.mypay.remittance.domain.VerificationLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a remittance, or refuses it by a rule: both sides active, the fee of the day, the sender's limits, a number in
 * the sender's order. Everything in the running transaction, nobody outside is asked.
 */
@ApplicationScoped
public class Acceptance {

    private final Eligibility eligibility;
    private final RemittanceFees fees;
    private final Senders senders;
    private final Orchestrator orchestrator;
    private final Limits.ByLevel limits;
    private final Occasions occasions;

    @Inject
    public Acceptance(
            Eligibility eligibility,
            RemittanceFees fees,
            Senders senders,
            Orchestrator orchestrator,
            Limits.ByLevel limits,
            Occasions occasions) {
        this.eligibility = eligibility;
        this.fees = fees;
        this.senders = senders;
        this.orchestrator = orchestrator;
        this.limits = limits;
        this.occasions = occasions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Acceptance() {
        this(null, null, null, null, null, null);
    }

    /**
     * What a member wants to send.
     *
     * @param payee as it was confirmed
     * @param level the sender's, which says how much it may be
     * @param standingId of the standing remittance that it comes from
     */
    public record Wish(
            MemberId sender,
            Payee payee,
            VerificationLevel level,
            Won amount,
            String memo,
            @Nullable String standingId) {}

    /** @throws RejectedException if a rule is against it; nothing has changed then */
    public Remittance accept(RemittanceId id, Wish wish) {
        eligibility.requireActive(wish.sender(), wish.payee());
        LocalDate before = today(occasions.now());
        Won fee = feeOf(wish, before);
        Sender sender = senders.lock(wish.sender(), before);
        // Only now: whoever has waited for the row is accepted when it got it, by that day's limits
        Occasion now = occasions.now();
        requireRoom(sender, wish, today(now));
        LocalDate day = sender.use(wish.amount(), today(now));
        Remittance remittance = requested(id, wish, fee, sender.number(), day, now);
        orchestrator.accept(sender, remittance);
        return remittance;
    }

    /** Writes down that it was refused, for a sender that isn't there to hear it. */
    Remittance acceptAsFailed(RemittanceId id, Wish wish, String reasonCode) {
        Occasion now = occasions.now();
        LocalDate today = today(now);
        Sender sender = senders.lock(wish.sender(), today);
        LocalDate day = sender.dayOf(today);
        Remittance remittance = requested(id, wish, feeOf(wish, today), sender.number(), day, now);
        orchestrator.refuse(sender, remittance, reasonCode);
        return remittance;
    }

    private static LocalDate today(Occasion now) {
        return BusinessClock.businessDate(now.at());
    }

    private static Remittance requested(RemittanceId id, Wish wish, Won fee, long number, LocalDate day, Occasion now) {
        Order order = new Order(wish.sender(), wish.payee(), wish.amount(), fee, wish.memo());
        String guid = CallContext.current().guid().value();
        return Remittance.requested(new Accepted(id, number, order, wish.standingId(), day, now.at(), guid), now);
    }

    private Won feeOf(Wish wish, LocalDate today) {
        return fees.feeOf(wish.payee().kind(), wish.amount(), today)
                .orElseThrow(() -> new IllegalStateException(
                        "the fee table has no line for " + wish.payee().kind()));
    }

    private void requireRoom(Sender sender, Wish wish, LocalDate today) {
        if (!sender.hasRoom()) {
            throw new RejectedException(RemittanceProblem.TOO_MANY_WAITING);
        }
        Limits allowed = limits.of(wish.level());
        sender.broken(allowed, wish.amount(), today).ifPresent(limit -> {
            throw switch (limit) {
                case PER_CALL ->
                    new RejectedException(RemittanceProblem.LIMIT_PER_CALL, "at most " + allowed.perCall());
                case PER_DAY -> new RejectedException(RemittanceProblem.LIMIT_PER_DAY, "at most " + allowed.perDay());
                case PER_MONTH ->
                    new RejectedException(RemittanceProblem.LIMIT_PER_MONTH, "at most " + allowed.perMonth());
            };
        });
    }
}
