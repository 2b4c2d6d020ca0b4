package com.mypay.money.application;

import com.mypay.framework.problem.Problem;

/** Everything that money refuses. */
public enum MoneyProblem implements Problem {
    DATE_NOT_OVER(
            Kind.REFUSED,
            "The date is not over: its journal may still grow.",
            "아직 끝나지 않은 날짜여서 분개장이 확정되지 않았습니다.",
            "Ask for it from five minutes after midnight on."),
    PERIOD_INVALID(
            Kind.INVALID,
            "The period ends before it begins.",
            "조회 기간의 끝이 시작보다 빠릅니다.",
            "Send a 'to' that is not before 'from'."),
    CAUSE_NOT_ALLOWED(
            Kind.INVALID,
            "This command does not move money for this cause.",
            "이 명령으로는 처리할 수 없는 변동 사유입니다.",
            "The allowed causes are in the OpenAPI document."),
    SAME_MEMBER(
            Kind.INVALID,
            "Money is not transferred from a member to itself.",
            "같은 회원에게는 이체할 수 없습니다.",
            "Name two different members."),
    FEE_TOO_LARGE(
            Kind.INVALID,
            "The fee is larger than what is on hold.",
            "수수료가 보류 금액보다 큽니다.",
            "The fee is a part of the held amount."),
    MEMBER_NOT_FOUND(Kind.NOT_FOUND, "There is no such member.", "해당 회원이 없습니다.", "Check the member id."),
    CHARGE_NOT_FOUND(Kind.NOT_FOUND, "There is no such charge.", "해당 충전 내역이 없습니다.", "Check the charge id."),
    HOLD_NOT_FOUND(Kind.NOT_FOUND, "There is no such hold.", "해당 보류 내역이 없습니다.", "Check the hold id."),
    HOLD_ENDED(
            Kind.CONFLICT,
            "The hold has been captured or released already.",
            "이미 확정되었거나 해제된 보류입니다.",
            "Nothing is left to do with this hold."),
    MEMBER_NOT_ACTIVE(
            Kind.REFUSED,
            "The member is suspended or closed.",
            "정지되었거나 탈퇴한 회원입니다.",
            "Only an active member's money can be charged."),
    MONEY_INSUFFICIENT(
            Kind.REFUSED,
            "The available balance is too small.",
            "사용 가능한 잔액이 부족합니다.",
            "Charge my money, or ask for a top-up."),
    NO_LINKED_ACCOUNT(
            Kind.REFUSED,
            "The balance is too small and no verified bank account is linked for a top-up.",
            "잔액이 부족하고, 자동 충전에 쓸 인증된 연동 계좌가 없습니다.",
            "Link and verify a bank account, or charge first."),
    TOP_UP_REFUSED(
            Kind.REFUSED,
            "The balance is too small and the bank refused the top-up.",
            "잔액이 부족하고, 은행이 자동 충전을 거절했습니다.",
            "See the reason in 'detail'; charge from another account, or pay less.");

    private final Kind kind;
    private final String english;
    private final String korean;
    private final String next;

    MoneyProblem(Kind kind, String english, String korean, String next) {
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
