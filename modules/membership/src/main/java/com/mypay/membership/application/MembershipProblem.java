package com.mypay.membership.application;

import com.mypay.framework.problem.Problem;

/** Everything that membership refuses. */
public enum MembershipProblem implements Problem {
    MEMBER_NOT_FOUND(Kind.NOT_FOUND, "There is no such member.", "해당 회원이 없습니다.", "Check the member id."),
    FRANCHISE_NOT_FOUND(
            Kind.NOT_FOUND, "There is no such franchise.", "해당 가맹점이 없습니다.", "Check the franchise's member id."),
    IDENTITY_NOT_CONFIRMED(
            Kind.REFUSED,
            "The name and the phone number don't belong together.",
            "이름과 전화번호가 일치하지 않습니다.",
            "Use the name that the telecom operator has for this number."),
    BUSINESS_NUMBER_INVALID(
            Kind.REFUSED,
            "The business registration number has a wrong check digit.",
            "사업자등록번호가 올바르지 않습니다.",
            "Correct the number: ten digits, the last one is a check digit."),
    BUSINESS_NUMBER_TAKEN(
            Kind.REFUSED,
            "A franchise with this business registration number has signed up already.",
            "이미 가입된 사업자등록번호입니다.",
            "Use the existing franchise."),
    MEMBER_CLOSED(
            Kind.REFUSED,
            "The member has been closed.",
            "탈퇴한 회원입니다.",
            "A closed member doesn't come back; sign up anew."),
    STATUS_UNCHANGEABLE(
            Kind.REFUSED,
            "The member's status doesn't allow this.",
            "회원의 현재 상태에서는 처리할 수 없습니다.",
            "find/member shows the status."),
    TERMS_BY_STAFF_ONLY(
            Kind.REFUSED,
            "Settlement terms are agreed on with staff.",
            "정산 조건은 직원만 정할 수 있습니다.",
            "Leave settlementTerms out; staff may change them later."),
    HOLD_NEEDS_REASON(
            Kind.REFUSED,
            "Payouts are held and released with a reason.",
            "지급 보류와 해제에는 사유가 필요합니다.",
            "Use hold/payouts or release/payouts; send the terms with hold as find/franchise shows it."),
    PAYOUTS_HELD(
            Kind.REFUSED,
            "The franchise's payouts are on hold already.",
            "이미 지급이 보류된 가맹점입니다.",
            "find/franchise shows its terms; release/payouts ends the hold."),
    PAYOUTS_NOT_HELD(
            Kind.REFUSED,
            "The franchise's payouts are not on hold.",
            "지급이 보류되지 않은 가맹점입니다.",
            "find/franchise shows its terms."),
    STAFF_NOT_FOUND(
            Kind.NOT_FOUND, "There is no staff with this login.", "해당 직원이 없습니다.", "find/staffs lists the staff."),
    STAFF_EXISTS(
            Kind.REFUSED,
            "There is, or was, staff with this login.",
            "이미 사용되었거나 사용 중인 직원 로그인입니다.",
            "Choose another login: a login is never given to a second person."),
    STAFF_CLOSED(
            Kind.REFUSED,
            "The employee has left.",
            "퇴사한 직원입니다.",
            "Who has left doesn't come back; employ it anew, under another login.");

    private final Kind kind;
    private final String english;
    private final String korean;
    private final String next;

    MembershipProblem(Kind kind, String english, String korean, String next) {
        this.kind = kind;
        this.english = english;
        this.korean = korean;
        this.next = next;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public String korean() {
        return korean;
    }

    @Override
    public String next() {
        return next;
    }
}
