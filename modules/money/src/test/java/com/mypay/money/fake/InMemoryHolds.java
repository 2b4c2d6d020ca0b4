package com.mypay.money.fake;

import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.money.domain.Hold;
import com.mypay.money.domain.HoldId;
import com.mypay.money.domain.Holds;
import com.mypay.money.domain.StatusChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Holds} in memory. */
public final class InMemoryHolds implements Holds, RollsBack {

    private final Map<HoldId, Hold> holds = new LinkedHashMap<>();
    private final List<StatusChange> history = new ArrayList<>();

    @Override
    public void add(Hold hold) {
        holds.put(hold.id(), hold);
        changed(hold);
    }

    @Override
    public Optional<Hold> lock(HoldId id) {
        return Optional.ofNullable(holds.get(id));
    }

    @Override
    public void changed(Hold hold) {
        history.addAll(hold.takeNewSteps());
    }

    @Override
    public Runnable mark() {
        Map<HoldId, Hold> before = Copies.of(holds);
        List<StatusChange> historyBefore = List.copyOf(history);
        return () -> {
            holds.clear();
            holds.putAll(before);
            history.clear();
            history.addAll(historyBefore);
        };
    }
}
