package com.mypay.banking.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One step in the life of a registered bank account; written once, never changed. */
@Entity
@Table(name = "REGISTERED_ACCOUNT_HISTORY")
@IdClass(RegisteredAccountStep.Key.class)
@SuppressWarnings("NullAway.Init")
public class RegisteredAccountStep {

    @Id
    @Column(name = "ACCOUNT_ID")
    private String accountId;

    @Id
    @Column(name = "STEP_NO")
    private int stepNo;

    @Enumerated(EnumType.STRING)
    @Column(name = "FROM_STATUS")
    private @Nullable RegisteredAccountStatus fromStatus;

    @Enumerated(EnumType.STRING)
    @Column(name = "TO_STATUS")
    private RegisteredAccountStatus toStatus;

    @Column(name = "CHANGED_BY")
    private String changedBy;

    @Column(name = "CHANGED_AT")
    private Instant changedAt;

    private String guid;

    /** For JPA. */
    protected RegisteredAccountStep() {}

    RegisteredAccountStep(
            String accountId,
            int stepNo,
            @Nullable RegisteredAccountStatus fromStatus,
            RegisteredAccountStatus toStatus,
            RegisteredBankAccount.Change change) {
        this.accountId = accountId;
        this.stepNo = stepNo;
        this.fromStatus = fromStatus;
        this.toStatus = toStatus;
        this.changedBy = change.by();
        this.changedAt = change.at();
        this.guid = change.guid();
    }

    public String accountId() {
        return accountId;
    }

    /** 1, 2, … within its account. */
    public int stepNo() {
        return stepNo;
    }

    /** Empty for the registration. */
    public @Nullable RegisteredAccountStatus fromStatus() {
        return fromStatus;
    }

    public RegisteredAccountStatus toStatus() {
        return toStatus;
    }

    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }

    public String guid() {
        return guid;
    }

    /** JPA's form of the primary key. */
    public static class Key {

        private @Nullable String accountId;
        private int stepNo;

        /** For JPA. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && stepNo == key.stepNo && Objects.equals(accountId, key.accountId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(accountId, stepNo);
        }
    }
}
