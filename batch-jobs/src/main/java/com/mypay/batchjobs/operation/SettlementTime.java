package com.mypay.batchjobs.operation;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.config.ConfigurationException;
import com.mypay.settlement.domain.BusinessCalendar;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * When the dates before today are settled: on business days from a time in Seoul on; and when other jobs begin, on each
 * day. From and not at, so that a server that was down at that time catches up.
 *
 * @param time empty: never
 */
record SettlementTime(Optional<LocalTime> time) {

    static final String KEY = "mypay.batch.settle.schedule";

    /** @param text {@code off} or {@code HH:mm} */
    static SettlementTime parse(String text) {
        return parse(KEY, text);
    }

    /** @param key whose value it is */
    static SettlementTime parse(String key, String text) {
        if (text.equals("off")) {
            return new SettlementTime(Optional.empty());
        }
        try {
            return new SettlementTime(Optional.of(LocalTime.parse(text)));
        } catch (DateTimeParseException e) {
            throw new ConfigurationException(key, "write off, or a time in Seoul such as 02:00, not " + text);
        }
    }

    boolean isOff() {
        return time.isEmpty();
    }

    boolean hasCome(Instant now, BusinessCalendar calendar) {
        ZonedDateTime seoul = now.atZone(BusinessClock.SEOUL);
        return calendar.isBusinessDay(seoul.toLocalDate()) && hasCome(now);
    }

    /** For what runs on other days, too. */
    boolean hasCome(Instant now) {
        LocalTime seoul = now.atZone(BusinessClock.SEOUL).toLocalTime();
        return time.map(begin -> !seoul.isBefore(begin)).orElse(false);
    }
}
