package com.mypay.framework.log;

import com.mypay.framework.context.CallContext;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Log lines of the product: the server's own {@code java.util.logging}, each line led by {@code [guid/hop]} of the
 * business transaction. Placeholders as in {@link java.text.MessageFormat}: {@code {0}}. Never write an account
 * number, a name, a phone number or a token into a line.
 */
public final class Log {

    private static final String NO_CALL = "-";

    /** Unicode's control characters and its two separators of lines and paragraphs. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\x{2028}\\x{2029}]+");

    private final Logger logger;

    private Log(Logger logger) {
        this.logger = logger;
    }

    public static Log of(Class<?> source) {
        return new Log(Logger.getLogger(source.getName()));
    }

    public void debug(String message, @Nullable Object... values) {
        log(Level.FINE, message, null, values);
    }

    public void info(String message, @Nullable Object... values) {
        log(Level.INFO, message, null, values);
    }

    public void warning(String message, @Nullable Object... values) {
        log(Level.WARNING, message, null, values);
    }

    /** Something of ours is broken and somebody has to look. */
    public void error(String message, Throwable cause, @Nullable Object... values) {
        log(Level.SEVERE, message, cause, values);
    }

    private void log(Level level, String message, @Nullable Throwable cause, @Nullable Object... values) {
        Supplier<String> line = () -> "[" + transaction() + "] "
                + (values.length == 0
                        ? message
                        : java.text.MessageFormat.format(message.replace("'", "''"), plain(values)));
        if (cause == null) {
            logger.log(level, line);
        } else {
            logger.log(level, cause, line);
        }
    }

    private static String transaction() {
        CallContext context = CallContext.currentOrNull();
        return context == null ? NO_CALL : context.guid() + "/" + context.hop();
    }

    /** Numbers without grouping, line breaks and a terminal's commands made harmless: a value can't forge a line. */
    private static @Nullable Object[] plain(@Nullable Object[] values) {
        @Nullable Object[] result = new @Nullable Object[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = CONTROLS.matcher(String.valueOf(values[i])).replaceAll(" ");
        }
        return result;
    }
}
