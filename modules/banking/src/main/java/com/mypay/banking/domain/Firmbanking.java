package com.mypay.banking.domain;

import static com.mypay.banking.domain.FirmbankingStatus.COMPLETED;
import static com.mypay.banking.domain.FirmbankingStatus.REFUSED;
import static com.mypay.banking.domain.FirmbankingStatus.REQUESTED;
import static com.mypay.banking.domain.FirmbankingStatus.SENT;
import static com.mypay.banking.domain.FirmbankingStatus.UNKNOWN;
import static com.mypay.banking.domain.FirmbankingStatus.WAITING;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One instruction to one bank to move real money (펌뱅킹). Each verb gives the firmbanking as it is afterwards and leaves
 * this one as it was, so that a step whose transaction is repeated starts from the same state; {@link Firmbankings#save}
 * writes it if nobody else was faster.
 *
 * <p>The bank may be called by whoever has made the step to {@code SENT}, once. After that only {@link #sentAgain}
 * permits a call, and the bank must have said before that it received nothing.
 */
@Entity
@Table(name = "FIRMBANKING")
@SuppressWarnings("NullAway.Init")
public class Firmbanking implements Cloneable {

    /** The bank could certainly not be reached: nothing has happened, the same may be requested again. */
    public static final String BANK_UNAVAILABLE = "BANK_UNAVAILABLE";

    /** One of the banks takes no calls; it is sent when they do again. */
    public static final String BANK_IN_MAINTENANCE = "BANK_IN_MAINTENANCE";

    /** The contract limits the calls; it is sent when its turn has come. */
    public static final String BANK_PACE = "BANK_PACE";

    /** The call was made and no answer came. */
    public static final String NO_ANSWER = "NO_ANSWER";

    /** Two persons of staff have said how it ended. */
    public static final String RESOLVED_BY_STAFF = "RESOLVED_BY_STAFF";

    /** The bank has said often enough that it knows nothing of it. */
    public static final String NOT_RECEIVED = "NOT_RECEIVED";

    @Id
    @Column(name = "FIRMBANKING_ID")
    private String firmbankingId;

    private String requester;

    @Column(name = "REQUEST_ID")
    private String requestId;

    private int attempt;

    @Column(name = "REPLY_TO")
    private @Nullable String replyTo;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Enumerated(EnumType.STRING)
    @Column(name = "FROM_KIND")
    private PartyKind fromKind;

    @Column(name = "FROM_BANK_CODE")
    private @Nullable String fromBankCode;

    @Column(name = "FROM_ACCOUNT_NUMBER")
    private @Nullable String fromAccountNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "TO_KIND")
    private PartyKind toKind;

    @Column(name = "TO_BANK_CODE")
    private @Nullable String toBankCode;

    @Column(name = "TO_ACCOUNT_NUMBER")
    private @Nullable String toAccountNumber;

    @Column(name = "MEMBER_ID")
    private @Nullable MemberId memberId;

    @Column(name = "PAYEE_ACCOUNT_ID")
    private @Nullable String payeeAccountId;

    @Column(name = "AMOUNT_WON")
    private Won amountWon;

    private @Nullable String memo;

    @Column(name = "FEE_WON")
    private Won feeWon;

    @Column(name = "TRANSACTION_DATE")
    private LocalDate transactionDate;

    @Enumerated(EnumType.STRING)
    private FirmbankingStatus status;

    @Column(name = "REASON_CODE")
    private @Nullable String reasonCode;

    @Column(name = "BANK_REFERENCE")
    private @Nullable String bankReference;

    private int calls;
    private int resends;
    private int inquiries;

    @Column(name = "NOT_RECEIVED_SINCE")
    private @Nullable Instant notReceivedSince;

    @Column(name = "NEXT_LOOK_AT")
    private @Nullable Instant nextLookAt;

    @Enumerated(EnumType.STRING)
    private @Nullable FirmbankingStatus resolution;

    @Column(name = "RESOLVED_BY")
    private @Nullable String resolvedBy;

    @Column(name = "APPROVED_BY")
    private @Nullable String approvedBy;

    @Column(name = "RESOLUTION_REASON")
    private @Nullable String resolutionReason;

    @Enumerated(EnumType.STRING)
    @Column(name = "BANK_SAYS")
    private @Nullable BankWord bankSays;

    private int steps;

    @Column(name = "REQUESTED_AT")
    private Instant requestedAt;

    @Column(name = "SENT_AT")
    private @Nullable Instant sentAt;

    @Column(name = "COMPLETED_AT")
    private @Nullable Instant completedAt;

    private String guid;

    @Version
    private int version;

    /** For JPA. */
    protected Firmbanking() {}

    /**
     * Its name, its moment, its business transaction.
     *
     * @param id 32 hex digits; the bank knows it as the transaction id
     * @param attempt 1; higher when the same request comes again after {@link #BANK_UNAVAILABLE}
     * @param at business time
     * @param businessDate the transaction date at the bank
     */
    public record Birth(String id, int attempt, Instant at, LocalDate businessDate, String guid) {}

    /**
     * The accounts behind the parties, and what the contract says a call costs.
     *
     * @param fee charged if it is completed
     */
    public record Route(BankAccountNumber from, BankAccountNumber to, Won fee) {}

    /** @param lookAfter when to take it for left behind by a dead server; real time */
    public static Firmbanking requested(FirmbankingOrder order, Route route, Birth birth, Instant lookAfter) {
        Firmbanking firmbanking = new Firmbanking(order, birth);
        firmbanking.status = REQUESTED;
        firmbanking.take(route);
        firmbanking.nextLookAt = lookAfter;
        return firmbanking;
    }

    /** An order by message that can't be sent yet. */
    public static Firmbanking waiting(FirmbankingOrder order, Route route, Birth birth, Wait wait) {
        Firmbanking firmbanking = new Firmbanking(order, birth);
        firmbanking.status = WAITING;
        firmbanking.take(route);
        firmbanking.reasonCode = wait.reason();
        firmbanking.nextLookAt = wait.until();
        return firmbanking;
    }

    private void take(Route route) {
        fromBankCode = route.from().bank().value();
        fromAccountNumber = route.from().number();
        toBankCode = route.to().bank().value();
        toAccountNumber = route.to().number();
        feeWon = route.fee();
    }

    /**
     * A request that came as a message and was refused by us, before anything was sent: kept, so that the same message
     * delivered twice is refused twice, and its sender hears one answer.
     */
    public static Firmbanking refusedOnArrival(FirmbankingOrder order, Birth birth, String reasonCode) {
        Firmbanking firmbanking = new Firmbanking(order, birth);
        firmbanking.status = REFUSED;
        firmbanking.reasonCode = reasonCode;
        firmbanking.feeWon = Won.ZERO;
        return firmbanking;
    }

    private Firmbanking(FirmbankingOrder order, Birth birth) {
        firmbankingId = birth.id();
        requester = order.requester();
        requestId = order.requestId().value();
        attempt = birth.attempt();
        replyTo = order.replyTo();
        purpose = order.purpose();
        fromKind = order.from().kind();
        toKind = order.to().kind();
        memberId = order.from().member() == null
                ? order.to().member()
                : order.from().member();
        payeeAccountId = order.to().payeeAccountId();
        amountWon = order.amount();
        memo = order.memo().isEmpty() ? null : order.memo();
        transactionDate = birth.businessDate();
        requestedAt = birth.at();
        guid = birth.guid();
    }

    /**
     * Whoever saves this may call the bank, once.
     *
     * @param lookAfter when to take the call for left behind by a dead server; real time, counted from now: it may have
     *     been requested long before
     */
    public Firmbanking sent(Instant at, Instant lookAfter) {
        Firmbanking next = become(SENT);
        next.sentAt = at;
        next.calls = 1;
        next.nextLookAt = lookAfter;
        return next;
    }

    /** It still can't be sent. */
    public Firmbanking waitingOn(Wait wait) {
        if (status != WAITING) {
            throw new IllegalStateException(firmbankingId + " is " + status + " and doesn't wait");
        }
        Firmbanking next = copy();
        next.reasonCode = wait.reason();
        next.nextLookAt = wait.until();
        return next;
    }

    /**
     * As {@link #sent}, of one that has waited: the bank sees it as a transfer of the day on which it is called, and
     * charges what a call costs then.
     */
    public Firmbanking sentAfterWaiting(Instant at, LocalDate businessDate, Won fee, Instant lookAfter) {
        Firmbanking next = sent(at, lookAfter);
        next.reasonCode = null;
        next.transactionDate = businessDate;
        next.feeWon = fee;
        return next;
    }

    /** @param at when the bank moved the money */
    public Firmbanking completed(String reference, Instant at) {
        Firmbanking next = become(COMPLETED);
        next.reasonCode = null;
        next.bankReference = reference;
        next.completedAt = at;
        next.notReceivedSince = null;
        next.nextLookAt = null;
        // It has moved, so at least one call has arrived
        next.calls = Math.max(1, calls);
        return next;
    }

    /** @param reference the bank's; {@code null} if the refusal is not the bank's */
    public Firmbanking refused(String reason, @Nullable String reference) {
        Firmbanking next = become(REFUSED);
        next.reasonCode = reason;
        next.bankReference = reference;
        next.notReceivedSince = null;
        next.nextLookAt = null;
        // Where the bank has decided, at least one call has arrived
        next.calls = reference == null ? calls : Math.max(1, calls);
        return next;
    }

    /** The bank could certainly not be reached by the first call, and the requester will be told so. */
    public Firmbanking refusedUnreached() {
        Firmbanking next = refused(BANK_UNAVAILABLE, null);
        next.calls = 0;
        return next;
    }

    /** The answer is missing. */
    public Firmbanking unknown(Instant lookAt) {
        Firmbanking next = become(UNKNOWN);
        next.reasonCode = NO_ANSWER;
        next.nextLookAt = lookAt;
        return next;
    }

    /** The bank could certainly not be reached by the first call; it is to be tried again later. */
    public Firmbanking unknownUnreached(Instant since, Instant lookAt) {
        Firmbanking next = become(UNKNOWN);
        next.reasonCode = BANK_UNAVAILABLE;
        next.calls = 0;
        next.notReceivedSince = since;
        next.nextLookAt = lookAt;
        return next;
    }

    /** The bank is going to be asked; {@code nextLookAt} is when it will be asked again if that gives no answer. */
    public Firmbanking inquired(Instant lookAgainAt) {
        Firmbanking next = unchanged();
        next.inquiries = inquiries + 1;
        next.nextLookAt = lookAgainAt;
        return next;
    }

    /** Its bank is not asked now, because it doesn't answer. */
    public Firmbanking postponed(Instant lookAgainAt) {
        Firmbanking next = unchanged();
        next.nextLookAt = lookAgainAt;
        return next;
    }

    /** The bank says that it has received nothing; it has been saying so since then. */
    public Firmbanking notReceived(Instant since, Instant lookAgainAt) {
        Firmbanking next = unchanged();
        next.reasonCode = NOT_RECEIVED;
        next.notReceivedSince = since;
        next.calls = 0;
        next.nextLookAt = lookAgainAt;
        return next;
    }

    /** Whoever saves this may call the bank once more, with the same id and date. */
    public Firmbanking sentAgain(Instant lookAgainAt) {
        if (notReceivedSince == null) {
            throw new IllegalStateException(firmbankingId + " may not be sent again: the bank may have received it");
        }
        Firmbanking next = unchanged();
        next.reasonCode = NO_ANSWER;
        next.notReceivedSince = null;
        next.calls = 1;
        next.resends = resends + 1;
        next.nextLookAt = lookAgainAt;
        return next;
    }

    /** The call that {@link #sentAgain} permitted has certainly not reached the bank; it does not count. */
    public Firmbanking unreachedAgain(Instant since, Instant lookAgainAt) {
        Firmbanking next = notReceived(since, lookAgainAt);
        next.reasonCode = BANK_UNAVAILABLE;
        next.resends = resends - 1;
        return next;
    }

    /**
     * Whether two persons may say how it ended: nobody has, or the bank has contradicted those before them and doesn't
     * contradict them.
     */
    public boolean mayBeResolved(FirmbankingStatus decision) {
        return status == UNKNOWN && (resolution == null || (bankSays != null && !bankSays.contradicts(decision)));
    }

    /**
     * Two persons say how it ended. Before it ends so its bank is asked once more.
     *
     * @param lookAt when at the latest; by then a call that is under way is over
     */
    public Firmbanking resolved(Resolution by, Instant lookAt) {
        if (!mayBeResolved(by.decision())) {
            throw new IllegalStateException(firmbankingId + " is resolved as " + resolution);
        }
        Firmbanking next = unchanged();
        next.resolution = by.decision();
        next.resolvedBy = by.resolvedBy();
        next.approvedBy = by.approvedBy();
        next.resolutionReason = by.reason();
        next.bankSays = null;
        next.nextLookAt = nextLookAt != null && nextLookAt.isBefore(lookAt) ? nextLookAt : lookAt;
        return next;
    }

    /**
     * It was {@link #resolved}, and the bank says what doesn't go with that; or has said so before, and now says this. It
     * doesn't end until two persons agree with the bank's last word.
     */
    public Firmbanking contradicted(BankWord word) {
        Firmbanking next = unchanged();
        next.bankSays = word;
        return next;
    }

    /**
     * The bank doesn't say how it ended, so it ends as it was {@link #resolved}.
     *
     * @param lookAt when the bank is asked whether it was so
     */
    public Firmbanking endedAsResolved(Instant at, Instant lookAt) {
        Firmbanking next = become(resolution().orElseThrow().decision());
        next.reasonCode = RESOLVED_BY_STAFF;
        next.bankSays = null;
        next.notReceivedSince = null;
        next.nextLookAt = lookAt;
        if (next.status == COMPLETED) {
            next.completedAt = at;
            next.calls = Math.max(1, calls);
        }
        return next;
    }

    /** The bank is going to be asked whether it was as staff has said. */
    public Firmbanking inquiredAfterItsEnd(Instant lookAgainAt) {
        Firmbanking next = endedByStaff();
        next.inquiries = inquiries + 1;
        next.nextLookAt = lookAgainAt;
        return next;
    }

    /** What the bank says to that; how it has ended stays. It is asked again only while it hasn't decided. */
    public Firmbanking heardAfterItsEnd(BankWord word) {
        Firmbanking next = endedByStaff();
        next.bankSays = word;
        next.nextLookAt = word == BankWord.IN_PROGRESS ? nextLookAt : null;
        return next;
    }

    private Firmbanking endedByStaff() {
        if (!status.isFinal() || !RESOLVED_BY_STAFF.equals(reasonCode)) {
            throw new IllegalStateException(firmbankingId + " is " + status + ": staff has not ended it");
        }
        return copy();
    }

    private Firmbanking become(FirmbankingStatus nextStatus) {
        if (!status.mayBecome(nextStatus)) {
            throw new IllegalStateException(firmbankingId + " can't become " + nextStatus + " from " + status);
        }
        Firmbanking next = copy();
        next.status = nextStatus;
        next.steps = steps + 1;
        return next;
    }

    private Firmbanking unchanged() {
        if (status != UNKNOWN) {
            throw new IllegalStateException(firmbankingId + " is " + status + ": there is nothing to ask");
        }
        return copy();
    }

    private Firmbanking copy() {
        try {
            Firmbanking next = (Firmbanking) clone();
            next.version = version + 1;
            return next;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The row of the history that leads from {@code before} to this one; empty if only a figure has changed. */
    public Optional<FirmbankingStep> stepFrom(FirmbankingStatus before, Instant at, String stepGuid) {
        if (before == status) {
            return Optional.empty();
        }
        return Optional.of(new FirmbankingStep(
                firmbankingId,
                steps,
                before,
                status,
                new FirmbankingStep.Cause(
                        reasonCode,
                        bankReference,
                        RESOLVED_BY_STAFF.equals(reasonCode) ? resolution().orElse(null) : null),
                at,
                stepGuid));
    }

    /** Whether an order with the same request id asks for the same movement. */
    public boolean isFor(FirmbankingOrder order) {
        BankAccountNumber outside = order.to().account();
        MemberId member = order.from().member() == null
                ? order.to().member()
                : order.from().member();
        return purpose == order.purpose()
                && amountWon.equals(order.amount())
                && fromKind == order.from().kind()
                && toKind == order.to().kind()
                && Objects.equals(memberId, member)
                && Objects.equals(payeeAccountId, order.to().payeeAccountId())
                && (outside == null || toBankCode == null || outside.equals(to()));
    }

    /** Nothing has happened: the same request id may be used for another attempt. */
    public boolean isUnreached() {
        return status == REFUSED && BANK_UNAVAILABLE.equals(reasonCode);
    }

    public boolean isWaiting() {
        return status == WAITING;
    }

    /** Whether it is for its turn at the bank that it waits: it needn't take another. */
    public boolean hasTakenItsTurn() {
        return BANK_PACE.equals(reasonCode);
    }

    public boolean isRefusedOnArrival() {
        return fromBankCode == null;
    }

    public BankInstruction instruction() {
        return new BankInstruction(firmbankingId, transactionDate, from(), to(), amountWon, memo());
    }

    public String id() {
        return firmbankingId;
    }

    public String requester() {
        return requester;
    }

    public RequestId requestId() {
        return new RequestId(requestId);
    }

    public int attempt() {
        return attempt;
    }

    public @Nullable String replyTo() {
        return replyTo;
    }

    public Purpose purpose() {
        return purpose;
    }

    public PartyKind fromKind() {
        return fromKind;
    }

    /** @throws IllegalStateException if it was refused on arrival */
    public BankAccountNumber from() {
        return account(fromBankCode, fromAccountNumber);
    }

    public PartyKind toKind() {
        return toKind;
    }

    /** @throws IllegalStateException if it was refused on arrival */
    public BankAccountNumber to() {
        return account(toBankCode, toAccountNumber);
    }

    private BankAccountNumber account(@Nullable String bankCode, @Nullable String number) {
        if (bankCode == null || number == null) {
            throw new IllegalStateException(firmbankingId + " was refused on arrival and has no accounts");
        }
        return new BankAccountNumber(new BankCode(bankCode), number);
    }

    /** The member on one of the sides, if there is one. */
    public Optional<MemberId> member() {
        return Optional.ofNullable(memberId);
    }

    public Won amount() {
        return amountWon;
    }

    /** What the contract says a call costs; due only if it is completed. */
    public Won fee() {
        return feeWon;
    }

    public String memo() {
        return memo == null ? "" : memo;
    }

    public LocalDate transactionDate() {
        return transactionDate;
    }

    public FirmbankingStatus status() {
        return status;
    }

    public @Nullable String reasonCode() {
        return reasonCode;
    }

    public @Nullable String bankReference() {
        return bankReference;
    }

    /** Calls that the bank has received, as far as is known. */
    public int calls() {
        return calls;
    }

    public int resends() {
        return resends;
    }

    public int inquiries() {
        return inquiries;
    }

    public @Nullable Instant notReceivedSince() {
        return notReceivedSince;
    }

    public @Nullable Instant nextLookAt() {
        return nextLookAt;
    }

    /** How it is to end, or has ended, because staff says so. */
    public Optional<Resolution> resolution() {
        return resolution == null || resolvedBy == null || approvedBy == null || resolutionReason == null
                ? Optional.empty()
                : Optional.of(new Resolution(resolution, resolvedBy, approvedBy, resolutionReason));
    }

    /** What the bank says since it has contradicted that, or what it said when it was asked after the end. */
    public @Nullable BankWord bankSays() {
        return bankSays;
    }

    /**
     * Whether it is to end as staff has resolved it, should the bank not say how it ended. Not any more once the bank has
     * contradicted: the requester was told, so that it doesn't hold even if the bank goes over to it.
     */
    public boolean endsAsResolved() {
        return resolution != null && bankSays == null;
    }

    /** How many steps its history has. */
    public int steps() {
        return steps;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public @Nullable Instant sentAt() {
        return sentAt;
    }

    public @Nullable Instant completedAt() {
        return completedAt;
    }

    public String guid() {
        return guid;
    }

    public int version() {
        return version;
    }

    /** Without account numbers. */
    @Override
    public String toString() {
        return "firmbanking " + firmbankingId + " " + purpose + " " + status;
    }
}
