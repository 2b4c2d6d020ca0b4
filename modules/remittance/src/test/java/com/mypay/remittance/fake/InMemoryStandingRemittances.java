package com.mypay.remittance.fake;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.frameworktest.fake.InMemoryTable;
import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.remittance.domain.StandingRemittance;
import com.mypay.remittance.domain.StandingRemittances;
import com.mypay.remittance.domain.StandingStatus;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link StandingRemittances} in memory. */
public final class InMemoryStandingRemittances implements StandingRemittances, RollsBack {

    private final InMemoryTable<String, StandingRemittance> rows = new InMemoryTable<>();

    @Override
    public void add(StandingRemittance standing) {
        if (!rows.add(standing.id(), standing)) {
            throw Duplicates.of(standing.id());
        }
    }

    @Override
    public Optional<StandingRemittance> find(String id) {
        return rows.find(id);
    }

    @Override
    public Optional<StandingRemittance> findForUpdate(String id) {
        return rows.find(id);
    }

    @Override
    public List<String> due(LocalDate today, String after, int atMost) {
        return rows.where(standing -> standing.isDue(today)).stream()
                .map(StandingRemittance::id)
                .filter(id -> id.compareTo(after) > 0)
                .sorted()
                .limit(atMost)
                .toList();
    }

    @Override
    public long active(MemberId sender) {
        return rows.where(standing ->
                        standing.content().sender().equals(sender) && standing.status() == StandingStatus.ACTIVE)
                .size();
    }

    @Override
    public List<StandingRemittance> ofSender(MemberId sender, PageRequest page) {
        return rows
                .where(standing -> standing.content().sender().equals(sender)
                        && (page.isFirst() || standing.id().compareTo(page.after()) < 0))
                .stream()
                .sorted(Comparator.comparing(StandingRemittance::id).reversed())
                .limit(page.rowsToRead())
                .toList();
    }

    @Override
    public Runnable mark() {
        return rows.mark();
    }

    @Override
    public void committed() {
        rows.committed();
    }
}
