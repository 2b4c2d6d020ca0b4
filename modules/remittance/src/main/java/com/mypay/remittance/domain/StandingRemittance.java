package com.mypay.remittance.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A standing remittance (자동 송금): the same money to the same payee, once on a date or each month. On its business date a
 * remittance is requested, which then goes its own way; days that were missed are caught up with one.
 */
@Entity
@Table(name = "STANDING_REMITTANCE")
@Access(AccessType.FIELD)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // JPA sets and reads the fields
public class StandingRemittance {

    /** So many a sender may have active. */
    public static final int MAX_ACTIVE = 50;

    /** Nothing begins later than this. */
    public static final int MAX_MONTHS_AHEAD = 12;

    @Id
    @Column(name = "STANDING_ID")
    private String id;

    @Column(name = "SENDER_ID")
    private MemberId senderId;

    @Embedded
    private PayeeData payee;

    @Column(name = "AMOUNT_WON")
    private Won amount;

    @Column(name = "MEMO")
    private @Nullable String memo;

    @Column(name = "ON_DATE")
    private @Nullable LocalDate onDate;

    @Column(name = "DAY_OF_MONTH")
    private @Nullable Integer dayOfMonth;

    @Column(name = "UNTIL_DATE")
    private @Nullable LocalDate untilDate;

    @Column(name = "NEXT_DATE")
    private @Nullable LocalDate nextDate;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private StandingStatus status;

    @Column(name = "CREATED_TIMESTAMP")
    private Instant createdAt;

    @Column(name = "GUID")
    private String guid;

    @Version
    @Column(name = "VERSION_NO")
    private long version;

    protected StandingRemittance() {}

    /**
     * What is sent each time.
     *
     * @param memo a note of the sender; it goes to the bank of a payee's account, not to members. May be empty
     */
    public record Content(MemberId sender, Payee payee, Won amount, String memo) {}

    /** @param first the first business date, as the schedule says it */
    public static StandingRemittance scheduled(
            String id, Content content, Schedule schedule, LocalDate first, String guid, Instant now) {
        StandingRemittance standing = new StandingRemittance();
        standing.id = id;
        standing.senderId = content.sender();
        standing.payee = PayeeData.of(content.payee());
        standing.amount = content.amount();
        standing.memo = content.memo().isEmpty() ? null : content.memo();
        standing.onDate = schedule.onDate();
        standing.dayOfMonth = schedule.dayOfMonth();
        standing.untilDate = schedule.until();
        standing.nextDate = first;
        standing.status = StandingStatus.ACTIVE;
        standing.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        standing.guid = guid;
        return standing;
    }

    public boolean isDue(LocalDate today) {
        return nextDate != null && !nextDate.isAfter(today);
    }

    /** The one that was due is requested: on to the next date after today, if there is one. */
    public void requested(LocalDate today) {
        if (!isDue(today)) {
            throw new IllegalStateException("standing remittance " + id + " isn't due on " + today);
        }
        nextDate = schedule().from(today.plusDays(1)).orElse(null);
        if (nextDate == null) {
            become(StandingStatus.ENDED);
        }
    }

    public void cancel() {
        become(StandingStatus.CANCELLED);
        nextDate = null;
    }

    private void become(StandingStatus next) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("a standing remittance doesn't go from " + status + " to " + next);
        }
        status = next;
    }

    public String id() {
        return id;
    }

    public Content content() {
        return new Content(senderId, payee.payee(), amount, memo == null ? "" : memo);
    }

    public Schedule schedule() {
        return new Schedule(onDate, dayOfMonth, untilDate);
    }

    /** The business date of the next one; empty if none follows. */
    public Optional<LocalDate> nextDate() {
        return Optional.ofNullable(nextDate);
    }

    public StandingStatus status() {
        return status;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
