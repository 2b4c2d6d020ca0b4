package com.mypay.framework.log;

import com.mypay.framework.config.ConfigurationException;
import com.mypay.framework.masking.Masking;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * How this service logs: the keys {@code mypay.log.*}, read once at the start.
 *
 * @param enabled whether lines are written at all
 * @param shipping whether they are brought to the broker; otherwise they wait in the spool
 * @param directory where all services of this server have their spools, a folder each
 * @param limitBytes what one service's spool may have
 * @param bodyLimit characters of a body that are shown; 0 shows none
 * @param masking which fields are masked
 */
public record LogSettings(
        boolean enabled, boolean shipping, Path directory, long limitBytes, int bodyLimit, Masking masking) {

    static final String ENABLED = "mypay.log.enabled";
    static final String SHIPPING = "mypay.log.shipping";
    public static final String DIRECTORY = "mypay.log.directory";
    static final String LIMIT = "mypay.log.limit-mib";
    static final String BODY_LIMIT = "mypay.log.body-limit";
    static final String MASKED_FIELDS = "mypay.log.masked-fields";

    private static final int LEAST_LIMIT_MIB = 16;
    private static final int GREATEST_LIMIT_MIB = 1_000_000;
    private static final int GREATEST_BODY_LIMIT = 8_192;

    /** @throws ConfigurationException naming the key and what may stand there */
    public static LogSettings of(Config config) {
        return new LogSettings(
                flag(config, ENABLED, true),
                flag(config, SHIPPING, true),
                directory(config),
                (long) number(config, LIMIT, 512, LEAST_LIMIT_MIB, GREATEST_LIMIT_MIB) << 20,
                number(config, BODY_LIMIT, 4_096, 0, GREATEST_BODY_LIMIT),
                masking(config));
    }

    private static boolean flag(Config config, String key, boolean otherwise) {
        Optional<String> text = config.getOptionalValue(key, String.class);
        if (text.isEmpty()) {
            return otherwise;
        }
        return switch (text.get()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ConfigurationException(key, "write true or false, not '" + text.get() + "'");
        };
    }

    private static int number(Config config, String key, int otherwise, int least, int greatest) {
        Optional<String> text = config.getOptionalValue(key, String.class);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= greatest) {
                return number;
            }
        }
        throw new ConfigurationException(
                key, "write a number from " + least + " to " + greatest + ", not '" + text.get() + "'");
    }

    private static Path directory(Config config) {
        String text = config.getOptionalValue(DIRECTORY, String.class).orElse("log-spool");
        try {
            return Path.of(text).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new ConfigurationException(DIRECTORY, "write a directory's path, not '" + text + "'");
        }
    }

    private static Masking masking(Config config) {
        try {
            return Masking.withFields(
                    config.getOptionalValue(MASKED_FIELDS, String.class).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(MASKED_FIELDS, String.valueOf(e.getMessage()));
        }
    }
}
