package com.mypay.money.fake;

import com.mypay.frameworktest.fake.InMemoryLog;
import com.mypay.frameworktest.fake.InMemoryTable;
import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.money.domain.Hold;
import com.mypay.money.domain.HoldId;
import com.mypay.money.domain.Holds;
import com.mypay.money.domain.StatusChange;
import java.util.List;
import java.util.Optional;

/** {@link Holds} in memory. */
public final class InMemoryHolds implements Holds, RollsBack {

    private final InMemoryTable<HoldId, Hold> holds = new InMemoryTable<>();
    private final InMemoryLog<StatusChange> history = new InMemoryLog<>();

    public List<Hold> all() {
        return holds.all();
    }

    public List<StatusChange> history() {
        return history.all();
    }

    @Override
    public void add(Hold hold) {
        if (!holds.add(hold.id(), hold)) {
            throw new IllegalStateException("the hold is there already");
        }
        changed(hold);
    }

    @Override
    public Optional<Hold> lock(HoldId id) {
        return holds.find(id);
    }

    @Override
    public void changed(Hold hold) {
        history.addAll(hold.takeNewSteps());
    }

    @Override
    public Runnable mark() {
        Runnable holdsBack = holds.mark();
        Runnable historyBack = history.mark();
        return () -> {
            holdsBack.run();
            historyBack.run();
        };
    }

    @Override
    public void committed() {
        holds.committed();
    }
}
