package com.mypay.settlement.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Files of other systems' slips, and what comes of their lines. */
public interface SlipImports {

    /** Writes it at once: the second one of its content fails here. */
    void add(SlipImport slipImport);

    Optional<SlipImport> find(ImportId id);

    /** The one that a job instance has opened or taken over. */
    Optional<SlipImport> findByJob(long jobInstanceId);

    /** Those of these slips that the replica has, from wherever they came. */
    Map<SlipId, Slip> known(Collection<SlipId> ids);

    /** All franchises that membership has told of. */
    Set<Long> franchises();

    void addSlips(ImportId id, List<Slip> slips, Instant receivedAt);

    void addRejected(ImportId id, List<RejectedLine> lines);

    /** In the order of the lines. */
    List<RejectedLine> rejected(ImportId id, long afterLine, int limit);
}
