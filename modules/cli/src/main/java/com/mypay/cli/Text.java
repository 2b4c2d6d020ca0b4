package com.mypay.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What people read, in Korean or English by the machine's locale. */
public final class Text {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(
            "com.mypay.cli.messages",
            Locale.getDefault(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Text() {}

    /** The text of a key, with its values in place; numbers grouped by thousands. */
    public static String of(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), Locale.getDefault()).format(values);
    }
}
