package com.mypay.membership.application;

import com.mypay.membership.domain.Member;

/**
 * What each command on a member answers.
 *
 * @param memberId names the member
 * @param status as it is now
 */
public record MemberAnswer(long memberId, String status) {

    static MemberAnswer of(Member member) {
        return new MemberAnswer(member.id().value(), member.status().name());
    }
}
