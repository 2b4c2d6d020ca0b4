package com.mypay.settlement.domain;

import com.mypay.framework.value.MemberId;

/**
 * Where a slip stands in the order in which slips are settled: by franchise, then by slip. A settle step's position.
 *
 * @param franchiseId 1 is before every franchise that exists
 */
public record SlipKey(MemberId franchiseId, SlipId slipId) implements Comparable<SlipKey> {

    /** Slips of this franchise and no other come after it, all of them. */
    public static SlipKey before(MemberId franchiseId) {
        return new SlipKey(franchiseId, new SlipId("-"));
    }

    /** The text form of a checkpoint. */
    public static SlipKey parse(String text) {
        int colon = text.indexOf(':');
        return new SlipKey(
                new MemberId(Long.parseLong(text.substring(0, colon))), new SlipId(text.substring(colon + 1)));
    }

    @Override
    public int compareTo(SlipKey other) {
        int byFranchise = franchiseId.compareTo(other.franchiseId);
        return byFranchise != 0 ? byFranchise : slipId.compareTo(other.slipId);
    }

    @Override
    public String toString() {
        return franchiseId + ":" + slipId;
    }
}
