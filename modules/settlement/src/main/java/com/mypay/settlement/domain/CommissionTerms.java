package com.mypay.settlement.domain;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.Won;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is agreed with a franchise about the commission of its slips, beside their rates.
 *
 * @param vat on the commission, taken from the franchise beside it
 * @param tiers by what it sells in a calendar month, rising; empty for none
 */
public record CommissionTerms(BasisPoints vat, List<Tier> tiers) {

    public static final CommissionTerms NONE = new CommissionTerms(BasisPoints.basisPoints(0), List.of());

    private static final int HALF_UP = 2;

    /**
     * @param from monthly volume (paid less cancelled) above which it holds; not negative
     * @param discount given back of the part of the volume above it, up to the next tier
     */
    public record Tier(Won from, BasisPoints discount) {}

    public CommissionTerms {
        tiers = List.copyOf(tiers);
        Won last = Won.won(-1);
        for (Tier tier : tiers) {
            if (!last.isLessThan(tier.from())) {
                throw new IllegalArgumentException("tiers that don't rise: " + tiers);
            }
            last = tier.from();
        }
    }

    /**
     * What the terms make of a cycle.
     *
     * @param volumeBefore what the franchise has sold in this month in the cycles that are decided already
     */
    public Charges of(LineTotals totals, Won volumeBefore) {
        Won volumeAfter = volumeBefore.plus(totals.gross()).minus(totals.cancelled());
        Won rebate = discountOn(volumeAfter).minus(discountOn(volumeBefore));
        return new Charges(volumeBefore, rebate, vatOn(totals.commission().minus(rebate)));
    }

    /**
     * All that is given back of a month's volume, rounded down. A cycle's rebate is the difference to what was given back
     * before it: together they come to this, however the month is cut into cycles.
     */
    private Won discountOn(Won volume) {
        long tenThousandths = 0;
        for (int i = 0; i < tiers.size(); i++) {
            Won upTo = i + 1 < tiers.size() ? volume.min(tiers.get(i + 1).from()) : volume;
            long part = Math.max(0, upTo.minus(tiers.get(i).from()).value());
            tenThousandths = Math.addExact(tenThousandths, Math.multiplyExact(part, (long)
                    tiers.get(i).discount().value()));
        }
        return Won.won(tenThousandths / BasisPoints.ONE_WHOLE);
    }

    private Won vatOn(Won commission) {
        return halfUp(Math.multiplyExact(commission.value(), (long) vat.value()));
    }

    /** Whole won of ten-thousandths, a half away from 0. */
    public static Won halfUp(long tenThousandths) {
        long whole = (Math.abs(tenThousandths) * HALF_UP + BasisPoints.ONE_WHOLE) / (BasisPoints.ONE_WHOLE * HALF_UP);
        return Won.won(Long.signum(tenThousandths) * whole);
    }

    /** The text form of the tiers: {@code 10000000:20 50000000:50}; a hyphen for none. */
    public String tiersText() {
        return tiers.isEmpty()
                ? "-"
                : tiers.stream()
                        .map(tier -> tier.from().value() + ":" + tier.discount().value())
                        .collect(Collectors.joining(" "));
    }

    public static List<Tier> parseTiers(String text) {
        List<Tier> tiers = new ArrayList<>();
        if (!text.equals("-")) {
            for (String each : text.split(" ", -1)) {
                String[] tier = each.split(":", 2);
                tiers.add(
                        new Tier(Won.won(Long.parseLong(tier[0])), BasisPoints.basisPoints(Integer.parseInt(tier[1]))));
            }
        }
        return tiers;
    }
}
