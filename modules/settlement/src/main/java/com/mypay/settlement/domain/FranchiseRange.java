package com.mypay.settlement.domain;

import com.mypay.framework.value.MemberId;
import java.util.ArrayList;
import java.util.List;

/**
 * Franchises that one partition settles. Ranges and not hashes, because a range is one contiguous piece of the index
 * that the slips are read by; whole franchises, so that one franchise's sums grow in one place only.
 *
 * @param first inclusive
 * @param last inclusive
 */
public record FranchiseRange(MemberId first, MemberId last) {

    private static final long HIGHEST = 999_999_999_999_999_999L;

    /** @param slips how many slips the franchise has */
    public record Weight(MemberId franchiseId, long slips) {}

    public static FranchiseRange all() {
        return new FranchiseRange(new MemberId(1), new MemberId(HIGHEST));
    }

    public boolean contains(MemberId franchiseId) {
        return franchiseId.compareTo(first) >= 0 && franchiseId.compareTo(last) <= 0;
    }

    /**
     * Cuts all franchises into ranges with about the same number of slips each. The same weights always give the same
     * ranges: a restarted job cuts again and has to come to its old partitions.
     *
     * @param weights in the order of the franchises' ids
     * @return exactly {@code parts}, covering every id; some may be empty of slips
     */
    public static List<FranchiseRange> cut(List<Weight> weights, int parts) {
        long total = weights.stream().mapToLong(Weight::slips).sum();
        List<FranchiseRange> ranges = new ArrayList<>();
        long first = 1;
        long seen = 0;
        for (Weight weight : weights) {
            seen += weight.slips();
            boolean full = seen * parts >= total * (ranges.size() + 1);
            if (full && ranges.size() < parts - 1) {
                ranges.add(new FranchiseRange(new MemberId(first), weight.franchiseId()));
                first = weight.franchiseId().value() + 1;
            }
        }
        while (ranges.size() < parts - 1) {
            ranges.add(new FranchiseRange(new MemberId(first), new MemberId(first)));
            first++;
        }
        ranges.add(new FranchiseRange(new MemberId(first), new MemberId(HIGHEST)));
        return List.copyOf(ranges);
    }
}
