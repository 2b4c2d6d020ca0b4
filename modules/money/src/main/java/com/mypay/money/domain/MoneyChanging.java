package com.mypay.money.domain;

import com.mypay.framework.value.Won;

/**
 * One increase or decrease of a balance with its cause (머니 변동), as the history shows it.
 *
 * @param amount negative: a decrease
 * @param reference what it was for: a payment's id, a charge's
 */
public record MoneyChanging(
        MoneyChangingId id, Won amount, Won balanceAfter, Cause cause, String reference, Occasion occasion) {}
