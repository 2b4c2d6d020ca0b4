package com.mypay.membership.domain;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.Won;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is agreed with a franchise about commission, beside the rate that payment keeps with each slip.
 *
 * @param vat on the commission
 * @param tiers by what it sells in a calendar month; {@link #rise}
 */
public record CommissionTerms(BasisPoints vat, List<Tier> tiers) {

    public static final CommissionTerms NONE = new CommissionTerms(BasisPoints.basisPoints(0), List.of());

    /**
     * @param from monthly volume above which it holds
     * @param discount given back of the part of the volume above it, up to the next tier
     */
    public record Tier(Won from, BasisPoints discount) {}

    public CommissionTerms {
        tiers = List.copyOf(tiers);
        if (!rise(tiers)) {
            throw new IllegalArgumentException("tiers that don't rise: " + tiers);
        }
    }

    /** Whether each begins above the one before it. */
    public static boolean rise(List<Tier> tiers) {
        for (int i = 1; i < tiers.size(); i++) {
            if (!tiers.get(i - 1).from().isLessThan(tiers.get(i).from())) {
                return false;
            }
        }
        return true;
    }

    public boolean isNone() {
        return vat.value() == 0 && tiers.isEmpty();
    }

    /** {@code 10000000:20 50000000:50}; a hyphen for none. */
    String tiersText() {
        return tiers.isEmpty()
                ? "-"
                : tiers.stream()
                        .map(tier -> tier.from().value() + ":" + tier.discount().value())
                        .collect(Collectors.joining(" "));
    }

    static List<Tier> parseTiers(String text) {
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
