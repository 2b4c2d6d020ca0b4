package com.mypay.banking.application;

import com.mypay.framework.problem.Problem;

/** Everything that banking refuses. */
public enum BankingProblem implements Problem {
    PARTY_INVALID(
            Kind.INVALID,
            "A party names exactly what belongs to its kind: MEMBER a memberId, ACCOUNT a bankCode and an accountNumber.",
            "거래 당사자에는 종류에 맞는 값만 있어야 합니다: MEMBER는 memberId, ACCOUNT는 bankCode와 accountNumber.",
            "Correct 'from' and 'to'."),
    CONTRACT_TERMS_INVALID(
            Kind.INVALID,
            "The terms of the contract contradict each other.",
            "계약 조건이 서로 모순됩니다.",
            "Correct what 'detail' names."),
    PERIOD_INVALID(Kind.INVALID, "The period ends before it begins.", "기간의 끝이 시작보다 앞섭니다.", "Correct 'from' and 'to'."),
    MEMBER_NOT_FOUND(Kind.NOT_FOUND, "There is no such member.", "해당 회원이 없습니다.", "Check the member id."),
    BANK_ACCOUNT_NOT_FOUND(
            Kind.NOT_FOUND,
            "The member has no registered bank account.",
            "연동된 계좌가 없습니다.",
            "Register one with register/bank-account."),
    NOTHING_TO_VERIFY(
            Kind.NOT_FOUND,
            "No bank account of the member waits for its code.",
            "인증을 기다리는 계좌가 없습니다.",
            "Register the account first; a locked one has to be registered anew."),
    FIRMBANKING_NOT_FOUND(
            Kind.NOT_FOUND, "There is no such firmbanking.", "해당 펌뱅킹 거래가 없습니다.", "Check the id and the requester."),
    PAYEE_ACCOUNT_NOT_FOUND(
            Kind.NOT_FOUND,
            "No payee's account of this id was confirmed.",
            "확인된 받는 계좌가 아닙니다.",
            "Confirm the account with confirm/payee-account."),
    BANK_CONTRACT_NOT_FOUND(
            Kind.NOT_FOUND,
            "There is no contract with this bank.",
            "해당 은행과의 펌뱅킹 계약이 없습니다.",
            "Register one with register/bank-contract."),
    CORPORATE_ACCOUNT_NOT_FOUND(
            Kind.NOT_FOUND,
            "There is no such corporate account.",
            "해당 법인 계좌가 없습니다.",
            "find/corporate-accounts lists them."),
    RECONCILIATION_ITEM_NOT_FOUND(
            Kind.NOT_FOUND, "There is no such difference.", "해당 대사 차이가 없습니다.", "find/reconciliation-items lists them."),
    RECONCILIATION_ITEM_RESOLVED(
            Kind.CONFLICT, "Somebody has resolved it already.", "이미 처리된 대사 차이입니다.", "'detail' says who."),
    STATEMENT_NOT_COMPLETE(
            Kind.REFUSED,
            "The date is not over: the bank may still add to its statement.",
            "아직 끝나지 않은 날짜여서 은행 거래내역이 확정되지 않았습니다.",
            "Reconcile it from five minutes after midnight on."),
    BANK_CONTRACT_EXISTS(
            Kind.CONFLICT,
            "There is a contract with this bank already.",
            "해당 은행과의 펌뱅킹 계약이 이미 있습니다.",
            "Change it with modify/bank-contract."),
    MEMBER_NOT_ACTIVE(
            Kind.REFUSED, "The member is suspended or has left.", "이용이 정지되었거나 탈퇴한 회원입니다.", "Ask membership why."),
    ACCOUNT_NOT_AT_BANK(
            Kind.REFUSED, "The bank doesn't have this account.", "은행에 없는 계좌입니다.", "Check bank and account number."),
    ACCOUNT_NOT_OPEN(
            Kind.REFUSED,
            "The account is not in a normal state at its bank.",
            "정상 상태의 계좌가 아닙니다.",
            "Use another account, or have the bank reopen it."),
    HOLDER_NAME_DIFFERS(
            Kind.REFUSED,
            "The account belongs to somebody of another name.",
            "예금주명이 일치하지 않습니다.",
            "Write the holder's name as the bank does."),
    VERIFICATION_REFUSED(
            Kind.REFUSED,
            "The bank refused to pay the verification deposit into the account.",
            "은행이 인증용 1원 입금을 거절했습니다.",
            "See 'detail' for the bank's reason; use another account."),
    VERIFICATION_CODE_WRONG(
            Kind.REFUSED,
            "The verification code is wrong.",
            "인증번호가 일치하지 않습니다.",
            "Read the code in the memo of the 1-won deposit; three wrong codes lock the account."),
    VERIFICATION_LOCKED(
            Kind.REFUSED,
            "The account is locked after three wrong codes.",
            "인증번호를 3회 잘못 입력하여 잠긴 계좌입니다.",
            "Register the account anew."),
    VERIFICATION_EXPIRED(
            Kind.REFUSED,
            "The verification code is too old.",
            "인증번호의 유효기간이 지났습니다.",
            "Register the account anew to get another code."),
    VERIFICATION_LIMIT_EXCEEDED(
            Kind.REFUSED,
            "The account has been sent as many verification codes today as an account is sent on one day.",
            "이 계좌에 오늘 보낼 수 있는 인증번호 횟수를 초과했습니다.",
            "Register it tomorrow, or another account."),
    NO_VERIFIED_ACCOUNT(
            Kind.REFUSED,
            "The member has no verified bank account.",
            "인증된 연동 계좌가 없습니다.",
            "The member has to register and verify one."),
    NO_CORPORATE_ACCOUNT(
            Kind.REFUSED,
            "No corporate account is the primary one.",
            "대표 법인 계좌가 지정되지 않았습니다.",
            "Register one with register/corporate-account."),
    PARTIES_DO_NOT_FIT(
            Kind.REFUSED,
            "A firmbanking of this purpose is not made between these parties.",
            "이 목적의 펌뱅킹은 이 당사자들 사이에 할 수 없습니다.",
            "CHARGE and TOP_UP go from MEMBER to CORPORATE, PAYOUT from CORPORATE to MEMBER, REMITTANCE from CORPORATE to"
                    + " MEMBER, ACCOUNT or PAYEE."),
    SAME_ACCOUNT(
            Kind.REFUSED,
            "Payer and payee are the same account.",
            "출금 계좌와 입금 계좌가 같습니다.",
            "A corporate account can't be a member's."),
    BANK_CONTRACT_NOT_IN_FORCE(
            Kind.REFUSED,
            "There is no contract in force with this bank for this purpose.",
            "해당 은행과 이 목적으로 유효한 펌뱅킹 계약이 없습니다.",
            "find/transferable-banks lists the banks that can be used."),
    BANK_IN_MAINTENANCE(
            Kind.REFUSED,
            "The bank is in its maintenance window.",
            "은행 점검 시간입니다.",
            "Try again after the end of the window, with a new request id."),
    TRANSFER_LIMIT_EXCEEDED(
            Kind.REFUSED,
            "The amount is above the contract's limit for one transfer.",
            "1회 이체 한도를 초과했습니다.",
            "Send less."),
    DAILY_LIMIT_EXCEEDED(
            Kind.REFUSED,
            "The amount is above what is left of the contract's limit for the day.",
            "1일 이체 한도를 초과했습니다.",
            "Send less, or tomorrow.");

    private final Kind kind;
    private final String english;
    private final String korean;
    private final String next;

    BankingProblem(Kind kind, String english, String korean, String next) {
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
