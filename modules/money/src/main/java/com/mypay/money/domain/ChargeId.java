package com.mypay.money.domain;

/**
 * Names a charge.
 *
 * @param value 32 hex digits
 */
public record ChargeId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
