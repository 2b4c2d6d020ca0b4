package com.mypay.settlement.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A payout (지급): the firmbanking that pays a settlement from the corporate account to the franchise's account. */
@Entity
@Table(name = "PAYOUT")
@SuppressWarnings("NullAway.Init") // fields are set by JPA or the factory
public class Payout {

    private static final String REQUEST_PREFIX = "payout-";

    @Id
    @Column(name = "PAYOUT_ID")
    private String id;

    @Column(name = "CYCLE_ID")
    private String cycleId;

    @Column(name = "FRANCHISE_ID")
    private MemberId franchiseId;

    @Column(name = "AMOUNT_WON")
    private Won amount;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private PayoutStatus status;

    @Column(name = "FIRMBANKING_ID")
    private @Nullable String firmbankingId;

    @Column(name = "REASON_CODE")
    private @Nullable String reasonCode;

    @Column(name = "REQUESTED_AT")
    private Instant requestedAt;

    @Column(name = "ENDED_AT")
    private @Nullable Instant endedAt;

    @Column(name = "GUID")
    private String guid;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected Payout() {}

    /** @param amount at least 1 won */
    public static Payout requested(
            PayoutId id, CycleId cycleId, MemberId franchiseId, Won amount, String guid, Instant at) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a payout of " + amount);
        }
        Payout payout = new Payout();
        payout.id = id.value();
        payout.cycleId = cycleId.value();
        payout.franchiseId = franchiseId;
        payout.amount = amount;
        payout.status = PayoutStatus.REQUESTED;
        payout.guid = guid;
        payout.requestedAt = at;
        return payout;
    }

    /** The payout that a firmbanking's request id names; empty if it isn't one of ours. */
    public static Optional<PayoutId> idOfRequest(String requestId) {
        String id = requestId.startsWith(REQUEST_PREFIX) ? requestId.substring(REQUEST_PREFIX.length()) : "";
        return Ids32.isWellFormed(id) ? Optional.of(new PayoutId(id)) : Optional.empty();
    }

    /**
     * What banking has told. A word that comes a second time, and an "unknown" that comes after the final answer, change
     * nothing: messages have no order.
     *
     * @return whether anything has changed
     * @throws IllegalStateException if it contradicts an earlier final answer
     */
    public boolean told(PayoutStatus answer, @Nullable String toldFirmbankingId, @Nullable String code, Instant at) {
        if (answer == status || (answer == PayoutStatus.IN_DOUBT && status.isFinal())) {
            return false;
        }
        if (!status.mayBecome(answer)) {
            throw new IllegalStateException("payout " + id + " is " + status + " and can't become " + answer);
        }
        status = answer;
        firmbankingId = toldFirmbankingId;
        reasonCode = code;
        endedAt = answer.isFinal() ? at : null;
        return true;
    }

    /** What banking knows it by: never another one for the same payout. */
    public String requestId() {
        return REQUEST_PREFIX + id;
    }

    public PayoutId id() {
        return new PayoutId(id);
    }

    public CycleId cycleId() {
        return new CycleId(cycleId);
    }

    public MemberId franchiseId() {
        return franchiseId;
    }

    public Won amount() {
        return amount;
    }

    public PayoutStatus status() {
        return status;
    }

    public Optional<String> firmbankingId() {
        return Optional.ofNullable(firmbankingId);
    }

    public Optional<String> reasonCode() {
        return Optional.ofNullable(reasonCode);
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public String guid() {
        return guid;
    }
}
