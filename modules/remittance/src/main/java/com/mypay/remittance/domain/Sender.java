package com.mypay.remittance.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member that sends (보내는 회원): the order of its remittances, and what of its limits is used. Its row is the one lock
 * under which its remittances change. At most one of them is in its money step at a time; the next begins, in the order
 * of their numbers, in the same transaction in which the one before leaves it.
 *
 * <p>Not a JPA entity, as {@link Remittance} isn't one.
 */
public final class Sender {

    /** So many may wait for their turn. */
    public static final int MAX_WAITING = 1_000;

    private final MemberId member;
    private long lastNumber;
    private long begunNumber;
    private @Nullable RemittanceId inMoneyStep;
    private LocalDate usageDate;
    private Won usedOfDay;
    private Won usedOfMonth;

    /**
     * How it is stored.
     *
     * @param lastNumber of the one that was accepted last
     * @param begunNumber all up to this number have begun, or won't
     * @param inMoneyStep for which the others wait
     */
    public record State(
            long lastNumber,
            long begunNumber,
            @Nullable RemittanceId inMoneyStep,
            LocalDate usageDate,
            Won usedOfDay,
            Won usedOfMonth) {}

    /** What an amount would break. */
    public enum Limit {
        PER_CALL,
        PER_DAY,
        PER_MONTH
    }

    private Sender(MemberId member, State state) {
        this.member = member;
        this.lastNumber = state.lastNumber();
        this.begunNumber = state.begunNumber();
        this.inMoneyStep = state.inMoneyStep();
        this.usageDate = state.usageDate();
        this.usedOfDay = state.usedOfDay();
        this.usedOfMonth = state.usedOfMonth();
    }

    /** One that has sent nothing yet. */
    public static Sender first(MemberId member, LocalDate today) {
        return new Sender(member, new State(0, 0, null, today, Won.ZERO, Won.ZERO));
    }

    public static Sender stored(MemberId member, State state) {
        return new Sender(member, state);
    }

    /** The day that counts: never an earlier one than the last, so that no clock that lags gives a limit back. */
    public LocalDate dayOf(LocalDate today) {
        return today.isBefore(usageDate) ? usageDate : today;
    }

    /** Which limit an amount would break today; empty if none. */
    public Optional<Limit> broken(Limits limits, Won amount, LocalDate day) {
        LocalDate today = dayOf(day);
        if (amount.isMoreThan(limits.perCall())) {
            return Optional.of(Limit.PER_CALL);
        }
        if (usedOn(today).plus(amount).isMoreThan(limits.perDay())) {
            return Optional.of(Limit.PER_DAY);
        }
        if (usedIn(YearMonth.from(today)).plus(amount).isMoreThan(limits.perMonth())) {
            return Optional.of(Limit.PER_MONTH);
        }
        return Optional.empty();
    }

    /**
     * The amount counts for today's limits.
     *
     * @return the day for which it counts, to be given back: {@link #dayOf}
     */
    public LocalDate use(Won amount, LocalDate day) {
        LocalDate today = dayOf(day);
        Won ofDay = usedOn(today).plus(amount);
        usedOfMonth = usedIn(YearMonth.from(today)).plus(amount);
        usedOfDay = ofDay;
        usageDate = today;
        return today;
    }

    /** What wasn't sent after all doesn't count, if its day or its month is still the one that is counted. */
    public void giveBack(Won amount, LocalDate businessDate) {
        if (businessDate.equals(usageDate)) {
            usedOfDay = usedOfDay.minus(amount).max(Won.ZERO);
        }
        if (YearMonth.from(businessDate).equals(YearMonth.from(usageDate))) {
            usedOfMonth = usedOfMonth.minus(amount).max(Won.ZERO);
        }
    }

    public boolean hasRoom() {
        return lastNumber - begunNumber < MAX_WAITING;
    }

    /** Numbers the next one that is accepted. */
    public long number() {
        lastNumber++;
        return lastNumber;
    }

    /** Whether a remittance that is accepted now can begin at once: while none is in its money step, none waits. */
    public boolean isFree() {
        return inMoneyStep == null;
    }

    public void begin(Remittance remittance) {
        if (inMoneyStep != null) {
            throw new IllegalStateException("remittance " + inMoneyStep + " of member " + member + " comes first");
        }
        inMoneyStep = remittance.id();
        begunNumber = remittance.accepted().number();
    }

    public boolean isInMoneyStep(Remittance remittance) {
        return remittance.id().equals(inMoneyStep);
    }

    /** The one that was in its money step has its money, or won't get it. */
    public void leave() {
        inMoneyStep = null;
    }

    /** After which number the next one is to be looked for; empty if nobody waits. */
    public Optional<Long> waitingAfter() {
        return begunNumber < lastNumber ? Optional.of(begunNumber) : Optional.empty();
    }

    /** There was nobody: those that had waited were cancelled. */
    public void nobodyWaits() {
        begunNumber = lastNumber;
    }

    private Won usedOn(LocalDate today) {
        return today.equals(usageDate) ? usedOfDay : Won.ZERO;
    }

    private Won usedIn(YearMonth month) {
        return month.equals(YearMonth.from(usageDate)) ? usedOfMonth : Won.ZERO;
    }

    public MemberId member() {
        return member;
    }

    public State state() {
        return new State(lastNumber, begunNumber, inMoneyStep, usageDate, usedOfDay, usedOfMonth);
    }
}
