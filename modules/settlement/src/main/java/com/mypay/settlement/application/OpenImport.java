package com.mypay.settlement.application;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.settlement.application.port.Jobs;
import com.mypay.settlement.domain.ImportId;
import com.mypay.settlement.domain.SlipImport;
import com.mypay.settlement.domain.SlipImports;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * Opens the import of a file that was read to its end and found good. Called again by the same job it finds its import
 * and changes nothing; one whose job has ended before its end is taken over, and goes on where that stopped.
 */
@Dependent
public class OpenImport {

    private final SlipImports imports;
    private final Transactions transactions;
    private final Clock clock;

    /** @param lines of the whole file, its header included */
    public record Command(ImportId id, String fileName, long lines, long jobInstanceId) {}

    @Inject
    public OpenImport(SlipImports imports, Transactions transactions, Clock clock) {
        this.imports = imports;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param jobs the runtime that the calling job runs in: it alone knows which jobs run
     * @throws RejectedException {@code IMPORT_ALREADY_DONE}, {@code IMPORT_ALREADY_RUNNING}; {@code IMPORT_CHANGED}
     *     where the file of a restarted job is not the one that it began with
     */
    public void open(Command command, Jobs jobs) {
        Optional<Long> owner = transactions.inTransaction(() -> ownerBefore(command));
        if (owner.isPresent() && owner.get() != command.jobInstanceId() && jobs.isRunning(owner.get())) {
            throw new RejectedException(SettlementProblem.IMPORT_ALREADY_RUNNING, command.fileName());
        }
        transactions.inTransaction(() -> openOrTakeOver(command, owner));
    }

    private Optional<Long> ownerBefore(Command command) {
        Optional<SlipImport> ofJob = imports.findByJob(command.jobInstanceId());
        if (ofJob.isPresent() && !ofJob.get().id().equals(command.id())) {
            throw new RejectedException(SettlementProblem.IMPORT_CHANGED, command.fileName());
        }
        Optional<SlipImport> before = imports.find(command.id());
        before.ifPresent(found -> refuseIfDone(found, command));
        return before.map(SlipImport::jobInstanceId);
    }

    /** @param owner what was found a moment ago: if it is another one now, another job was faster */
    private void openOrTakeOver(Command command, Optional<Long> owner) {
        Optional<SlipImport> before = imports.find(command.id());
        if (before.isEmpty()) {
            imports.add(SlipImport.opened(
                    command.id(),
                    command.fileName(),
                    command.lines(),
                    command.jobInstanceId(),
                    CallContext.current().guid().value(),
                    clock.instant()));
            return;
        }
        SlipImport found = before.get();
        refuseIfDone(found, command);
        if (found.jobInstanceId() != command.jobInstanceId()) {
            if (owner.isEmpty() || owner.get() != found.jobInstanceId()) {
                throw new RejectedException(SettlementProblem.IMPORT_ALREADY_RUNNING, command.fileName());
            }
            found.takenOverBy(command.jobInstanceId());
        }
    }

    private static void refuseIfDone(SlipImport found, Command command) {
        if (found.isDone() && found.jobInstanceId() != command.jobInstanceId()) {
            throw new RejectedException(SettlementProblem.IMPORT_ALREADY_DONE, command.fileName());
        }
    }
}
