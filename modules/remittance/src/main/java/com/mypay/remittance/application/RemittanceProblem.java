package com.mypay.remittance.application;

import com.mypay.framework.problem.Problem;

/** Everything that remittance refuses. */
public enum RemittanceProblem implements Problem {
    PAYEE_INCOMPLETE(
            Kind.INVALID,
            "A payee is a member or an account at a bank.",
            "받는 이는 회원 또는 은행 계좌 중 하나로 지정해야 합니다.",
            "Send payeeMemberId, or bankCode and accountNumber."),
    MEMBER_NOT_FOUND(Kind.NOT_FOUND, "There is no such member.", "해당 회원이 없습니다.", "Check the member id."),
    PAYEE_NOT_FOUND(Kind.NOT_FOUND, "There is no such payee.", "해당 받는 이가 없습니다.", "Check the member id or the account."),
    CONFIRMATION_NOT_FOUND(
            Kind.NOT_FOUND,
            "There is no such confirmation of this sender.",
            "해당 받는 이 확인 내역이 없습니다.",
            "confirm/payee gives one."),
    REMITTANCE_NOT_FOUND(Kind.NOT_FOUND, "There is no such remittance.", "해당 송금이 없습니다.", "Check the remittance id."),
    MEMBER_NOT_ACTIVE(
            Kind.REFUSED,
            "The sender is suspended or closed.",
            "이용이 정지되었거나 탈퇴한 회원입니다.",
            "Membership's staff can resume a suspended member."),
    PAYEE_NOT_ACTIVE(
            Kind.REFUSED,
            "The payee can't receive money: suspended or closed.",
            "받는 이가 이용 정지 또는 해지 상태여서 송금할 수 없습니다.",
            "Send to another member or account."),
    PAYEE_IS_SENDER(Kind.REFUSED, "Nobody sends money to himself.", "본인의 마이 머니로는 송금할 수 없습니다.", "Choose another payee."),
    BANK_NOT_TRANSFERABLE(
            Kind.REFUSED,
            "Nothing can be sent to this bank right now.",
            "지금은 이 은행으로 송금할 수 없습니다.",
            "find/transferable-banks lists the banks; some are in maintenance for a while."),
    CONFIRMATION_EXPIRED(
            Kind.REFUSED,
            "The payee was confirmed more than ten minutes ago.",
            "받는 이를 확인한 지 10분이 지났습니다.",
            "Confirm the payee again with confirm/payee."),
    CONFIRMATION_USED(
            Kind.REFUSED,
            "The confirmation was used before.",
            "이미 사용한 받는 이 확인입니다.",
            "Each remittance needs a confirmation of its own: confirm/payee."),
    LIMIT_PER_CALL(
            Kind.REFUSED,
            "The amount is above the sender's limit for one remittance.",
            "1회 송금 한도를 넘었습니다.",
            "Send less; a verified bank account raises the limit."),
    LIMIT_PER_DAY(
            Kind.REFUSED,
            "The amount is above what is left of the sender's limit for the day.",
            "1일 송금 한도를 넘었습니다.",
            "Send less, or tomorrow; a verified bank account raises the limit."),
    LIMIT_PER_MONTH(
            Kind.REFUSED,
            "The amount is above what is left of the sender's limit for the month.",
            "월 송금 한도를 넘었습니다.",
            "Send less; a verified bank account raises the limit."),
    REMITTANCE_ALREADY_SENT(
            Kind.REFUSED,
            "The money is on its way: the remittance can't be cancelled any more.",
            "이미 송금이 진행되어 취소할 수 없습니다.",
            "find/remittance shows how far it is."),
    REMITTANCE_ENDED(
            Kind.REFUSED,
            "The remittance has ended: there is nothing to cancel.",
            "이미 끝난 송금이므로 취소할 수 없습니다.",
            "find/remittance shows how it ended."),
    TOO_MANY_WAITING(
            Kind.CONFLICT,
            "Too many remittances of this sender wait for their turn.",
            "처리를 기다리는 송금이 너무 많습니다.",
            "Send it again, with the same key, once some of them are done.");

    private final Kind kind;
    private final String english;
    private final String korean;
    private final String next;

    RemittanceProblem(Kind kind, String english, String korean, String next) {
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
