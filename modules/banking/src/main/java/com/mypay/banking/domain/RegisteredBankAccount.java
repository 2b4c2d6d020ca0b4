package com.mypay.banking.domain;

import static com.mypay.banking.domain.RegisteredAccountStatus.ABANDONED;
import static com.mypay.banking.domain.RegisteredAccountStatus.LOCKED;
import static com.mypay.banking.domain.RegisteredAccountStatus.PENDING_VERIFICATION;
import static com.mypay.banking.domain.RegisteredAccountStatus.REPLACED;
import static com.mypay.banking.domain.RegisteredAccountStatus.VERIFIED;

import com.mypay.framework.value.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member's own bank account (연동 계좌), linked once the member has proved by the code of a 1-won deposit (1원 인증) that
 * it can read the account's statement. Of a franchise it is the settlement account.
 */
@Entity
@Table(name = "REGISTERED_BANK_ACCOUNT")
@SuppressWarnings("NullAway.Init")
public class RegisteredBankAccount {

    public static final int MAX_WRONG_CODES = 3;

    /** A code is good on the business date it was sent and so many days after it. */
    public static final int CODE_GOOD_FOR_DAYS = 1;

    /**
     * To one account, whoever registers it: a code has four digits and {@value #MAX_WRONG_CODES} tries, so that nobody
     * links another's account by registering it until a guess is right.
     */
    public static final int MAX_CODES_A_DAY = 10;

    @Id
    @Column(name = "ACCOUNT_ID")
    private String accountId;

    @Column(name = "MEMBER_ID")
    private MemberId memberId;

    @Column(name = "BANK_CODE")
    private String bankCode;

    @Column(name = "ACCOUNT_NUMBER")
    private String accountNumber;

    @Column(name = "HOLDER_NAME")
    private String holderName;

    @Enumerated(EnumType.STRING)
    private RegisteredAccountStatus status;

    @Column(name = "VERIFIED_MEMBER_ID")
    private @Nullable MemberId verifiedMemberId;

    @Column(name = "VERIFICATION_CODE")
    private String verificationCode;

    @Column(name = "CODE_SENT_ON")
    private LocalDate codeSentOn;

    @Column(name = "WRONG_CODES")
    private int wrongCodes;

    private int steps;

    @Column(name = "REGISTERED_AT")
    private Instant registeredAt;

    @Column(name = "VERIFIED_AT")
    private @Nullable Instant verifiedAt;

    private String guid;

    @Version
    private int version;

    @Transient
    private List<RegisteredAccountStep> newSteps = new ArrayList<>();

    /** For JPA. */
    protected RegisteredBankAccount() {}

    /** Who makes a step, when, in which business transaction. */
    public record Change(String by, Instant at, String guid) {}

    /**
     * What is registered.
     *
     * @param code four digits, the secret that the 1-won deposit carries
     * @param businessDate the deposit's transaction date
     */
    public record Registration(
            String id,
            MemberId member,
            BankAccountNumber account,
            String holderName,
            String code,
            LocalDate businessDate) {}

    /** What came of a code. */
    public enum CodeCheck {
        RIGHT,
        WRONG,
        /** Wrong, and it was the last try. */
        LOCKED,
        EXPIRED
    }

    public static RegisteredBankAccount registered(Registration registration, Change change) {
        RegisteredBankAccount account = new RegisteredBankAccount();
        account.accountId = registration.id();
        account.memberId = registration.member();
        account.bankCode = registration.account().bank().value();
        account.accountNumber = registration.account().number();
        account.holderName = registration.holderName();
        account.verificationCode = registration.code();
        account.codeSentOn = registration.businessDate();
        account.registeredAt = change.at();
        account.guid = change.guid();
        account.status = PENDING_VERIFICATION;
        account.note(null, change);
        return account;
    }

    /** Whether {@link #verify} will find this code right. */
    public boolean accepts(String code, LocalDate today) {
        return isCodeGoodOn(today) && verificationCode.equals(code);
    }

    /** Checks the code; right, the account is verified. The member's former one has to be replaced before. */
    public CodeCheck verify(String code, LocalDate today, Change change) {
        if (!isCodeGoodOn(today)) {
            return CodeCheck.EXPIRED;
        }
        if (!verificationCode.equals(code)) {
            wrongCodes++;
            if (wrongCodes < MAX_WRONG_CODES) {
                return CodeCheck.WRONG;
            }
            become(LOCKED, change);
            return CodeCheck.LOCKED;
        }
        become(VERIFIED, change);
        verifiedMemberId = memberId;
        verifiedAt = change.at();
        return CodeCheck.RIGHT;
    }

    private boolean isCodeGoodOn(LocalDate today) {
        return !today.isBefore(codeSentOn) && !today.isAfter(codeSentOn.plusDays(CODE_GOOD_FOR_DAYS));
    }

    public void abandon(Change change) {
        become(ABANDONED, change);
    }

    public void replace(Change change) {
        become(REPLACED, change);
        verifiedMemberId = null;
    }

    private void become(RegisteredAccountStatus next, Change change) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("account " + accountId + " can't become " + next + " from " + status);
        }
        RegisteredAccountStatus before = status;
        status = next;
        note(before, change);
    }

    private void note(@Nullable RegisteredAccountStatus before, Change change) {
        steps++;
        newSteps.add(new RegisteredAccountStep(accountId, steps, before, status, change));
    }

    /** The rows of the history that are still to be written; afterwards there are none. */
    public List<RegisteredAccountStep> takeNewSteps() {
        List<RegisteredAccountStep> taken = newSteps;
        newSteps = new ArrayList<>();
        return taken;
    }

    public String id() {
        return accountId;
    }

    public MemberId member() {
        return memberId;
    }

    public BankAccountNumber account() {
        return new BankAccountNumber(new BankCode(bankCode), accountNumber);
    }

    public String holderName() {
        return holderName;
    }

    public RegisteredAccountStatus status() {
        return status;
    }

    /** The secret that the 1-won deposit carries. */
    public String verificationCode() {
        return verificationCode;
    }

    /** The transaction date of the 1-won deposit. */
    public LocalDate codeSentOn() {
        return codeSentOn;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    public Optional<Instant> verifiedAt() {
        return Optional.ofNullable(verifiedAt);
    }

    public String guid() {
        return guid;
    }
}
