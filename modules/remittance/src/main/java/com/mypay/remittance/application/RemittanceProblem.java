package com.mypay.remittance.application;

import com.mypay.framework.problem.Problem;

/** Everything that remittance refuses. */
public enum RemittanceProblem implements Problem {
    PAYEE_INCOMPLETE(
            Kind.INVALID,
            "A payee is a member or an account at a bank.",
            "받는 이는 회원 또는 은행 계좌 중 하나로 지정해야 합니다.",
            "Send payeeMemberId, or bankCode and accountNumber."),
    SCHEDULE_INVALID(
            Kind.INVALID,
            "A schedule is one date, or a day of each month.",
            "예약은 날짜 하루 또는 매월 날짜 중 하나로 지정해야 합니다.",
            "Send onDate, or dayOfMonth and, if it is to end, until."),
    MEMBER_NOT_FOUND(Kind.NOT_FOUND, "There is no such member.", "해당 회원이 없습니다.", "Check the member id."),
    PAYEE_NOT_FOUND(Kind.NOT_FOUND, "There is no such payee.", "해당 받는 이가 없습니다.", "Check the member id or the account."),
    CONFIRMATION_NOT_FOUND(
            Kind.NOT_FOUND,
            "There is no such confirmation of this sender.",
            "해당 받는 이 확인 내역이 없습니다.",
            "confirm/payee gives one."),
    REMITTANCE_NOT_FOUND(Kind.NOT_FOUND, "There is no such remittance.", "해당 송금이 없습니다.", "Check the remittance id."),
    FEE_NOT_FOUND(Kind.NOT_FOUND, "There is no such fee proposal.", "해당 수수료 변경이 없습니다.", "Check the fee id."),
    STANDING_NOT_FOUND(Kind.NOT_FOUND, "There is no such standing remittance.", "해당 자동 송금이 없습니다.", "Check the id."),
    RESOLUTION_NOT_FOUND(
            Kind.NOT_FOUND,
            "There is no such resolution.",
            "해당 처리 제안이 없습니다.",
            "find/in-doubt shows what was proposed."),
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
    REMITTANCE_NOT_IN_DOUBT(
            Kind.REFUSED,
            "The remittance is not on the work list: the bank may still answer, or has.",
            "처리 대상 송금이 아닙니다. 은행이 아직 응답할 수 있거나 이미 응답했습니다.",
            "find/in-doubt lists what can be resolved."),
    RESOLUTION_DECIDED(
            Kind.CONFLICT,
            "A resolution of this remittance was approved before.",
            "이미 승인된 처리 제안이 있습니다.",
            "find/in-doubt shows it; banking ends the remittance."),
    FEE_IN_THE_PAST(
            Kind.REFUSED,
            "Fees take effect today or later.",
            "수수료는 오늘 이후부터 적용할 수 있습니다.",
            "Choose a later date: remittances keep the fee of their day."),
    FEE_DECIDED(Kind.CONFLICT, "The fee was approved before.", "이미 승인된 수수료 변경입니다.", "Propose another one."),
    SAME_PERSON(
            Kind.REFUSED,
            "Who proposes something does not approve it.",
            "제안한 사람은 승인할 수 없습니다.",
            "Let another person with the role approve it."),
    SCHEDULE_EMPTY(
            Kind.REFUSED,
            "The schedule has no date from today on, or begins more than a year from now.",
            "예약에 해당하는 날짜가 없거나 1년 이후에 시작합니다.",
            "Choose dates from today on, within a year."),
    STANDING_ENDED(
            Kind.REFUSED,
            "The standing remittance has ended.",
            "이미 끝난 자동 송금입니다.",
            "find/standing-remittances shows it."),
    TOO_MANY_STANDING(
            Kind.CONFLICT,
            "The sender has too many standing remittances.",
            "등록할 수 있는 자동 송금 수를 넘었습니다.",
            "Cancel one that isn't needed any more."),
    TOO_MANY_CONFIRMATIONS(
            Kind.CONFLICT,
            "The sender has had too many payees confirmed within an hour.",
            "1시간 동안 확인할 수 있는 받는 이 수를 넘었습니다.",
            "Send with a confirmation that isn't used yet, or ask again later."),
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
