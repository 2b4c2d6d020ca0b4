package com.mypay.framework.log;

import java.util.Locale;

/** The three logs. */
public enum LogKind {
    /** 전문 로그: what passed an edge. */
    IMAGE(0),
    /** 거래 로그: what the business did. */
    BUSINESS(1),
    /** 오류 로그: what went wrong. */
    ERROR(2);

    /** How many there are. */
    public static final int COUNT = 3;

    private final int code;
    private final String address = "log." + name().toLowerCase(Locale.ROOT) + ".d";
    private final String contract = name().toLowerCase(Locale.ROOT) + "-log.v1";

    LogKind(int code) {
        this.code = code;
    }

    /** In the spool's files, from 0 to {@link #COUNT} without a hole: it never changes. */
    public int code() {
        return code;
    }

    /** {@code log.image.d07}. */
    public String address(int dayOfMonth) {
        return address + (dayOfMonth < 10 ? "0" : "") + dayOfMonth;
    }

    /** The message's contract, {@code image-log.v1}. */
    public String contract() {
        return contract;
    }
}
