package com.mypay.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What people read, in Korean or English by the machine's locale. */
public final class Text {

    private static final String BUNDLE = "com.mypay.cli.messages";
    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Text() {}

    /** The text of a key, with its values in place; numbers grouped by thousands. */
    public static String of(String key, Object... values) {
        return new MessageFormat(bundle().getString(key), Locale.getDefault()).format(values);
    }

    /** Which of two texts to take that come from somewhere else. */
    public static boolean isKorean() {
        return Locale.getDefault().getLanguage().equals("ko");
    }

    /** All texts; those of {@code --help} are taken out of it by picocli, as they stand there. */
    static ResourceBundle bundle() {
        return ResourceBundle.getBundle(BUNDLE, Locale.getDefault(), CONTROL);
    }
}
