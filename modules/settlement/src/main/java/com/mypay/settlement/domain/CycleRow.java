package com.mypay.settlement.domain;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A row of a cycle as its certificate knows it: everything in it that must never change again, written in one way.
 *
 * <p>The canonical form is the kind, then its values in the order that the kind names, with {@code |} between them:
 * numbers in plain digits, days as {@code 2011-12-05}, instants in UTC as {@code 2011-12-05T03:00:00Z}, with three or
 * six digits of the second's fraction if it has one, and {@code -} for nothing. No value contains a {@code |}.
 *
 * @param key where it stands among the rows of its kind
 * @param canonical its canonical form
 */
public record CycleRow(Kind kind, String key, String canonical) {

    /** The rows of a cycle, in the order in which they are sealed. */
    public enum Kind {
        /**
         * A line and the slip that it comes from. Of the line: slip, cycle, franchise, kind, amount, commission, net, GUID;
         * of the slip: cycle, kind, payment, franchise, member, amount, remaining before, basis points, moment of
         * approval, business date, GUID.
         */
        LINE,
        /**
         * Cycle, franchise, payment slips, cancellation slips, gross, cancelled, commission, net, carried in, outcome,
         * period, minimum payout, hold, GUID; of one that was decided by terms with them, also due on, payout delay, the
         * reserve's basis points and its days; then VAT's basis points, tiers, volume before, rebate and VAT.
         */
        SETTLEMENT,
        /** What was asked for; how it ends is told later. Cycle, franchise, payout, amount, moment of the request, GUID. */
        PAYOUT,
        /**
         * What was carried over by decision; what the bank refuses is carried over later. Cycle, franchise, amount, reason,
         * due on, moment, GUID. The key of a part other than DECIDED is the franchise, a colon and the part.
         */
        CARRY_OVER;

        /** The kind that is sealed after this one; {@code null} after the last. */
        public @Nullable Kind next() {
            return switch (this) {
                case LINE -> SETTLEMENT;
                case SETTLEMENT -> PAYOUT;
                case PAYOUT -> CARRY_OVER;
                case CARRY_OVER -> null;
            };
        }

        /** The order of the keys of this kind. */
        public Comparator<String> order() {
            return switch (this) {
                case LINE -> Comparator.comparing(SlipKey::parse);
                case SETTLEMENT, PAYOUT -> Comparator.comparing(Long::valueOf);
                case CARRY_OVER -> Comparator.comparing(CarryOver.Key::parse);
            };
        }
    }

    /** @param values numbers, days, instants and words, none of them {@code null} */
    public static CycleRow of(Kind kind, String key, Iterable<?> values) {
        return new CycleRow(kind, key, Hash.canonical(kind.name(), values));
    }

    /** SHA-256 of the canonical form. */
    public String fingerprint() {
        return Hash.of(canonical);
    }
}
