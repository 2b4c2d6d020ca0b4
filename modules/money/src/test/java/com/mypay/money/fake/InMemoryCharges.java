package com.mypay.money.fake;

import com.mypay.frameworktest.fake.InMemoryLog;
import com.mypay.frameworktest.fake.InMemoryTable;
import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeId;
import com.mypay.money.domain.Charges;
import com.mypay.money.domain.StatusChange;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link Charges} in memory. */
public final class InMemoryCharges implements Charges, RollsBack {

    private final InMemoryTable<ChargeId, Charge> charges = new InMemoryTable<>();
    private final InMemoryLog<StatusChange> history = new InMemoryLog<>();

    public List<Charge> all() {
        return charges.all();
    }

    public List<StatusChange> history() {
        return history.all();
    }

    @Override
    public void add(Charge charge) {
        if (!charges.add(charge.id(), charge)) {
            throw new IllegalStateException("the charge is there already");
        }
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
        return charges.find(id);
    }

    @Override
    public List<Charge> ofCommand(String command) {
        return charges.where(charge -> command.equals(charge.command())).stream()
                .sorted(Comparator.comparing(charge -> charge.id().value()))
                .toList();
    }

    @Override
    public List<ChargeId> toAsk(Instant realNow, int atMost) {
        return charges
                .where(charge -> charge.status().isOpen() && !charge.askAfter().isAfter(realNow))
                .stream()
                .sorted(Comparator.comparing(Charge::askAfter))
                .limit(atMost)
                .map(Charge::id)
                .toList();
    }

    @Override
    public Runnable mark() {
        Runnable chargesBack = charges.mark();
        Runnable historyBack = history.mark();
        return () -> {
            chargesBack.run();
            historyBack.run();
        };
    }

    @Override
    public void committed() {
        charges.committed();
    }
}
