package com.mypay.settlement.application;

import com.mypay.framework.log.Log;
import com.mypay.framework.transaction.Transactions;
import com.mypay.settlement.domain.CarryReason;
import com.mypay.settlement.domain.Certificate;
import com.mypay.settlement.domain.Certificates;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleFigures;
import com.mypay.settlement.domain.CycleFigures.Figure;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.CycleRow;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.Seal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Seals a cycle's rows, and certifies it when it is closed. The seals are written a few thousand rows at a time, each
 * time in a transaction of its own: whoever is killed goes on behind the last seal. It is done after the settle step, so
 * that nobody waits for it there.
 */
@Dependent
public class CertifyCycle {

    private static final Log LOG = Log.of(CertifyCycle.class);
    /** So many are written in one transaction, and read at once. */
    static final int SEALS_AT_ONCE = 12;

    private final Certificates certificates;
    private final Transactions transactions;

    @Inject
    public CertifyCycle(Certificates certificates, Transactions transactions) {
        this.certificates = certificates;
        this.transactions = transactions;
    }

    /** All rows of a cycle whose franchises are decided; what is sealed already is not sealed again. */
    public void seal(CycleId id) {
        boolean more = true;
        while (more) {
            more = transactions.inTransaction(() -> sealNext(id));
        }
    }

    private boolean sealNext(CycleId id) {
        Optional<Seal> last = certificates.lastSeal(id);
        CycleRow.Kind kind = last.map(Seal::kind).orElse(CycleRow.Kind.LINE);
        List<CycleRow> rows =
                certificates.rows(id, kind, last.map(Seal::lastKey).orElse(""), Seal.ROWS * SEALS_AT_ONCE);
        CycleRow.Kind next = kind.next();
        while (rows.isEmpty() && next != null) {
            rows = certificates.rows(id, next, "", Seal.ROWS * SEALS_AT_ONCE);
            next = next.next();
        }
        certificates.addSeals(seals(id, last, rows));
        return !rows.isEmpty();
    }

    private static List<Seal> seals(CycleId id, Optional<Seal> last, List<CycleRow> rows) {
        List<Seal> seals = new ArrayList<>();
        int number = last.map(Seal::number).orElse(0);
        String hash = last.map(Seal::hash).orElse(Seal.START);
        for (int from = 0; from < rows.size(); from += Seal.ROWS) {
            number++;
            Seal seal = Seal.of(id, number, hash, rows.subList(from, Math.min(from + Seal.ROWS, rows.size())));
            hash = seal.hash();
            seals.add(seal);
        }
        return seals;
    }

    /** In the transaction that closes the cycle. */
    Certificate certify(Cycle cycle, CycleFigures figures, LineTotals lines, Instant at) {
        certificates.lockChain();
        Optional<Certificate> before = certificates.last();
        Optional<Seal> seal = certificates.lastSeal(cycle.id());
        Figure payouts = figures.payouts().values().stream().reduce(Figure.NONE, Figure::plus);
        Figure refused = figures.carried(CarryReason.REFUSED);
        Figure carried = figures.allCarried();
        Certificate certificate = Certificate.of(
                before.map(Certificate::number).orElse(0L) + 1,
                new Certificate.Contents(
                        cycle.id(),
                        cycle.dates().first(),
                        cycle.businessDate(),
                        cycle.number(),
                        cycle.frozenAt(),
                        lines,
                        cycle.members().orElse(0L),
                        figures.franchises(),
                        figures.carriedIn(),
                        payouts,
                        new Figure(
                                carried.count() - refused.count(),
                                carried.amount().minus(refused.amount())),
                        seal.map(Seal::number).orElse(0),
                        seal.map(Seal::hash).orElse(Seal.START),
                        at,
                        cycle.guid()),
                before.map(Certificate::hash).orElse(Certificate.START));
        certificates.add(certificate);
        // A copy outside of the database: the chain alone doesn't tell whether all of it was written anew
        transactions.afterCommit(() -> LOG.info(
                "certificate {0}, cycle {1} of {2}: {3}",
                Long.toString(certificate.number()), cycle.id(), cycle.businessDate(), certificate.hash()));
        return certificate;
    }
}
