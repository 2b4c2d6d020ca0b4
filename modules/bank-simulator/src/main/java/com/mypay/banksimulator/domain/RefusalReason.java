package com.mypay.banksimulator.domain;

/** Why a bank refuses a transfer; nothing has moved then. Checked in this order. */
public enum RefusalReason {
    BANK_REFUSED("은행이 거절했습니다 / the bank refused"),
    NO_ACCOUNT("계좌가 없습니다 / no such account"),
    ACCOUNT_CLOSED("해지된 계좌입니다 / the account is closed"),
    LIMIT_EXCEEDED("이체 한도를 넘었습니다 / over the bank's limit for one transfer"),
    INSUFFICIENT_FUNDS("잔액이 부족합니다 / insufficient funds");

    private final String text;

    RefusalReason(String text) {
        this.text = text;
    }

    /** For people, in Korean and English. */
    public String text() {
        return text;
    }
}
