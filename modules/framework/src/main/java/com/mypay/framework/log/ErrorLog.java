package com.mypay.framework.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.value.Sha256;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line for each problem that somebody is told of, and for each failure that nobody waits for. No line has what an
 * exception quotes: a database's quotes the values that it refuses.
 */
public final class ErrorLog {

    private static final int MAX_CODE = 100;
    private static final int MAX_MESSAGE = 500;
    private static final int MAX_STACK = 4_096;
    private static final int MAX_FRAMES = 12;
    private static final int FINGERPRINT_BYTES = 8;
    private static final String OURS = "com.mypay.";
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9][0-9-]{5,}");

    private ErrorLog() {}

    /**
     * @param code as the caller gets it
     * @param kind INVALID, FORBIDDEN, NOT_FOUND, CONFLICT, REFUSED, UNAVAILABLE, UNKNOWN or BUG
     * @param status the HTTP status; 0 where nobody waits for an answer
     * @param message without personal data
     * @param failure what was thrown, where somebody may want to know from where; {@code null} for what was just refused
     */
    public static void write(String code, String kind, int status, String message, @Nullable Throwable failure) {
        LogWriter writer = LogWriter.current();
        if (writer == null) {
            return;
        }
        CallContext context = CallContext.currentOrNull();
        LogLine line = writer.line(writer.now(), context, LogWriter.operation(context))
                .text("code", code, MAX_CODE)
                .text("problemKind", kind, MAX_CODE)
                .number("status", status)
                .text("message", withoutValues(message), MAX_MESSAGE);
        if (failure != null) {
            line.text("fingerprint", fingerprint(failure), MAX_CODE).text("stack", stack(failure), MAX_STACK);
        }
        writer.write(LogKind.ERROR, line);
    }

    /** Of an exception, as a line may say it: its class, and its message without what that quotes. */
    public static String messageOf(Throwable failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    /** From the first quotation mark to the last one, and every number that could be an account's. */
    static String withoutValues(String message) {
        int first = firstQuote(message);
        String text = message;
        if (first >= 0) {
            int last = Math.max(message.lastIndexOf('\''), message.lastIndexOf('"'));
            text = message.substring(0, first) + "…" + message.substring(last + 1);
        }
        return LONG_NUMBER.matcher(text).replaceAll("…");
    }

    private static int firstQuote(String message) {
        int single = message.indexOf('\'');
        int twice = message.indexOf('"');
        return single < 0 ? twice : twice < 0 ? single : Math.min(single, twice);
    }

    /** The same for the same cause: exception classes and our own methods, without lines, which each build moves. */
    static String fingerprint(Throwable failure) {
        StringBuilder trait = new StringBuilder();
        for (Throwable cause = failure; cause != null && trait.length() < MAX_STACK; cause = next(cause)) {
            trait.append(cause.getClass().getName()).append('\n');
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (isOurs(frame)) {
                    trait.append(frame.getClassName())
                            .append('.')
                            .append(frame.getMethodName())
                            .append('\n');
                }
            }
        }
        byte[] hash = Sha256.digest().digest(trait.toString().getBytes(UTF_8));
        return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    }

    /** Classes and places, and no messages. */
    private static String stack(Throwable failure) {
        StringBuilder stack = new StringBuilder();
        for (Throwable cause = failure; cause != null && stack.length() < MAX_STACK; cause = next(cause)) {
            stack.append(stack.isEmpty() ? "" : "caused by ")
                    .append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            int shown = 0;
            for (int i = 0; i < frames.length && shown < MAX_FRAMES; i++) {
                if (i < 2 || isOurs(frames[i])) {
                    stack.append("\n  at ").append(frames[i]);
                    shown++;
                }
            }
            stack.append('\n');
        }
        return stack.toString();
    }

    /** Proxies and lambdas have other names at each start. */
    private static boolean isOurs(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith(OURS)
                && !name.contains("$")
                && !frame.getMethodName().contains("$");
    }

    private static @Nullable Throwable next(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == failure ? null : cause;
    }
}
