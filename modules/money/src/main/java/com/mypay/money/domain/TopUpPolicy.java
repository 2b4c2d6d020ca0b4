package com.mypay.money.domain;

import com.mypay.framework.value.Won;

/**
 * How much a top-up (자동 충전) charges when {@code S} won are missing. Each call of a bank costs a fixed fee, so tiny
 * charges are avoided. With the usual 10,000 won: 2,500 missing for a payment charges 10,000; 12,300 missing charges
 * 12,300; 12,300 missing for a remittance charges 20,000.
 *
 * @param paymentMinimum for a payment the larger of this and {@code S}
 * @param remittanceUnit for a remittance {@code S} rounded up to the next multiple of this
 */
public record TopUpPolicy(Won paymentMinimum, Won remittanceUnit) {

    public TopUpPolicy {
        if (paymentMinimum.isNegative() || !remittanceUnit.isPositive()) {
            throw new IllegalArgumentException("a top-up's minimum and unit are positive");
        }
    }

    /** @param shortage positive */
    public Won amountFor(TopUpRule rule, Won shortage) {
        return switch (rule) {
            case PAYMENT -> shortage.max(paymentMinimum);
            case REMITTANCE -> shortage.roundedUpTo(remittanceUnit);
            case NONE -> throw new IllegalArgumentException("no top-up is wanted");
        };
    }
}
