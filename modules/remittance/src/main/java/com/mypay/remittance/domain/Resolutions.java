package com.mypay.remittance.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What staff has found out about remittances in doubt. */
public interface Resolutions {

    int AT_MOST = 200;

    void add(Resolution resolution);

    /** For a change: nobody else changes it until the transaction ends. */
    Optional<Resolution> findForUpdate(String id);

    /** Of a remittance, in the order of the proposals. */
    List<Resolution> of(RemittanceId remittance);

    /** Of several remittances, at most {@value #AT_MOST}; of each in the order of the proposals. */
    List<Resolution> of(Collection<RemittanceId> remittances);
}
