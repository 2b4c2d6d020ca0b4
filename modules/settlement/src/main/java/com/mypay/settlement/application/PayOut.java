package com.mypay.settlement.application;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.settlement.application.message.FirmbankingRequested;
import com.mypay.settlement.domain.BusinessCalendar;
import com.mypay.settlement.domain.CarryOver;
import com.mypay.settlement.domain.CarryOvers;
import com.mypay.settlement.domain.Charges;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.DateRange;
import com.mypay.settlement.domain.Decision;
import com.mypay.settlement.domain.Franchises;
import com.mypay.settlement.domain.Holidays;
import com.mypay.settlement.domain.Outcome;
import com.mypay.settlement.domain.Payout;
import com.mypay.settlement.domain.PayoutId;
import com.mypay.settlement.domain.Payouts;
import com.mypay.settlement.domain.Settlement;
import com.mypay.settlement.domain.SettlementTerms;
import com.mypay.settlement.domain.Settlements;
import com.mypay.settlement.domain.StepCount;
import com.mypay.settlement.domain.StepCounts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides some franchises' settlements and has those paid that are due: the pay-out step's chunk. A payout is a row and
 * a message in the chunk's transaction; nothing outside the database is called. It may be tried twice: a decided
 * settlement isn't read again, and a settlement's second payout is refused by its key.
 */
@Dependent
public class PayOut {

    public static final String STEP = "payout";

    private final Settlements settlements;
    private final CarryOvers carryOvers;
    private final Franchises franchises;
    private final Holidays holidays;
    private final Payouts payouts;
    private final StepCounts stepCounts;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    /**
     * @param businessDate the cycle's
     * @param undecided of the cycle, in the order of the franchises' ids
     */
    public record Command(CycleId cycleId, LocalDate businessDate, List<Settlement> undecided) {

        public Command {
            undecided = List.copyOf(undecided);
        }
    }

    @Inject
    public PayOut(
            Settlements settlements,
            CarryOvers carryOvers,
            Franchises franchises,
            Holidays holidays,
            Payouts payouts,
            StepCounts stepCounts,
            Outbox outbox,
            Transactions transactions,
            Ids ids,
            Clock clock) {
        this.settlements = settlements;
        this.carryOvers = carryOvers;
        this.franchises = franchises;
        this.holidays = holidays;
        this.payouts = payouts;
        this.stepCounts = stepCounts;
        this.outbox = outbox;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    public void payOut(Command command) {
        transactions.inTransaction(() -> {
            Chunk chunk = decide(command);
            settlements.decide(chunk.decided);
            carryOvers.addAll(chunk.carried);
            payouts.addAll(chunk.paid);
            outbox.sendAll(chunk.paid.stream()
                    .map(payout -> FirmbankingRequested.of(payout, command.businessDate()))
                    .toList());
            chunk.paid.forEach(payout -> PayoutEvents.tell(BusinessEvent.PAYOUT_REQUESTED, payout));
            long read = chunk.decided.size();
            long written = chunk.decided.stream()
                    .filter(settlement -> settlement.outcome() != Outcome.NOTHING_DUE)
                    .count();
            stepCounts.add(command.cycleId(), new StepCount(STEP, 0, read, written, read - written));
        });
    }

    private static final class Chunk {
        final List<Settlement> decided = new ArrayList<>();
        final List<CarryOver> carried = new ArrayList<>();
        final List<Payout> paid = new ArrayList<>();
    }

    private Chunk decide(Command command) {
        List<MemberId> franchiseIds =
                command.undecided().stream().map(Settlement::franchiseId).toList();
        LocalDate day = command.businessDate();
        Map<MemberId, CarryOver.Sum> carriedIn = carryOvers.take(command.cycleId(), day, franchiseIds).stream()
                .collect(Collectors.toMap(CarryOver.Sum::franchiseId, Function.identity()));
        Map<MemberId, SettlementTerms> terms = franchises.terms(franchiseIds);
        Map<MemberId, Won> volumes = volumes(command, terms);
        Map<LocalDate, BusinessCalendar> calendars = new HashMap<>();
        Instant now = clock.instant();
        Chunk chunk = new Chunk();
        for (Settlement settlement : command.undecided()) {
            CarryOver.@Nullable Sum before = carriedIn.get(settlement.franchiseId());
            Won taken = before == null ? Won.ZERO : before.amount();
            SettlementTerms agreed = terms.getOrDefault(settlement.franchiseId(), SettlementTerms.USUAL);
            LocalDate dueOn = agreed.dueOn(day, end -> calendars.computeIfAbsent(end, holidays::around));
            Won volumeBefore = agreed.commission().tiers().isEmpty()
                    ? Won.ZERO
                    : volumes.getOrDefault(settlement.franchiseId(), Won.ZERO);
            Charges charges = agreed.commission().of(settlement.totals(), volumeBefore);
            Won earned = charges.on(settlement.totals().net());
            Decision decision = Decision.of(earned, taken, agreed, day, dueOn);
            chunk.decided.add(settlement.decided(taken, decision.outcome(), agreed, dueOn, charges));
            if (decision.outcome() == Outcome.PAYOUT) {
                chunk.paid.add(payout(settlement, decision.payout(), now));
            }
            decision.waiting().forEach(waiting -> chunk.carried.add(carryOver(settlement, waiting, now)));
        }
        return chunk;
    }

    /**
     * Asked for only where somebody's commission depends on it, and locked before: another cycle of the month sees what
     * this one decides, or the other way round.
     */
    private Map<MemberId, Won> volumes(Command command, Map<MemberId, SettlementTerms> terms) {
        List<MemberId> tiered = terms.entrySet().stream()
                .filter(agreed -> !agreed.getValue().commission().tiers().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (tiered.isEmpty()) {
            return Map.of();
        }
        MemberId first = tiered.get(0);
        MemberId last = tiered.get(tiered.size() - 1);
        settlements.lockVolumes(first, last);
        return settlements.volumes(DateRange.monthOf(command.businessDate()), command.cycleId(), first, last);
    }

    private Payout payout(Settlement settlement, Won amount, Instant now) {
        return Payout.requested(
                new PayoutId(ids.next()),
                settlement.cycleId(),
                settlement.franchiseId(),
                amount,
                CallContext.current().guid().value(),
                now);
    }

    private static CarryOver carryOver(Settlement settlement, Decision.Waiting waiting, Instant now) {
        return new CarryOver(
                settlement.cycleId(),
                settlement.franchiseId(),
                waiting.part(),
                waiting.amount(),
                waiting.reason(),
                waiting.dueOn(),
                null,
                now);
    }
}
