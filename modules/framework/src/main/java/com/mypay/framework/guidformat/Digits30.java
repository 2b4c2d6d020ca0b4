package com.mypay.framework.guidformat;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.Guid;
import com.mypay.framework.context.GuidFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 30 digits: the day in Seoul, the system's code (4), a sequence (18). {@code 20260302 0101 039600123100000012345}
 * without its blanks. The number that they are is the GUID's number. No place for the hop.
 *
 * <p>Of what MyPay issues, the sequence is the millisecond of the day (8), the service (1), the counter within the
 * millisecond (4), and 5 digits that differ if a clock was set back over a restart.
 */
@ApplicationScoped
public class Digits30 implements GuidFormat {

    private static final int FORMAT = 1;
    private static final int LENGTH = 30;
    private static final int RANDOM = 100_000;
    private static final Pattern FORM = Pattern.compile("20[0-9]{28}");
    private static final Pattern SYSTEM = Pattern.compile("[0-9]{4}");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    @Override
    public String name() {
        return "digits-30";
    }

    @Override
    public Optional<Reading> read(String text) {
        if (!FORM.matcher(text).matches() || !isDay(text.substring(0, 8))) {
            return Optional.empty();
        }
        return Optional.of(new Reading(NumberedGuid.of(FORMAT, new BigInteger(text)), 0));
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text, DAY);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    @Override
    public Optional<String> render(Guid guid, int hop) {
        return NumberedGuid.numberOf(FORMAT, guid)
                .map(BigInteger::toString)
                .filter(text -> text.length() == LENGTH && read(text).isPresent());
    }

    @Override
    public String issue(Drawn id, Issuer issuer) {
        if (!SYSTEM.matcher(issuer.system()).matches()) {
            throw new IllegalArgumentException("a system's code has 4 digits, not '" + issuer.system() + "'");
        }
        ZonedDateTime at = id.at().atZone(BusinessClock.SEOUL);
        return DAY.format(at)
                + issuer.system()
                + String.format(
                        Locale.ROOT,
                        "%08d%d%04d%05d",
                        at.get(ChronoField.MILLI_OF_DAY),
                        issuer.service(),
                        id.counter(),
                        id.random() % RANDOM);
    }
}
