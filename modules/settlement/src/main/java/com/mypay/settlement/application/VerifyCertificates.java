package com.mypay.settlement.application;

import com.mypay.framework.transaction.Transactions;
import com.mypay.settlement.domain.Certificate;
import com.mypay.settlement.domain.Certificates;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.Cycles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares everything that was certified with what the database holds now, and names each row that was changed, removed
 * or added since. It reads only. Whoever could rewrite the whole chain from some cycle on leaves nothing that differs
 * here: the hash of the last certificate, which the log of each job has as well, tells that.
 */
@Dependent
public class VerifyCertificates {

    /** After so many rows the rest is left to the next call, also in the middle of a cycle. */
    private static final long ENOUGH_ROWS = 200_000;

    private static final int CERTIFICATES_AT_ONCE = 100;

    /** More findings than anybody reads one by one. */
    private static final int MOST_FOUND = 1_000;

    private final Certificates certificates;
    private final Cycles cycles;
    private final Transactions transactions;
    private final long enoughRows;

    /** What has happened to a row. */
    public enum Damage {
        CHANGED,
        REMOVED,
        ADDED
    }

    /**
     * A row that isn't what was certified.
     *
     * @param row CERTIFICATE, CYCLE, SEAL, LINE (or its slip), SETTLEMENT, PAYOUT, CARRY_OVER
     * @param key number of the certificate or seal, {@code franchise:slip} of a line, franchise of the others
     */
    public record Found(LocalDate businessDate, CycleId cycleId, String row, String key, Damage damage) {}

    /**
     * @param certificates how many were looked at
     * @param rows how many rows of their cycles
     * @param lastNumber of the last certificate that was looked at; 0 for none
     * @param lastHash its hash
     * @param next where the next call goes on; {@code null} at the end
     * @param nextSeal in the middle of the certificate behind that; 0: at its beginning
     */
    public record Verified(
            long certificates,
            long rows,
            long lastNumber,
            String lastHash,
            @Nullable Long next,
            int nextSeal,
            List<Found> found) {}

    @Inject
    public VerifyCertificates(Certificates certificates, Cycles cycles, Transactions transactions) {
        this(certificates, cycles, transactions, ENOUGH_ROWS);
    }

    VerifyCertificates(Certificates certificates, Cycles cycles, Transactions transactions, long enoughRows) {
        this.certificates = certificates;
        this.cycles = cycles;
        this.transactions = transactions;
        this.enoughRows = enoughRows;
    }

    /**
     * @param after the number of the certificate behind which to begin; 0 for all
     * @param afterSeal of the one behind that, what an earlier call has named as the next; 0 for all
     */
    public Verified verify(long after, int afterSeal) {
        List<Found> found = new ArrayList<>();
        long number = after;
        String hash = after == 0
                ? Certificate.START
                : transactions
                        .inTransaction(() -> certificates.find(after))
                        .map(Certificate::hash)
                        .orElse(Certificate.START);
        long looked = 0;
        long rows = 0;
        int seal = afterSeal;
        List<Certificate> page = after(number);
        while (!page.isEmpty()) {
            for (Certificate certificate : page) {
                if (seal == 0) {
                    checkLink(certificate, number, hash, found);
                    checkCycle(certificate, found);
                }
                SealedRows sealed = rowsOf(certificate, seal, found);
                seal = certificate.isIntact() ? sealed.compare(enoughRows - rows) : 0;
                rows += sealed.rows();
                if (seal > 0) {
                    return new Verified(looked, rows, number, hash, number, seal, first(found));
                }
                looked++;
                number = certificate.number();
                hash = certificate.hash();
                if (rows >= enoughRows || found.size() >= MOST_FOUND) {
                    return new Verified(looked, rows, number, hash, number, 0, first(found));
                }
            }
            page = after(number);
        }
        addUncertified(found);
        return new Verified(looked, rows, number, hash, null, 0, first(found));
    }

    private List<Certificate> after(long number) {
        return transactions.inTransaction(() -> certificates.after(number, CERTIFICATES_AT_ONCE));
    }

    private static List<Found> first(List<Found> found) {
        return List.copyOf(found.subList(0, Math.min(found.size(), MOST_FOUND)));
    }

    private static void checkLink(Certificate certificate, long number, String hash, List<Found> found) {
        boolean follows = certificate.number() == number + 1;
        if (!follows) {
            found.add(ofCertificate(certificate, number + 1, Damage.REMOVED));
        }
        if (!certificate.isIntact() || (follows && !certificate.previousHash().equals(hash))) {
            found.add(ofCertificate(certificate, certificate.number(), Damage.CHANGED));
        }
    }

    private static Found ofCertificate(Certificate certificate, long number, Damage damage) {
        Certificate.Contents contents = certificate.contents();
        return new Found(contents.businessDate(), contents.cycleId(), "CERTIFICATE", Long.toString(number), damage);
    }

    private void checkCycle(Certificate certificate, List<Found> found) {
        Certificate.Contents contents = certificate.contents();
        if (!certificate.isIntact()) {
            return;
        }
        Optional<Boolean> cycle =
                transactions.inTransaction(() -> cycles.find(contents.cycleId()).map(certificate::describes));
        if (!cycle.orElse(false)) {
            found.add(new Found(
                    contents.businessDate(),
                    contents.cycleId(),
                    "CYCLE",
                    contents.cycleId().value(),
                    cycle.isPresent() ? Damage.CHANGED : Damage.REMOVED));
        }
    }

    private SealedRows rowsOf(Certificate certificate, int afterSeal, List<Found> found) {
        SealedRows sealed = new SealedRows(certificates, transactions, certificate.contents(), one -> {
            if (found.size() < MOST_FOUND) {
                found.add(one);
            }
        });
        if (afterSeal > 0) {
            sealed.goOnBehind(afterSeal);
        }
        return sealed;
    }

    /** Also where the last certificates were taken away. */
    private void addUncertified(List<Found> found) {
        transactions.inTransaction(() -> certificates.uncertified(MOST_FOUND).forEach(id -> {
            Cycle cycle = cycles.find(id).orElseThrow();
            found.add(new Found(cycle.businessDate(), id, "CERTIFICATE", "-", Damage.REMOVED));
        }));
    }
}
