package com.mypay.remittance.application;

import java.util.Arrays;

/**
 * Why a remittance failed, in words that a customer understands. Codes come from money, banking and the banks, who may
 * have new ones: those are {@link #OTHER}.
 */
public enum FailureReason {
    MONEY_INSUFFICIENT("The balance was too small, also after the top-up.", "자동 충전 후에도 잔액이 부족합니다."),
    NO_LINKED_ACCOUNT(
            "The balance was too small and no bank account is linked to top it up.", "잔액이 부족하고 자동 충전할 연동 계좌가 없습니다."),
    NO_VERIFIED_ACCOUNT(
            "The balance was too small and no bank account is verified to top it up.", "잔액이 부족하고 자동 충전할 인증된 계좌가 없습니다."),
    TOP_UP_REFUSED("The balance was too small and the bank refused to top it up.", "잔액이 부족하고 은행이 자동 충전을 거절했습니다."),
    INSUFFICIENT_FUNDS(
            "There was not enough money in the bank account that was to be debited.", "출금할 은행 계좌의 잔액이 부족합니다."),
    CORPORATE_ACCOUNT_SHORT(
            "The remittance can't be paid out at the moment. Try again later.", "지금은 지급할 수 없습니다. 잠시 후 다시 시도해 주십시오."),
    ACCOUNT_CLOSED("The bank account is closed.", "해지된 계좌입니다."),
    NO_ACCOUNT("The bank doesn't have the account.", "은행에 없는 계좌입니다."),
    LIMIT_EXCEEDED("The amount is above the bank's limit for one transfer.", "은행의 1회 이체 한도를 넘었습니다."),
    BANK_REFUSED("The bank refused the transfer.", "은행이 이체를 거절했습니다."),
    MEMBER_NOT_FOUND("A member of the remittance can't be found.", "송금 당사자인 회원을 찾을 수 없습니다."),
    MEMBER_NOT_ACTIVE("Sender or payee is suspended or closed.", "보내는 회원 또는 받는 회원이 이용 정지 또는 탈퇴 상태입니다."),
    PAYEE_NOT_FOUND("The payee can't be found any more.", "받는 이를 찾을 수 없습니다."),
    PAYEE_NOT_ACTIVE("The payee is suspended or closed.", "받는 회원이 이용 정지 또는 탈퇴 상태입니다."),
    ACCOUNT_NOT_AT_BANK("The bank doesn't have the payee's account.", "은행에 없는 계좌입니다."),
    ACCOUNT_NOT_OPEN("The payee's account can't receive money.", "받는 계좌가 입금할 수 없는 상태입니다."),
    BANK_CONTRACT_NOT_IN_FORCE("Nothing can be sent to this bank.", "이 은행으로는 송금할 수 없습니다."),
    BANK_IN_MAINTENANCE("The bank was in its maintenance window.", "은행 점검 시간이었습니다."),
    TRANSFER_LIMIT_EXCEEDED("The amount is above the bank's limit for one transfer.", "은행의 1회 이체 한도를 넘었습니다."),
    DAILY_LIMIT_EXCEEDED("The bank's limit for the day is used up.", "은행의 1일 이체 한도를 넘었습니다."),
    LIMIT_PER_CALL("The amount is above the limit for one remittance.", "1회 송금 한도를 넘었습니다."),
    LIMIT_PER_DAY("The limit for the day was used up.", "1일 송금 한도를 넘었습니다."),
    LIMIT_PER_MONTH("The limit for the month was used up.", "월 송금 한도를 넘었습니다."),
    NOT_RECEIVED("The bank did not take the transfer. Try again later.", "은행이 이체를 접수하지 못했습니다. 잠시 후 다시 시도해 주십시오."),
    RESOLVED_BY_STAFF("The bank did not pay it out; this was found out by hand.", "은행이 지급하지 않은 것으로 직원이 확인했습니다."),
    OTHER("The remittance could not be completed.", "송금을 완료하지 못했습니다.");

    private final String english;
    private final String korean;

    FailureReason(String english, String korean) {
        this.english = english;
        this.korean = korean;
    }

    /** @param code as the remittance has it */
    public static FailureReason of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(code))
                .findFirst()
                .orElse(OTHER);
    }

    public String english() {
        return english;
    }

    public String korean() {
        return korean;
    }
}
