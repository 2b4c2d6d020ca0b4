package com.mypay.money.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One step in the life of a charge or a hold. Never changed. */
@Entity
@Table(name = "STATUS_HISTORY")
@IdClass(StatusChange.Key.class)
public class StatusChange {

    static final String CHARGE = "CHARGE";
    static final String HOLD = "HOLD";

    @Id
    @Column(name = "SUBJECT_ID")
    private String subjectId;

    @Id
    @Column(name = "STEP_NO")
    private int stepNo;

    @Column(name = "SUBJECT")
    private String subject;

    @Column(name = "FROM_STATUS")
    private @Nullable String from;

    @Column(name = "TO_STATUS")
    private String to;

    @Column(name = "REASON_CODE")
    private @Nullable String reasonCode;

    @Column(name = "CHANGED_AT")
    private Instant changedAt;

    @Column(name = "GUID")
    private String guid;

    @SuppressWarnings("NullAway")
    protected StatusChange() {}

    private StatusChange(
            String subject,
            String subjectId,
            int stepNo,
            @Nullable Enum<?> from,
            Enum<?> to,
            @Nullable String reasonCode,
            Occasion occasion) {
        this.subject = subject;
        this.subjectId = subjectId;
        this.stepNo = stepNo;
        this.from = from == null ? null : from.name();
        this.to = to.name();
        this.reasonCode = reasonCode;
        this.changedAt = occasion.at();
        this.guid = occasion.guid();
    }

    /** @param from {@code null} for the first step */
    static StatusChange of(
            String subject,
            String subjectId,
            int stepNo,
            @Nullable Enum<?> from,
            Enum<?> to,
            @Nullable String reasonCode,
            Occasion occasion) {
        return new StatusChange(subject, subjectId, stepNo, from, to, reasonCode, occasion);
    }

    public String subjectId() {
        return subjectId;
    }

    public int stepNo() {
        return stepNo;
    }

    public @Nullable String from() {
        return from;
    }

    public String to() {
        return to;
    }

    public @Nullable String reasonCode() {
        return reasonCode;
    }

    /** What JPA wants of a key with two columns. */
    public static class Key {

        private @Nullable String subjectId;
        private int stepNo;

        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && stepNo == key.stepNo && Objects.equals(subjectId, key.subjectId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(subjectId, stepNo);
        }
    }
}
