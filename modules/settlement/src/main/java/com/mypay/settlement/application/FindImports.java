package com.mypay.settlement.application;

import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.settlement.domain.ImportId;
import com.mypay.settlement.domain.RejectedLine;
import com.mypay.settlement.domain.SlipImport;
import com.mypay.settlement.domain.SlipImports;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Queries of imported files. */
@Dependent
public class FindImports {

    private final SlipImports imports;
    private final Transactions transactions;

    @Inject
    public FindImports(SlipImports imports, Transactions transactions) {
        this.imports = imports;
        this.transactions = transactions;
    }

    /** Of a job instance; empty before its file was found good. */
    public Optional<SlipImport> ofJob(long jobInstanceId) {
        return transactions.inTransaction(() -> imports.findByJob(jobInstanceId));
    }

    /** @throws RejectedException {@code IMPORT_NOT_FOUND} */
    public SlipImport byJob(long jobInstanceId) {
        return ofJob(jobInstanceId)
                .orElseThrow(() ->
                        new RejectedException(SettlementProblem.IMPORT_NOT_FOUND, "job instance " + jobInstanceId));
    }

    public List<RejectedLine> rejected(ImportId id, long afterLine, int limit) {
        return transactions.inTransaction(() -> imports.rejected(id, afterLine, limit));
    }
}
