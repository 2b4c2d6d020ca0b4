package com.mypay.banking.domain;

import com.mypay.framework.value.Won;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The terms of a contract as somebody has set them; written once, never changed. */
@Entity
@Table(name = "BANK_CONTRACT_HISTORY")
@IdClass(BankContractStep.Key.class)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // the columns are for those who look into the history
public class BankContractStep {

    @Id
    @Column(name = "BANK_CODE")
    private String bankCode;

    @Id
    @Column(name = "STEP_NO")
    private int stepNo;

    @Column(name = "BANK_NAME")
    private String bankName;

    @Column(name = "IN_FORCE_FROM")
    private LocalDate inForceFrom;

    @Column(name = "IN_FORCE_TO")
    private LocalDate inForceTo;

    @Column(name = "FEE_PER_CALL_WON")
    private Won feePerCallWon;

    @Column(name = "PER_TRANSFER_LIMIT_WON")
    private Won perTransferLimitWon;

    @Column(name = "DAILY_LIMIT_WON")
    private Won dailyLimitWon;

    @Column(name = "MAINTENANCE_FROM")
    private @Nullable String maintenanceFrom;

    @Column(name = "MAINTENANCE_TO")
    private @Nullable String maintenanceTo;

    private String purposes;

    @Column(name = "CALLS_PER_SECOND")
    private @Nullable Integer callsPerSecond;

    @Column(name = "CHANGED_BY")
    private String changedBy;

    @Column(name = "CHANGED_AT")
    private Instant changedAt;

    private String guid;

    /** For JPA. */
    protected BankContractStep() {}

    /** Who, when, in which business transaction. */
    record Change(String by, Instant at, String guid) {}

    BankContractStep(String bankCode, int stepNo, ContractTerms terms, Change change) {
        this.bankCode = bankCode;
        this.stepNo = stepNo;
        bankName = terms.bankName();
        inForceFrom = terms.inForceFrom();
        inForceTo = terms.inForceTo();
        feePerCallWon = terms.feePerCall();
        perTransferLimitWon = terms.perTransferLimit();
        dailyLimitWon = terms.dailyLimit();
        MaintenanceWindow window = terms.maintenance();
        maintenanceFrom = window == null ? null : window.from().toString();
        maintenanceTo = window == null ? null : window.to().toString();
        purposes = terms.purposes().stream().sorted().map(Purpose::name).collect(Collectors.joining(","));
        callsPerSecond = terms.callsPerSecond();
        changedBy = change.by();
        changedAt = change.at();
        guid = change.guid();
    }

    public int stepNo() {
        return stepNo;
    }

    public Won feePerCall() {
        return feePerCallWon;
    }

    public String changedBy() {
        return changedBy;
    }

    /** JPA's form of the primary key. */
    public static class Key {

        private @Nullable String bankCode;
        private int stepNo;

        /** For JPA. */
        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && stepNo == key.stepNo && Objects.equals(bankCode, key.bankCode);
        }

        @Override
        public int hashCode() {
            return Objects.hash(bankCode, stepNo);
        }
    }
}
