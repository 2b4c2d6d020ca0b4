package com.mypay.payment.application;

import com.mypay.framework.problem.Problem;

/** Everything that payment refuses. */
public enum PaymentProblem implements Problem {
    MEMBER_NOT_FOUND(Kind.NOT_FOUND, "There is no such member.", "해당 회원이 없습니다.", "Check the member id."),
    FRANCHISE_NOT_FOUND(Kind.NOT_FOUND, "There is no such franchise.", "해당 가맹점이 없습니다.", "Check the franchise id."),
    PAYMENT_NOT_FOUND(Kind.NOT_FOUND, "There is no such payment.", "해당 결제가 없습니다.", "Check the payment id."),
    COMMISSION_NOT_FOUND(
            Kind.NOT_FOUND, "There is no such commission change.", "해당 수수료 변경이 없습니다.", "Check the commission id."),
    SEARCH_INCOMPLETE(
            Kind.INVALID,
            "A search names a member or a franchise.",
            "회원 또는 가맹점 중 하나를 지정해야 합니다.",
            "Send memberId or franchiseId."),
    MEMBER_NOT_ACTIVE(
            Kind.REFUSED,
            "The member is suspended or closed.",
            "이용이 정지되었거나 탈퇴한 회원입니다.",
            "Membership's staff can resume a suspended member."),
    FRANCHISE_NOT_ACTIVE(
            Kind.REFUSED,
            "The franchise is suspended or closed.",
            "거래가 정지되었거나 해지된 가맹점입니다.",
            "Membership's staff can resume a suspended franchise."),
    MONEY_INSUFFICIENT(
            Kind.REFUSED, "The balance is too small.", "잔액이 부족합니다.", "Charge my money and pay again with a new key."),
    NO_LINKED_ACCOUNT(
            Kind.REFUSED,
            "The balance is too small and no bank account is linked to top it up.",
            "잔액이 부족하고 자동 충전할 연동 계좌가 없습니다.",
            "Link a bank account, or charge my money."),
    TOP_UP_REFUSED(
            Kind.REFUSED,
            "The balance is too small and the bank refused to top it up.",
            "잔액이 부족하고 은행이 자동 충전을 거절했습니다.",
            "Check the linked bank account."),
    NOT_CANCELLABLE(
            Kind.REFUSED,
            "The payment was not approved, so there is nothing to cancel.",
            "승인된 결제가 아니므로 취소할 수 없습니다.",
            "find/payment shows its status."),
    CANCEL_AMOUNT_TOO_LARGE(
            Kind.REFUSED,
            "More is to be cancelled than remains of the payment.",
            "취소 금액이 남은 결제 금액보다 큽니다.",
            "find/payment shows what remains."),
    CANCEL_REFUSED(
            Kind.REFUSED,
            "The money can't be given back to this member.",
            "이 회원에게 돈을 돌려줄 수 없습니다.",
            "See 'detail'; staff has to look at the member."),
    COMMISSION_PERIOD_INVALID(
            Kind.INVALID,
            "Commission terms end before they begin, or are a campaign without an end.",
            "수수료 적용 종료일이 시작일보다 앞서거나, 종료일이 없는 행사입니다.",
            "Correct 'effectiveUntil', or leave it out together with 'campaign'."),
    COMMISSION_IN_THE_PAST(
            Kind.REFUSED,
            "Commission terms take effect today or later.",
            "수수료는 오늘 이후부터 적용할 수 있습니다.",
            "Choose a later date: slips keep the terms of their moment."),
    COMMISSION_DECIDED(
            Kind.CONFLICT, "The change was approved before.", "이미 승인된 수수료 변경입니다.", "Propose another change."),
    SAME_PERSON(
            Kind.REFUSED,
            "Who proposes a change does not approve it.",
            "제안한 사람은 승인할 수 없습니다.",
            "Let another person with the role approve it.");

    private final Kind kind;
    private final String english;
    private final String korean;
    private final String next;

    PaymentProblem(Kind kind, String english, String korean, String next) {
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
