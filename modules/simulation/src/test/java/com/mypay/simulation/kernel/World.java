package com.mypay.simulation.kernel;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.value.Ids;
import com.mypay.frameworktest.fake.CountingIds;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What everything in a run shares: its chance, its time, its faults, and what is told of it. */
public final class World {

    /** Ten minutes before midnight: days change while things are under way. */
    private static final LocalDateTime BEGIN = LocalDateTime.parse("2011-12-05T23:50");

    private static final int TOLD_AT_MOST = 20_000;

    private final Dice dice;
    private final Scheduler scheduler;
    private final Faults faults;
    private final Ids ids = new CountingIds();
    private final boolean told;
    private final List<String> story = new ArrayList<>();
    private long steps;

    /** @param told whether to keep what happens for a reader */
    public World(long seed, boolean told) {
        this.told = told;
        dice = new Dice(seed);
        scheduler = new Scheduler(
                BEGIN.atZone(BusinessClock.SEOUL).toInstant().plus(dice.between(0, 600), ChronoUnit.SECONDS));
        faults = new Faults(dice);
        tell("faults per thousand: {0}", faults);
    }

    public Dice dice() {
        return dice;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    public Faults faults() {
        return faults;
    }

    /** Unique in the world, and rising. */
    public Ids ids() {
        return ids;
    }

    /** For who enters the system at its edge. */
    public CallContext call(Caller caller, String operation) {
        return new CallContext(Guid.issuedBy(ids), 0, caller, operation);
    }

    /** One transaction, one call of another system, one message sent or taken in. */
    public void step() {
        steps++;
    }

    public long steps() {
        return steps;
    }

    /** @param text with placeholders {@code {0}} */
    public void tell(String text, @Nullable Object... values) {
        if (told && story.size() < TOLD_AT_MOST) {
            String line = text;
            for (int i = 0; i < values.length; i++) {
                line = line.replace("{" + i + "}", String.valueOf(values[i]));
            }
            story.add(scheduler.now() + " " + line);
        }
    }

    public List<String> story() {
        return List.copyOf(story);
    }
}
