package com.mypay.settlement.domain;

import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.CycleFigures.Figure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a cycle was when it was closed. Each certificate holds the hash of the one before, in the order in which cycles
 * were closed: nobody changes, removes or inserts one without breaking all that follow. It proves as much as the copies
 * of its hash that are kept elsewhere: the job's log has one.
 *
 * @param number 1, 2, 3 … without holes
 * @param contents what it certifies
 * @param previousHash of the certificate before; 64 zeros for the first
 * @param hash SHA-256 of the canonical form: {@code CERTIFICATE} and all values in the order of the records, as
 *     {@link CycleRow} writes them
 */
public record Certificate(long number, Contents contents, String previousHash, String hash) {

    /** What the first certificate follows. */
    public static final String START = Hash.NONE;

    /**
     * @param firstDate the earliest date that it settles; the last one is {@code businessDate}
     * @param lines their sums
     * @param members how many have paid
     * @param settlements how many
     * @param payouts asked for, whatever the bank has answered
     * @param carriedOver by decision; not what the bank refused
     * @param seals how many
     * @param sealsHash of the last one; 64 zeros if there is none
     * @param certifiedAt when the cycle was closed
     */
    public record Contents(
            CycleId cycleId,
            LocalDate firstDate,
            LocalDate businessDate,
            int cycleNumber,
            Instant frozenAt,
            LineTotals lines,
            long members,
            long settlements,
            Won carriedIn,
            Figure payouts,
            Figure carriedOver,
            int seals,
            String sealsHash,
            Instant certifiedAt,
            String guid) {

        private String canonical(long number, String previousHash) {
            return Hash.canonical(
                    "CERTIFICATE",
                    List.of(
                            number,
                            previousHash,
                            cycleId,
                            firstDate,
                            businessDate,
                            cycleNumber,
                            frozenAt,
                            lines.paymentSlips(),
                            lines.cancellationSlips(),
                            lines.gross().value(),
                            lines.cancelled().value(),
                            lines.commission().value(),
                            lines.net().value(),
                            members,
                            settlements,
                            carriedIn.value(),
                            payouts.count(),
                            payouts.amount().value(),
                            carriedOver.count(),
                            carriedOver.amount().value(),
                            seals,
                            sealsHash,
                            certifiedAt,
                            guid));
        }
    }

    public static Certificate of(long number, Contents contents, String previousHash) {
        return new Certificate(number, contents, previousHash, Hash.of(contents.canonical(number, previousHash)));
    }

    /** Whether it is as it was written. */
    public boolean isIntact() {
        return hash.equals(Hash.of(contents.canonical(number, previousHash)));
    }

    /** Whether a cycle still is what was certified. */
    public boolean describes(Cycle cycle) {
        LineTotals lines = contents.lines();
        return cycle.status() == CycleStatus.CLOSED
                && cycle.id().equals(contents.cycleId())
                && cycle.dates().first().equals(contents.firstDate())
                && cycle.businessDate().equals(contents.businessDate())
                && cycle.number() == contents.cycleNumber()
                && cycle.frozenAt().equals(contents.frozenAt())
                && cycle.guid().equals(contents.guid())
                && cycle.members().filter(count -> count == contents.members()).isPresent()
                && cycle.frozen().equals(lines.asFrozen())
                && cycle.commission().filter(lines.commission()::equals).isPresent()
                && cycle.net().filter(lines.net()::equals).isPresent()
                && cycle.rounding().filter(lines.rounding()::equals).isPresent()
                && cycle.franchises()
                        .filter(count -> count == contents.settlements())
                        .isPresent()
                && cycle.closedAt().filter(contents.certifiedAt()::equals).isPresent();
    }
}
