package com.mypay.membership.domain;

import com.mypay.framework.value.MemberId;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One line of a member's history: what happened, when, by whom. Written once, never changed. */
@Entity
@Table(name = "MEMBER_HISTORY")
@Access(AccessType.FIELD)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // JPA sets and reads the fields
public class MemberChange {

    @Id
    @Column(name = "CHANGE_ID")
    private String id;

    @Column(name = "MEMBER_ID")
    private MemberId memberId;

    @Column(name = "CHANGE_KIND")
    private String change;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private MemberStatus status;

    @Column(name = "CHANGED_BY")
    private String changedBy;

    @Column(name = "REASON")
    private String reason;

    @Column(name = "GUID")
    private String guid;

    @Column(name = "CHANGED_TIMESTAMP")
    private Instant changedAt;

    protected MemberChange() {}

    /**
     * @param change the command: {@code suspend/member}
     * @param reason why, as staff gave it; {@code -} where nobody asks for one
     */
    public static MemberChange of(
            String id, Member member, String change, String changedBy, String reason, String guid, Instant now) {
        MemberChange line = new MemberChange();
        line.id = id;
        line.memberId = member.id();
        line.change = change;
        line.status = member.status();
        line.changedBy = changedBy;
        line.reason = reason;
        line.guid = guid;
        line.changedAt = now.truncatedTo(ChronoUnit.MICROS);
        return line;
    }

    public MemberId memberId() {
        return memberId;
    }

    public String change() {
        return change;
    }

    public String reason() {
        return reason;
    }

    public MemberStatus status() {
        return status;
    }
}
