package com.mypay.settlement.adapter.out.persistence;

import com.mypay.framework.persistence.Jdbc;
import com.mypay.settlement.domain.ImportId;
import com.mypay.settlement.domain.RejectedLine;
import com.mypay.settlement.domain.Slip;
import com.mypay.settlement.domain.SlipId;
import com.mypay.settlement.domain.SlipImport;
import com.mypay.settlement.domain.SlipImports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@link SlipImports} in the database: the import by JPA, its slips and lines in batches of plain rows. */
@ApplicationScoped
public class JpaSlipImports implements SlipImports {

    /** Oracle takes at most 1,000 in a list; shorter lists are filled up, so that there is one statement. */
    private static final int IN_LIST = 500;

    private static final String KNOWN =
            "SELECT " + SqlSlips.COLUMNS + " FROM SLIP S WHERE S.SLIP_ID IN (" + "?, ".repeat(IN_LIST - 1) + "?)";
    private static final String FRANCHISES = "SELECT FRANCHISE_ID FROM FRANCHISE";
    private static final String INSERT_REJECTED =
            "INSERT INTO REJECTED_LINE (IMPORT_ID, LINE_NO, REASON) VALUES (?, ?, ?)";
    private static final String REJECTED = "SELECT LINE_NO, REASON FROM REJECTED_LINE"
            + " WHERE IMPORT_ID = ? AND LINE_NO > ? ORDER BY IMPORT_ID, LINE_NO FETCH FIRST ? ROWS ONLY";

    @PersistenceContext
    private EntityManager entities;

    private final Jdbc jdbc;

    /** For the container, which injects the entity manager. */
    @Inject
    @SuppressWarnings("NullAway.Init")
    protected JpaSlipImports(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JpaSlipImports() {
        this(null);
    }

    public JpaSlipImports(EntityManager entities, Jdbc jdbc) {
        this.entities = entities;
        this.jdbc = jdbc;
    }

    @Override
    public void add(SlipImport slipImport) {
        entities.persist(slipImport);
        entities.flush();
    }

    @Override
    public Optional<SlipImport> find(ImportId id) {
        return Optional.ofNullable(entities.find(SlipImport.class, id.value()));
    }

    @Override
    public Optional<SlipImport> findByJob(long jobInstanceId) {
        return entities.createQuery("SELECT i FROM SlipImport i WHERE i.jobInstanceId = :job", SlipImport.class)
                .setParameter("job", jobInstanceId)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Map<SlipId, Slip> known(Collection<SlipId> ids) {
        Map<SlipId, Slip> known = new HashMap<>();
        List<String> texts = ids.stream().map(SlipId::value).toList();
        for (int from = 0; from < texts.size(); from += IN_LIST) {
            @Nullable Object[] list = new @Nullable Object[IN_LIST];
            Arrays.fill(list, texts.get(from));
            for (int i = 0; i < IN_LIST && from + i < texts.size(); i++) {
                list[i] = texts.get(from + i);
            }
            jdbc.query(KNOWN, SqlSlips::read, list).forEach(slip -> known.put(slip.id(), slip));
        }
        return known;
    }

    @Override
    public Set<Long> franchises() {
        return new HashSet<>(jdbc.query(FRANCHISES, row -> row.getLong("FRANCHISE_ID")));
    }

    @Override
    public void addSlips(ImportId id, List<Slip> slips, Instant receivedAt) {
        jdbc.batch(
                SqlSlips.INSERT,
                slips.stream()
                        .map(slip -> SqlSlips.values(slip, receivedAt, id))
                        .toList());
    }

    @Override
    public void addRejected(ImportId id, List<RejectedLine> lines) {
        jdbc.batch(
                INSERT_REJECTED,
                lines.stream()
                        .map(line -> new @Nullable Object[] {id.value(), line.number(), line.reason()})
                        .toList());
    }

    @Override
    public List<RejectedLine> rejected(ImportId id, long afterLine, int limit) {
        return jdbc.query(
                REJECTED,
                row -> new RejectedLine(row.getLong("LINE_NO"), row.getString("REASON")),
                id.value(),
                afterLine,
                limit);
    }
}
