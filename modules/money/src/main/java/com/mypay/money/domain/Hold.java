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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a balance, set aside until a running remittance ends (보류). */
@Entity
@Table(name = "HOLD")
public class Hold {

    @Id
    @Column(name = "HOLD_ID")
    private String id;

    @Column(name = "MEMBER_ID")
    private MemberId member;

    @Column(name = "AMOUNT_WON")
    private Won amount;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private HoldStatus status;

    @Column(name = "REFERENCE")
    private String reference;

    @Column(name = "HELD_AT")
    private Instant heldAt;

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
    protected Hold() {}

    private Hold(HoldId id, MemberId member, Won amount, String reference, Occasion occasion) {
        this.id = id.value();
        this.member = member;
        this.amount = amount;
        this.status = HoldStatus.HELD;
        this.reference = reference;
        this.heldAt = occasion.at();
        this.guid = occasion.guid();
        step(null, occasion);
    }

    /** @param reference what it is for: a remittance's id */
    public static Hold held(HoldId id, MemberId member, Won amount, String reference, Occasion occasion) {
        return new Hold(id, member, amount, reference, occasion);
    }

    public void captured(Occasion occasion) {
        end(HoldStatus.CAPTURED, occasion);
    }

    public void released(Occasion occasion) {
        end(HoldStatus.RELEASED, occasion);
    }

    private void end(HoldStatus to, Occasion occasion) {
        if (!status.next().contains(to)) {
            throw new IllegalStateException("hold " + id + " can't go from " + status + " to " + to);
        }
        HoldStatus from = status;
        status = to;
        endedAt = occasion.at();
        step(from, occasion);
    }

    private void step(@Nullable HoldStatus from, Occasion occasion) {
        steps++;
        newSteps.add(StatusChange.of(StatusChange.HOLD, id, steps, from, status, null, occasion));
    }

    /** The steps that aren't in the history yet, for the repository: they are its from now on. */
    public List<StatusChange> takeNewSteps() {
        List<StatusChange> taken = List.copyOf(newSteps);
        newSteps.clear();
        return taken;
    }

    public HoldId id() {
        return new HoldId(id);
    }

    public MemberId member() {
        return member;
    }

    public Won amount() {
        return amount;
    }

    public HoldStatus status() {
        return status;
    }

    public String reference() {
        return reference;
    }

    public Instant heldAt() {
        return heldAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }
}
