package com.mypay.settlement.application;

import com.mypay.framework.transaction.Transactions;
import com.mypay.settlement.application.VerifyCertificates.Damage;
import com.mypay.settlement.application.VerifyCertificates.Found;
import com.mypay.settlement.domain.Certificate;
import com.mypay.settlement.domain.Certificates;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.CycleRow;
import com.mypay.settlement.domain.Seal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one certified cycle beside its seals: both are read once, in the same order, a few thousand at a time. What
 * a broken or missing seal covered can't be told any more; only the seal is named then.
 */
final class SealedRows {

    private final Certificates certificates;
    private final Transactions transactions;
    private final Certificate.Contents contents;
    private final Consumer<Found> found;
    private final Deque<CycleRow> page = new ArrayDeque<>();
    private CycleRow.Kind kind = CycleRow.Kind.LINE;
    private String readUpTo = "";
    private boolean kindEnded;
    private boolean gap;
    private int number;
    private String hash = Seal.START;
    private long rows;

    SealedRows(
            Certificates certificates,
            Transactions transactions,
            Certificate.Contents contents,
            Consumer<Found> found) {
        this.certificates = certificates;
        this.transactions = transactions;
        this.contents = contents;
        this.found = found;
    }

    /** Where an earlier call has stopped; from the beginning if that seal isn't what it was then. */
    void goOnBehind(int seal) {
        transactions.inTransaction(() -> certificates.seals(contents.cycleId(), seal - 1, 1)).stream()
                .filter(one -> one.number() == seal && one.isIntact())
                .forEach(one -> {
                    number = one.number();
                    hash = one.hash();
                    kind = one.kind();
                    readUpTo = one.lastKey();
                });
    }

    /**
     * @param atMost about so many rows
     * @return the seal behind which to go on; 0 if all were compared
     */
    int compare(long atMost) {
        List<Seal> seals = seals();
        while (!seals.isEmpty()) {
            seals.forEach(this::compare);
            if (rows >= atMost && !gap) {
                return number;
            }
            seals = seals();
        }
        if (number != contents.seals() || !hash.equals(contents.sealsHash())) {
            Damage damage = number < contents.seals() ? Damage.REMOVED : Damage.ADDED;
            tellOfSeal(number == contents.seals() ? Damage.CHANGED : damage, Math.max(contents.seals(), number));
        }
        CycleRow.@Nullable Kind next = kind;
        while (next != null) {
            next = endKind();
        }
        return 0;
    }

    /** How many rows were compared by this call. */
    long rows() {
        return rows;
    }

    private List<Seal> seals() {
        return transactions.inTransaction(
                () -> certificates.seals(contents.cycleId(), number, CertifyCycle.SEALS_AT_ONCE));
    }

    private void compare(Seal seal) {
        boolean readable = seal.isIntact() && kind.compareTo(seal.kind()) <= 0;
        if (seal.number() != number + 1) {
            tellOfSeal(Damage.REMOVED, number + 1);
        } else if (!readable || !seal.previousHash().equals(hash)) {
            tellOfSeal(Damage.CHANGED, seal.number());
        }
        number = seal.number();
        hash = seal.hash();
        if (readable) {
            compareRows(seal);
            gap = false;
        }
    }

    private void tellOfSeal(Damage damage, int seal) {
        found.accept(new Found(contents.businessDate(), contents.cycleId(), "SEAL", Integer.toString(seal), damage));
        gap = true;
    }

    private void compareRows(Seal seal) {
        while (kind.compareTo(seal.kind()) < 0) {
            endKind();
        }
        Map<String, String> expected = seal.byKey();
        CycleRow row = next();
        while (row != null && kind.order().compare(row.key(), seal.lastKey()) <= 0) {
            page.remove();
            rows++;
            String fingerprint = expected.remove(row.key());
            if (fingerprint == null) {
                if (!gap) {
                    tell(row.key(), Damage.ADDED);
                }
            } else if (!fingerprint.equals(row.fingerprint())) {
                tell(row.key(), Damage.CHANGED);
            }
            row = next();
        }
        expected.keySet().forEach(key -> tell(key, Damage.REMOVED));
    }

    /**
     * What is left of a kind stands behind its last seal.
     *
     * @return the kind that follows
     */
    private CycleRow.@Nullable Kind endKind() {
        CycleRow row = next();
        while (row != null) {
            page.remove();
            rows++;
            if (!gap) {
                tell(row.key(), Damage.ADDED);
            }
            row = next();
        }
        CycleRow.@Nullable Kind next = kind.next();
        kind = next == null ? kind : next;
        readUpTo = "";
        kindEnded = false;
        return next;
    }

    private void tell(String key, Damage damage) {
        found.accept(new Found(contents.businessDate(), contents.cycleId(), kind.name(), key, damage));
    }

    private @Nullable CycleRow next() {
        if (page.isEmpty() && !kindEnded) {
            CycleId id = contents.cycleId();
            page.addAll(transactions.inTransaction(
                    () -> certificates.rows(id, kind, readUpTo, Seal.ROWS * CertifyCycle.SEALS_AT_ONCE)));
            kindEnded = page.isEmpty();
            readUpTo = kindEnded ? readUpTo : page.getLast().key();
        }
        return page.peek();
    }
}
