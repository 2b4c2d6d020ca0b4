package com.mypay.banksimulator.domain;

/** How the interest of an account is taxed (과세 구분). */
public enum TaxStatus {
    TAXABLE,
    TAX_FREE
}
