package com.mypay.remittance.fake;

import com.mypay.frameworktest.fake.InMemoryTable;
import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.Resolution;
import com.mypay.remittance.domain.Resolutions;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@link Resolutions} in memory. */
public final class InMemoryResolutions implements Resolutions, RollsBack {

    private final InMemoryTable<String, Resolution> rows = new InMemoryTable<>();

    @Override
    public void add(Resolution resolution) {
        if (!rows.add(resolution.id(), resolution)) {
            throw Duplicates.of(resolution.id());
        }
    }

    @Override
    public Optional<Resolution> findForUpdate(String id) {
        return rows.find(id);
    }

    @Override
    public List<Resolution> of(RemittanceId remittance) {
        return of(Set.of(remittance));
    }

    @Override
    public List<Resolution> of(Collection<RemittanceId> remittances) {
        return rows.where(resolution -> remittances.contains(resolution.remittance())).stream()
                .sorted(Comparator.comparing(Resolution::id))
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
