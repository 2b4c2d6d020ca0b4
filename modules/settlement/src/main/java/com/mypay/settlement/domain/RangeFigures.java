package com.mypay.settlement.domain;

import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.CycleFigures.Figure;

/**
 * What the cycles of some dates come to together, as it is now. Franchises and members count once, in how many cycles
 * they ever are.
 *
 * @param carried what these cycles have passed on to others: not what one of them has taken over from another
 * @param open payouts without a final answer
 */
public record RangeFigures(
        long cycles,
        FrozenSlips frozen,
        Won commission,
        Won net,
        long franchises,
        long members,
        Figure carried,
        Won paid,
        long open) {}
