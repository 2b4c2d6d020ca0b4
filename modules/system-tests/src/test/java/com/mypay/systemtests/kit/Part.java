package com.mypay.systemtests.kit;

import java.util.Locale;

/** A process of an installation. */
public enum Part {
    DATABASE,
    BROKER,
    BANK,
    SERVER;

    String fileName() {
        return name().toLowerCase(Locale.ROOT) + ".pid";
    }
}
