package com.mypay.banksimulator.domain;

/** Everything the banks refuse to take in; nothing has changed then. A refused transfer is an answer, not a problem. */
public enum BankProblem {
    MALFORMED_REQUEST(400, "The request is not understood", "요청을 이해할 수 없습니다"),
    UNKNOWN_PATH(404, "There is nothing here", "없는 주소입니다"),
    UNKNOWN_BANK(404, "There is no such bank", "없는 은행입니다"),
    UNKNOWN_ACCOUNT(404, "There is no such account", "없는 계좌입니다"),
    METHOD_NOT_ALLOWED(405, "This can't be done here", "허용되지 않는 메서드입니다"),
    TRANSACTION_ID_REUSED(409, "The transaction id is taken", "이미 사용된 거래번호입니다"),
    ACCOUNT_DIFFERS(409, "The account exists and is another", "이미 다른 내용으로 개설된 계좌입니다"),
    BODY_TOO_LARGE(413, "The body is too large", "요청 본문이 너무 큽니다"),
    BANK_DOWN(503, "The bank is down", "은행 시스템이 중단되었습니다"),
    BANK_BUSY(503, "The bank is busy", "은행이 혼잡합니다"),
    INTERNAL(500, "The bank failed; ask before sending again", "은행 내부 오류입니다. 다시 보내기 전에 조회하십시오");

    private final int httpStatus;
    private final String title;
    private final String titleKo;

    BankProblem(int httpStatus, String title, String titleKo) {
        this.httpStatus = httpStatus;
        this.title = title;
        this.titleKo = titleKo;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public String title() {
        return title;
    }

    public String titleKo() {
        return titleKo;
    }
}
