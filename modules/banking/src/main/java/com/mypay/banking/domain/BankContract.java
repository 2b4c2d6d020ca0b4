package com.mypay.banking.domain;

import com.mypay.framework.value.Won;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operator's contract with one bank (펌뱅킹 계약): there is one per bank, and without one in force no call. */
@Entity
@Table(name = "BANK_CONTRACT")
@SuppressWarnings("NullAway.Init")
public class BankContract {

    /** Where it stands on a given day. */
    public enum State {
        NOT_YET_IN_FORCE,
        IN_FORCE,
        EXPIRED
    }

    @Id
    @Column(name = "BANK_CODE")
    private String bankCode;

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

    private int steps;

    @Version
    private int version;

    /** For JPA. */
    protected BankContract() {}

    public static BankContract registered(BankCode bank, ContractTerms terms) {
        BankContract contract = new BankContract();
        contract.bankCode = bank.value();
        contract.agree(terms);
        return contract;
    }

    public void modify(ContractTerms terms) {
        agree(terms);
    }

    private void agree(ContractTerms terms) {
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
        steps++;
    }

    /** The row of the history for the latest change. */
    public BankContractStep step(String changedBy, Instant at, String guid) {
        return new BankContractStep(bankCode, steps, terms(), new BankContractStep.Change(changedBy, at, guid));
    }

    public State stateOn(LocalDate businessDate) {
        if (businessDate.isBefore(inForceFrom)) {
            return State.NOT_YET_IN_FORCE;
        }
        return businessDate.isAfter(inForceTo) ? State.EXPIRED : State.IN_FORCE;
    }

    /** @param time in Seoul */
    public boolean isInMaintenance(LocalTime time) {
        MaintenanceWindow window = maintenance();
        return window != null && window.includes(time);
    }

    /**
     * How long the window lasts that it is in.
     *
     * @param time in Seoul
     * @return empty if it is in none
     */
    public Optional<Duration> maintenanceLeft(LocalTime time) {
        return Optional.ofNullable(maintenance())
                .filter(window -> window.includes(time))
                .map(window -> window.leftAt(time));
    }

    public boolean isFor(Purpose purpose) {
        return purposes().contains(purpose);
    }

    public BankCode bank() {
        return new BankCode(bankCode);
    }

    public String bankName() {
        return bankName;
    }

    public Won feePerCall() {
        return feePerCallWon;
    }

    public Won perTransferLimit() {
        return perTransferLimitWon;
    }

    public Won dailyLimit() {
        return dailyLimitWon;
    }

    /** Empty: as often as we like. */
    public Optional<Integer> callsPerSecond() {
        return Optional.ofNullable(callsPerSecond);
    }

    public ContractTerms terms() {
        return new ContractTerms(
                bankName,
                inForceFrom,
                inForceTo,
                feePerCallWon,
                perTransferLimitWon,
                dailyLimitWon,
                maintenance(),
                purposes(),
                callsPerSecond);
    }

    private @Nullable MaintenanceWindow maintenance() {
        return maintenanceFrom == null || maintenanceTo == null
                ? null
                : new MaintenanceWindow(LocalTime.parse(maintenanceFrom), LocalTime.parse(maintenanceTo));
    }

    private Set<Purpose> purposes() {
        return Arrays.stream(purposes.split(",", -1)).map(Purpose::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
