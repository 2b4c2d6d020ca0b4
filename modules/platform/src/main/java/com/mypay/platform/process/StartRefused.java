package com.mypay.platform.process;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A process can't start as it was called: a missing setting, a port in use, a directory it may not write. Its message
 * is one line for a person, in Korean or English by locale, and says what to do.
 */
public final class StartRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param key the text's key in {@code messages.properties}
     * @param values what {@link String#format} puts into the text
     */
    public StartRefused(String key, Object... values) {
        super(text(key, values));
    }

    private static String text(String key, Object... values) {
        String pattern = ResourceBundle.getBundle("com.mypay.platform.messages", Locale.getDefault())
                .getString(key);
        return String.format(Locale.ROOT, pattern, values);
    }
}
