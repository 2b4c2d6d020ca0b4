package com.mypay.settlement.domain;

import com.mypay.framework.value.Won;

/**
 * What a franchise's terms add to its lines in one cycle.
 *
 * @param volumeBefore what it had sold in the month before; 0 where it has no tiers, for nothing depends on it
 * @param rebate of the commission, by its volume; negative where cancellations take back what was given
 * @param vat on the commission less the rebate, a half won rounded away from 0
 */
public record Charges(Won volumeBefore, Won rebate, Won vat) {

    public static final Charges NONE = new Charges(Won.ZERO, Won.ZERO, Won.ZERO);

    /** What the franchise earns of what its lines come to. */
    public Won on(Won net) {
        return net.plus(rebate).minus(vat);
    }
}
