package com.mypay.settlement.application;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.transaction.Transactions;
import com.mypay.settlement.domain.ImportId;
import com.mypay.settlement.domain.RejectedLine;
import com.mypay.settlement.domain.Slip;
import com.mypay.settlement.domain.SlipId;
import com.mypay.settlement.domain.SlipImport;
import com.mypay.settlement.domain.SlipImport.Chunk;
import com.mypay.settlement.domain.SlipImports;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Copies some lines of another system's file into the replica: the import's chunk. A slip that is there already, and the
 * same, is left as it is; one that is there and says something else is rejected, and so is one of a franchise that
 * membership hasn't told of. It may be tried twice: slips, rejected lines and counts commit together with the checkpoint.
 */
@Dependent
public class ImportSlips {

    private final SlipImports imports;
    private final Transactions transactions;
    private final Clock clock;

    /** Read once: franchises are never deleted, and one that signs up while its slips are imported is one too late. */
    private final Set<Long> franchises = new HashSet<>();

    /**
     * A line of the file.
     *
     * @param number from 1
     * @param slip {@code null} where it can't be read
     * @param reason why it can't be read; {@code null} where it can
     */
    public record Line(
            long number, @Nullable Slip slip, @Nullable String reason) {

        public static Line of(long number, Slip slip) {
            return new Line(number, slip, null);
        }

        public static Line unreadable(long number, String reason) {
            return new Line(number, null, reason);
        }
    }

    /** @param lines in the file's order, at least one */
    public record Command(ImportId importId, List<Line> lines) {

        public Command {
            lines = List.copyOf(lines);
        }
    }

    @Inject
    public ImportSlips(SlipImports imports, Transactions transactions, Clock clock) {
        this.imports = imports;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return how many lines of this import were rejected so far */
    public long importLines(Command command) {
        return transactions.inTransaction(() -> {
            SlipImport running = imports.find(command.importId())
                    .orElseThrow(() -> new IllegalStateException("no import " + command.importId()));
            Sorted sorted = sort(command.lines());
            imports.addSlips(command.importId(), sorted.fresh, clock.instant());
            imports.addRejected(command.importId(), sorted.rejected);
            long last = command.lines().get(command.lines().size() - 1).number();
            running.took(new Chunk(last, sorted.fresh.size(), sorted.known, sorted.rejected.size()));
            return running.rejected();
        });
    }

    private static final class Sorted {
        final List<Slip> fresh = new ArrayList<>();
        final List<RejectedLine> rejected = new ArrayList<>();
        long known;
    }

    private Sorted sort(List<Line> lines) {
        Map<SlipId, Slip> known = new HashMap<>(imports.known(lines.stream()
                .map(Line::slip)
                .filter(Objects::nonNull)
                .map(Slip::id)
                .distinct()
                .toList()));
        LocalDate today = BusinessClock.businessDate(clock);
        Sorted sorted = new Sorted();
        for (Line line : lines) {
            Slip slip = line.slip();
            if (slip == null) {
                sorted.rejected.add(new RejectedLine(line.number(), String.valueOf(line.reason())));
                continue;
            }
            Slip before = known.get(slip.id());
            if (before != null && before.equals(slip)) {
                sorted.known++;
            } else if (before != null) {
                sorted.rejected.add(new RejectedLine(line.number(), "slip " + slip.id() + " is known, and differs"));
            } else if (slip.businessDate().isAfter(today)) {
                sorted.rejected.add(new RejectedLine(line.number(), "its date has not begun"));
            } else if (!isKnown(slip.franchiseId().value())) {
                sorted.rejected.add(new RejectedLine(line.number(), "franchise " + slip.franchiseId() + " is unknown"));
            } else {
                sorted.fresh.add(slip);
                known.put(slip.id(), slip);
            }
        }
        return sorted;
    }

    private boolean isKnown(long franchiseId) {
        if (franchises.isEmpty()) {
            franchises.addAll(imports.franchises());
        }
        return franchises.contains(franchiseId);
    }
}
