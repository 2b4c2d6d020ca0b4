package com.mypay.money.domain;

import com.mypay.framework.value.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** What money knows of a member: a replica of membership's, as new as the newest event that has come. */
@Entity
@Table(name = "MEMBER_PROFILE")
public class MemberProfile {

    @Id
    @Column(name = "MEMBER_ID")
    private long member;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private MemberKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private MemberStatus status;

    @Column(name = "PROVINCE")
    private String province;

    @Column(name = "DISTRICT")
    private String district;

    @Column(name = "EVENT_NO")
    private long eventNo;

    @Column(name = "CHANGED_AT")
    private Instant changedAt;

    @Version
    @Column(name = "VERSION")
    private int version;

    @SuppressWarnings("NullAway")
    protected MemberProfile() {}

    private MemberProfile(News news) {
        this.member = news.member().value();
        take(news);
    }

    /**
     * What membership tells of a member.
     *
     * @param eventNo membership's version of it; {@link #ASKED} for what was asked for, which any event supersedes
     */
    public record News(
            MemberId member,
            MemberKind kind,
            MemberStatus status,
            String province,
            String district,
            long eventNo,
            Instant changedAt) {

        public static final long ASKED = -1;
    }

    public static MemberProfile learned(News news) {
        return new MemberProfile(news);
    }

    /** Events may come in any order: an older one changes nothing. */
    public void learn(News news) {
        if (news.eventNo() > eventNo) {
            take(news);
        }
    }

    private void take(News news) {
        kind = news.kind();
        status = news.status();
        province = news.province();
        district = news.district();
        eventNo = news.eventNo();
        changedAt = news.changedAt();
    }

    public MemberId member() {
        return new MemberId(member);
    }

    public MemberKind kind() {
        return kind;
    }

    public MemberStatus status() {
        return status;
    }

    public String province() {
        return province;
    }

    public String district() {
        return district;
    }

    public long eventNo() {
        return eventNo;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
