package com.mypay.money.fake;

import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeId;
import com.mypay.money.domain.Charges;
import com.mypay.money.domain.StatusChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Charges} in memory. */
public final class InMemoryCharges implements Charges, RollsBack {

    private final Map<ChargeId, Charge> charges = new LinkedHashMap<>();
    private final List<StatusChange> history = new ArrayList<>();

    public List<Charge> all() {
        return List.copyOf(charges.values());
    }

    public List<StatusChange> history() {
        return List.copyOf(history);
    }

    @Override
    public void add(Charge charge) {
        charges.put(charge.id(), charge);
        changed(charge);
    }

    @Override
    public Optional<Charge> lock(ChargeId id) {
        return find(id);
    }

    @Override
    public void changed(Charge charge) {
        history.addAll(charge.takeNewSteps());
    }

    @Override
    public Optional<Charge> find(ChargeId id) {
        return Optional.ofNullable(charges.get(id));
    }

    @Override
    public List<Charge> ofCommand(String command) {
        return charges.values().stream()
                .filter(charge -> command.equals(charge.command()))
                .sorted(Comparator.comparing(charge -> charge.id().value()))
                .toList();
    }

    @Override
    public List<ChargeId> toAsk(Instant realNow, int atMost) {
        return charges.values().stream()
                .filter(charge -> charge.status().isOpen() && !charge.askAfter().isAfter(realNow))
                .sorted(Comparator.comparing(Charge::askAfter))
                .limit(atMost)
                .map(Charge::id)
                .toList();
    }

    @Override
    public Runnable mark() {
        Map<ChargeId, Charge> before = Copies.of(charges);
        List<StatusChange> historyBefore = List.copyOf(history);
        return () -> {
            charges.clear();
            charges.putAll(before);
            history.clear();
            history.addAll(historyBefore);
        };
    }
}
