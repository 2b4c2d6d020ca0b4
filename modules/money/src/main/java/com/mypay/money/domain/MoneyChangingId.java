package com.mypay.money.domain;

import com.mypay.framework.value.MemberId;

/**
 * Names one money changing: {@code 1001-17} is the 17th of member 1001.
 *
 * @param number 1, 2, 3 … without gaps
 */
public record MoneyChangingId(MemberId member, long number) {

    @Override
    public String toString() {
        return member + "-" + number;
    }
}
