package com.mypay.platform.schema;

import java.util.List;
import java.util.Locale;

/**
 * A schema with its scripts: an owner account of the same name, and the account a service works with.
 *
 * @param name in capitals, such as {@code MONEY}; its scripts lie in the folder of that name in small letters
 * @param applicationAccount has rights on rows and nothing else, such as {@code MONEY_APP}
 */
public record Schema(String name, String applicationAccount) {
    /**
     * All schemas of MyPay. The job repository is a second schema for settlement's application account; the
     * service logs has an account for each of its three logs.
     */
    public static final List<Schema> ALL = List.of(
            ofService("MEMBERSHIP"),
            ofService("BANKING"),
            ofService("MONEY"),
            ofService("REMITTANCE"),
            ofService("PAYMENT"),
            ofService("SETTLEMENT"),
            new Schema("SETTLEMENT_JOBS", "SETTLEMENT_APP"),
            ofService("IMAGELOG"),
            ofService("BUSINESSLOG"),
            ofService("ERRORLOG"));

    private static Schema ofService(String name) {
        return new Schema(name, name + "_APP");
    }

    /** The folder of its scripts. */
    public String folder() {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The environment variable with the password of an account, such as {@code MYPAY_DATABASE_MONEY_APP_PASSWORD}. */
    public static String passwordVariable(String account) {
        return "MYPAY_DATABASE_" + account + "_PASSWORD";
    }
}
