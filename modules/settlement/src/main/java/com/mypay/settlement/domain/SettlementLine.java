package com.mypay.settlement.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;

/**
 * What one slip comes to: there is one line per slip, in one cycle, so that any amount of a settlement can be explained.
 *
 * @param amount paid or cancelled, positive
 * @param commission signed: given back on a cancellation
 * @param net signed
 */
public record SettlementLine(SlipId slipId, MemberId franchiseId, SlipKind kind, Won amount, Won commission, Won net) {

    public static SettlementLine of(Slip slip) {
        return new SettlementLine(
                slip.id(), slip.franchiseId(), slip.kind(), slip.amount(), slip.commission(), slip.net());
    }
}
