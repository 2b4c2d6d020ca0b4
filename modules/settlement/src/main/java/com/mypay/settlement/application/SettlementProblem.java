package com.mypay.settlement.application;

import com.mypay.framework.problem.Problem;

/** What settlement refuses. */
public enum SettlementProblem implements Problem {
    BUSINESS_DATE_MALFORMED(
            Kind.INVALID,
            "A business date is written yyyy-MM-dd.",
            "영업일은 yyyy-MM-dd 형식이어야 합니다.",
            "For example 2026-03-02."),
    ID_MALFORMED(
            Kind.INVALID,
            "An id is missing or malformed.",
            "ID가 없거나 형식이 잘못되었습니다.",
            "Take the id from the query that lists it."),
    BUSINESS_DATE_IN_FUTURE(
            Kind.REFUSED,
            "The business date has not begun yet.",
            "아직 시작되지 않은 영업일입니다.",
            "Settle a business date once it is over."),
    CYCLE_NOT_FOUND(
            Kind.NOT_FOUND,
            "There is no such cycle.",
            "해당 정산 회차가 없습니다.",
            "find/cycles lists them; a business date has one once its settlement was started."),
    SETTLEMENT_NOT_FOUND(
            Kind.NOT_FOUND,
            "There is no such settlement.",
            "해당 정산 내역이 없습니다.",
            "A franchise has one for each business date on which it had slips."),
    LINE_NOT_FOUND(
            Kind.NOT_FOUND,
            "There is no settlement line of this slip.",
            "해당 전표의 정산 내역이 없습니다.",
            "A slip has one once its business date is settled."),
    CYCLE_ALREADY_CLOSED(
            Kind.CONFLICT,
            "The business date is settled already.",
            "이미 정산이 완료된 영업일입니다.",
            "find/cycle shows the result."),
    CYCLE_NOT_CLOSED(
            Kind.CONFLICT,
            "The business date is not settled yet.",
            "아직 정산이 완료되지 않은 영업일입니다.",
            "Settle it first; a closed cycle can be computed again."),
    CYCLE_ALREADY_RUNNING(
            Kind.CONFLICT,
            "The business date is being settled right now.",
            "현재 정산이 진행 중인 영업일입니다.",
            "Wait for the running job."),
    CYCLES_OVERLAP(
            Kind.CONFLICT,
            "Some of these business dates are in another cycle.",
            "이미 다른 정산 회차에 속한 영업일이 있습니다.",
            "The detail names that cycle's dates; settle the others."),
    CYCLE_DOES_NOT_ADD_UP(
            Kind.REFUSED,
            "The cycle's sums differ; it is not closed.",
            "정산 합계가 일치하지 않아 회차를 마감하지 않았습니다.",
            "The detail names the sums; audit/invariants names the first row that is wrong."),
    IMPORT_NOT_FOUND(
            Kind.NOT_FOUND,
            "There is no such import of slips.",
            "해당 전표 반입이 없습니다.",
            "A job of import-slips has one once its file was found good."),
    IMPORT_ALREADY_DONE(
            Kind.CONFLICT,
            "A file with this content is imported already.",
            "같은 내용의 파일이 이미 반입되었습니다.",
            "Nothing is left to do."),
    IMPORT_ALREADY_RUNNING(
            Kind.CONFLICT,
            "A file with this content is being imported right now.",
            "같은 내용의 파일을 현재 반입하고 있습니다.",
            "Wait for the running job."),
    IMPORT_CHANGED(
            Kind.CONFLICT,
            "The file is not the one that this job began with.",
            "작업을 시작할 때의 파일과 내용이 다릅니다.",
            "Start a new job for the new file.");

    private final Kind kind;
    private final String english;
    private final String korean;
    private final String next;

    SettlementProblem(Kind kind, String english, String korean, String next) {
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
