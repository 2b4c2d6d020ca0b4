package com.mypay.membership.domain;

/** What a member is. */
public enum MemberKind {
    /** A person, who charges, pays and sends (개인 회원). */
    PERSONAL,
    /** A shop or company, which is paid and settled (가맹점). */
    FRANCHISE
}
