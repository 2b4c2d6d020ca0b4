package com.mypay.money.domain;

/**
 * Names a hold.
 *
 * @param value 32 hex digits
 */
public record HoldId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
