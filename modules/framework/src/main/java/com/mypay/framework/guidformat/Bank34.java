package com.mypay.framework.guidformat;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.Guid;
import com.mypay.framework.context.GuidFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 34 characters as banks have them: time in Seoul to the millisecond (17), the system's code (8 letters and digits), a
 * sequence (7 digits), the hop (진행번호, 2 digits). {@code 20260302110000123 MYPAY015 0000042 00} without its blanks. All
 * of it but the hop is one number, the GUID's.
 *
 * <p>Of what MyPay issues, the code is the server's (7) and the service's digit, the sequence is the counter within the
 * millisecond (4) and 3 digits that differ if a clock was set back over a restart.
 */
@ApplicationScoped
public class Bank34 implements GuidFormat {

    private static final int FORMAT = 2;
    private static final int RADIX = 36;
    private static final int MAX_HOP = 99;
    private static final int RANDOM = 1_000;
    private static final BigInteger SYSTEMS = BigInteger.valueOf(RADIX).pow(8);
    private static final BigInteger SEQUENCES = BigInteger.TEN.pow(7);
    private static final Pattern FORM = Pattern.compile("(20[0-9]{15})([A-Z0-9]{8})([0-9]{7})([0-9]{2})");
    private static final Pattern SYSTEM = Pattern.compile("[A-Z0-9]{7}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS").withResolverStyle(ResolverStyle.STRICT);

    @Override
    public String name() {
        return "bank-34";
    }

    @Override
    public Optional<Reading> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int hop = Integer.parseInt(form.group(4));
        return millis(form.group(1))
                .map(millis -> millis.multiply(SYSTEMS)
                        .add(new BigInteger(form.group(2), RADIX))
                        .multiply(SEQUENCES)
                        .add(new BigInteger(form.group(3))))
                .map(number -> new Reading(NumberedGuid.of(FORMAT, number), hop));
    }

    /** Of the time as it is written, whatever the zone: a number with no gaps and nothing twice. */
    private static Optional<BigInteger> millis(String time) {
        try {
            long millis =
                    LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC).toEpochMilli();
            return Optional.of(BigInteger.valueOf(millis));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> render(Guid guid, int hop) {
        return NumberedGuid.numberOf(FORMAT, guid)
                .filter(number -> number.compareTo(SYSTEMS.multiply(SEQUENCES).shiftLeft(48)) < 0)
                .map(number -> text(number, Math.min(Math.max(hop, 0), MAX_HOP)))
                .filter(text -> read(text).isPresent());
    }

    private static String text(BigInteger number, int hop) {
        BigInteger[] rest = number.divideAndRemainder(SEQUENCES);
        BigInteger[] timeAndSystem = rest[0].divideAndRemainder(SYSTEMS);
        Instant written = Instant.ofEpochMilli(timeAndSystem[0].longValueExact());
        String system = timeAndSystem[1].toString(RADIX).toUpperCase(Locale.ROOT);
        return TIME.format(written.atZone(ZoneOffset.UTC))
                + "0".repeat(8 - system.length())
                + system
                + String.format(Locale.ROOT, "%07d%02d", rest[1].longValueExact(), hop);
    }

    @Override
    public String issue(Drawn id, Issuer issuer) {
        if (!SYSTEM.matcher(issuer.system()).matches()) {
            throw new IllegalArgumentException(
                    "a server's code has 7 capital letters and digits, not '" + issuer.system() + "'");
        }
        return TIME.format(id.at().atZone(BusinessClock.SEOUL))
                + issuer.system()
                + issuer.service()
                + String.format(Locale.ROOT, "%04d%03d00", id.counter(), id.random() % RANDOM);
    }
}
