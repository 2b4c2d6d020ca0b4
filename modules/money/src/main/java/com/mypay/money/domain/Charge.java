package com.mypay.money.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way from a member's linked account into its balance (충전). Banking moves it, under the charge's own
 * {@link #requestId}, however often it is asked; the balance grows in the transaction that completes the charge.
 */
@Entity
@Table(name = "CHARGE")
public class Charge {

    /** A call that is under way is over by then. */
    private static final Duration CALL_TAKES_AT_MOST = Duration.ofSeconds(60);
    /** The answer to a message comes by itself; asking is for the case that it got lost. */
    private static final Duration MESSAGE_TAKES_AT_MOST = Duration.ofMinutes(10);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final int MAX_DOUBLINGS = 6;

    /**
     * After this long banking can't receive what was once sent: no request waits in any server for minutes. Only then
     * "not received" means that it never will be.
     */
    private static final Duration RECEIVED_BY_THEN = Duration.ofMinutes(5);

    @Id
    @Column(name = "CHARGE_ID")
    private String id;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private ChargeKind kind;

    @Column(name = "MEMBER_ID")
    private MemberId member;

    @Column(name = "AMOUNT_WON")
    private Won amount;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private ChargeStatus status;

    @Column(name = "COMMAND")
    private @Nullable String command;

    @Column(name = "REMITTANCE_ID")
    private @Nullable String remittanceId;

    @Column(name = "FIRMBANKING_ID")
    private @Nullable String firmbankingId;

    @Column(name = "REASON_CODE")
    private @Nullable String reasonCode;

    @Column(name = "REQUESTED_AT")
    private Instant requestedAt;

    @Column(name = "SENT_AT")
    private Instant sentAt;

    @Column(name = "ASK_AFTER")
    private Instant askAfter;

    @Column(name = "TIMES_ASKED")
    private int timesAsked;

    @Column(name = "ENDED_AT")
    private @Nullable Instant endedAt;

    @Column(name = "STEPS")
    private int steps;

    @Column(name = "GUID")
    private String guid;

    @Version
    @Column(name = "VERSION")
    private int version;

    @Transient
    private final List<StatusChange> newSteps = new ArrayList<>();

    @SuppressWarnings("NullAway")
    protected Charge() {}

    private Charge(
            ChargeId id,
            ChargeKind kind,
            MemberId member,
            Won amount,
            @Nullable String command,
            Occasion occasion,
            Instant realNow,
            Duration answeredWithin) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a charge of nothing");
        }
        this.id = id.value();
        this.kind = kind;
        this.member = member;
        this.amount = amount;
        this.command = command;
        this.status = ChargeStatus.REQUESTED;
        this.requestedAt = occasion.at();
        this.sentAt = realNow;
        this.askAfter = realNow.plus(answeredWithin);
        this.guid = occasion.guid();
        step(null, null, occasion);
    }

    /** @param realNow real time, as everything that says when to ask: the test clock moves no server and no bank */
    public static Charge requested(ChargeId id, MemberId member, Won amount, Occasion occasion, Instant realNow) {
        return new Charge(id, ChargeKind.CHARGE, member, amount, null, occasion, realNow, MESSAGE_TAKES_AT_MOST);
    }

    /** @param command which command was short: its caller, operation and request id */
    public static Charge topUp(
            ChargeId id, MemberId member, Won amount, String command, Occasion occasion, Instant realNow) {
        return new Charge(id, ChargeKind.TOP_UP, member, amount, command, occasion, realNow, CALL_TAKES_AT_MOST);
    }

    /**
     * For remittance, which has asked for it by a message and gets its answer by one when it has ended.
     *
     * @param requestId remittance's, of its command
     */
    public static Charge topUpByMessage(
            ChargeId id,
            MemberId member,
            Won amount,
            String requestId,
            String remittanceId,
            Occasion occasion,
            Instant realNow) {
        Charge charge =
                new Charge(id, ChargeKind.TOP_UP, member, amount, requestId, occasion, realNow, MESSAGE_TAKES_AT_MOST);
        charge.remittanceId = remittanceId;
        return charge;
    }

    /** The same once more: this one was given up, and now the money has come in after all. */
    public Charge again(ChargeId newId, Occasion occasion, Instant realNow) {
        if (status != ChargeStatus.FAILED) {
            throw new IllegalStateException("charge " + id + " wasn't given up");
        }
        return new Charge(newId, kind, member, amount, command, occasion, realNow, CALL_TAKES_AT_MOST);
    }

    /** Banking is being called with it once more. */
    public void sentAgain(Instant realNow) {
        sentAt = realNow;
        askAfter = realNow.plus(CALL_TAKES_AT_MOST);
    }

    public void completed(@Nullable String byFirmbanking, Occasion occasion) {
        firmbankingId = byFirmbanking;
        end(ChargeStatus.COMPLETED, null, occasion);
    }

    public void failed(@Nullable String byFirmbanking, String reason, Occasion occasion) {
        firmbankingId = byFirmbanking;
        end(ChargeStatus.FAILED, reason, occasion);
    }

    /** Nobody knows yet; asked for later. */
    public void doubted(@Nullable String byFirmbanking, Occasion occasion, Instant realNow) {
        if (byFirmbanking != null) {
            firmbankingId = byFirmbanking;
        }
        postponeAsking(realNow);
        if (status != ChargeStatus.IN_DOUBT) {
            move(ChargeStatus.IN_DOUBT, null, occasion);
        }
    }

    /** Asked without an answer that ends it: again after 15 s, 30 s, 1 min … 16 min. */
    public void postponeAsking(Instant realNow) {
        askAfter = realNow.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(timesAsked, MAX_DOUBLINGS)));
        timesAsked = Math.min(timesAsked + 1, 9_999);
    }

    /**
     * Whether banking's "never received" ends it. A message may still lie in a queue, so only a call's.
     */
    public boolean isLostWhenNotReceived(Instant realNow) {
        return kind == ChargeKind.TOP_UP
                && remittanceId == null
                && sentAt.plus(RECEIVED_BY_THEN).isBefore(realNow);
    }

    private void end(ChargeStatus to, @Nullable String reason, Occasion occasion) {
        reasonCode = reason;
        endedAt = occasion.at();
        move(to, reason, occasion);
    }

    private void move(ChargeStatus to, @Nullable String reason, Occasion occasion) {
        if (!status.next().contains(to)) {
            throw new IllegalStateException("charge " + id + " can't go from " + status + " to " + to);
        }
        ChargeStatus from = status;
        status = to;
        step(from, reason, occasion);
    }

    private void step(@Nullable ChargeStatus from, @Nullable String reason, Occasion occasion) {
        steps++;
        newSteps.add(StatusChange.of(StatusChange.CHARGE, id, steps, from, status, reason, occasion));
    }

    /** The steps that aren't in the history yet, for the repository: they are its from now on. */
    public List<StatusChange> takeNewSteps() {
        List<StatusChange> taken = List.copyOf(newSteps);
        newSteps.clear();
        return taken;
    }

    public ChargeId id() {
        return new ChargeId(id);
    }

    /** Under which banking knows it. */
    public String requestId() {
        return kind.requestPrefix() + id;
    }

    /** The id in a {@link #requestId}. */
    public static ChargeId idIn(String requestId) {
        return new ChargeId(requestId.substring(requestId.indexOf('-') + 1));
    }

    public ChargeKind kind() {
        return kind;
    }

    public MemberId member() {
        return member;
    }

    public Won amount() {
        return amount;
    }

    public ChargeStatus status() {
        return status;
    }

    public @Nullable String command() {
        return command;
    }

    /** Only of a top-up that remittance has asked for by message. */
    public @Nullable String remittanceId() {
        return remittanceId;
    }

    public @Nullable String firmbankingId() {
        return firmbankingId;
    }

    public @Nullable String reasonCode() {
        return reasonCode;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Instant askAfter() {
        return askAfter;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /** Of the business transaction that has asked for it. */
    public String guid() {
        return guid;
    }
}
