package com.mypay.money.application;

import com.mypay.framework.value.MemberId;

/** The member has no money row yet: open one outside of this transaction, and do the work again. */
final class MoneyNotOpenedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient MemberId member;

    MoneyNotOpenedException(MemberId member) {
        super("no money of member " + member + " yet");
        this.member = member;
    }

    MemberId member() {
        return member;
    }
}
