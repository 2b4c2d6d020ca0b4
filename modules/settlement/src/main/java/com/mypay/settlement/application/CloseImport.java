package com.mypay.settlement.application;

import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.mypay.framework.transaction.Transactions;
import com.mypay.settlement.domain.ImportId;
import com.mypay.settlement.domain.SlipImport;
import com.mypay.settlement.domain.SlipImports;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Notes that a file is in and its rejected lines are told. Called again it changes nothing. */
@Dependent
public class CloseImport {

    private final SlipImports imports;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public CloseImport(SlipImports imports, Transactions transactions, Clock clock) {
        this.imports = imports;
        this.transactions = transactions;
        this.clock = clock;
    }

    public void close(ImportId id) {
        transactions.inTransaction(() -> {
            SlipImport found = imports.find(id).orElseThrow(() -> new IllegalStateException("no import " + id));
            if (!found.isDone()) {
                found.done(clock.instant());
                BusinessLog.event(BusinessEvent.SLIPS_IMPORTED)
                        .reference("importId", id.value())
                        .detail("slips", found.imported())
                        .detail("knownBefore", found.known())
                        .detail("rejectedLines", found.rejected())
                        .write();
            }
        });
    }
}
