package com.mypay.logs.application;

import com.mypay.framework.problem.Problem;

/** Everything that logs refuses. */
public enum LogsProblem implements Problem {
    PERIOD_INVALID(
            Kind.INVALID,
            "A period has an end after its begin and is at most 31 days long.",
            "조회 기간은 종료가 시작보다 뒤이고 최대 31일이어야 합니다.",
            "Send from and to as 2026-03-02T14:00:00Z."),
    GUID_INVALID(
            Kind.INVALID,
            "A GUID is 32 hexadecimal digits in small letters.",
            "거래고유번호는 소문자 16진수 32자리입니다.",
            "Copy it from the answer's header MyPay-Guid or from a log line."),
    ONE_REFERENCE(
            Kind.INVALID,
            "GUIDs are found by one id, or by a member and a day.",
            "거래고유번호는 식별자 하나 또는 회원과 날짜로 찾습니다.",
            "Send reference, or memberId and on.");

    private final Kind kind;
    private final String english;
    private final String korean;
    private final String next;

    LogsProblem(Kind kind, String english, String korean, String next) {
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
