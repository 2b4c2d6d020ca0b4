package com.mypay.remittance.fake;

import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.remittance.domain.Senders;
import java.util.List;

/** {@link Tables} in memory. To be joined to the transactions that it is used in. */
public final class InMemoryTables implements Tables, RollsBack {

    private final InMemoryRemittances remittances = new InMemoryRemittances();
    private final InMemoryConfirmations confirmations = new InMemoryConfirmations();
    private final InMemoryPartners partners = new InMemoryPartners();
    private final InMemoryRemittanceFees fees = new InMemoryRemittanceFees();
    private final InMemoryStandingRemittances standings = new InMemoryStandingRemittances();
    private final InMemoryResolutions resolutions = new InMemoryResolutions();
    private final List<RollsBack> all = List.of(remittances, confirmations, partners, fees, standings, resolutions);

    @Override
    public InMemoryRemittances remittances() {
        return remittances;
    }

    @Override
    public Senders senders() {
        return remittances.senders();
    }

    @Override
    public InMemoryConfirmations confirmations() {
        return confirmations;
    }

    @Override
    public InMemoryPartners partners() {
        return partners;
    }

    @Override
    public InMemoryRemittanceFees fees() {
        return fees;
    }

    @Override
    public InMemoryStandingRemittances standings() {
        return standings;
    }

    @Override
    public InMemoryResolutions resolutions() {
        return resolutions;
    }

    @Override
    public Runnable mark() {
        List<Runnable> marks = all.stream().map(RollsBack::mark).toList();
        return () -> marks.forEach(Runnable::run);
    }

    @Override
    public void committed() {
        all.forEach(RollsBack::committed);
    }
}
