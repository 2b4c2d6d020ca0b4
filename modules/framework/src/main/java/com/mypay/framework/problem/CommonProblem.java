package com.mypay.framework.problem;

/** What every service refuses, or can't do, in the same way. */
public enum CommonProblem implements Problem {
    FIELD_INVALID(
            Kind.INVALID,
            "A field is missing or malformed.",
            "빠졌거나 형식이 잘못된 항목이 있습니다.",
            "Correct the fields named in 'fields' and send again."),
    BODY_UNREADABLE(
            Kind.INVALID,
            "The body is not the JSON that this operation takes.",
            "본문이 이 기능이 받는 JSON 형식이 아닙니다.",
            "Compare the body with the OpenAPI document."),
    REQUEST_ID_INVALID(
            Kind.INVALID,
            "Every command carries an Idempotency-Key of 1 to 64 letters, digits and . _ : -",
            "모든 명령에는 Idempotency-Key(영문, 숫자, . _ : - 1~64자)가 있어야 합니다.",
            "Give each command a new key and repeat it with the same key."),
    CURSOR_INVALID(
            Kind.INVALID,
            "The cursor is not one that this query gave.",
            "이 조회가 발급한 커서가 아닙니다.",
            "Start again without a cursor."),
    CALLER_INVALID(
            Kind.INVALID,
            "The caller's identity is malformed.",
            "호출자 정보의 형식이 잘못되었습니다.",
            "Send MyPay-Caller as kind/id, for example member/1001."),
    TOO_MANY_HOPS(
            Kind.INVALID,
            "The call has passed through too many hops.",
            "호출이 너무 많은 단계를 거쳤습니다.",
            "Look for a loop between the systems that pass MyPay-Hop on."),
    NOT_PERMITTED(
            Kind.FORBIDDEN,
            "The caller may not do this.",
            "이 작업을 할 권한이 없습니다.",
            "Ask with an identity that has the role."),
    NO_SUCH_OPERATION(
            Kind.NOT_FOUND,
            "There is no such operation.",
            "존재하지 않는 기능입니다.",
            "The operations are listed at /openapi/ui."),
    NOT_SUPPORTED(
            Kind.INVALID,
            "This operation doesn't take the method or the media type of the call.",
            "이 기능이 지원하지 않는 메서드 또는 미디어 형식입니다.",
            "The operations are described at /openapi/ui; bodies are application/json."),
    NO_SUCH_DEAD_LETTER(
            Kind.NOT_FOUND,
            "There is no such dead letter.",
            "해당 미처리 메시지가 없습니다.",
            "find/dead-letters lists them; it may have been sent again already."),
    REQUEST_RUNNING(
            Kind.CONFLICT,
            "The same command is still running.",
            "같은 명령이 아직 처리 중입니다.",
            "Repeat it with the same Idempotency-Key in a few seconds to get its answer."),
    REQUEST_ID_REUSED(
            Kind.REFUSED,
            "This Idempotency-Key was used for a command with other content.",
            "이 Idempotency-Key는 다른 내용의 명령에 이미 사용되었습니다.",
            "Use a new key for a new command."),
    UNAVAILABLE(
            Kind.UNAVAILABLE,
            "Not available right now. Nothing has happened.",
            "지금은 처리할 수 없습니다. 아무것도 변경되지 않았습니다.",
            "Send the same again with the same Idempotency-Key."),
    OUTCOME_UNKNOWN(
            Kind.UNKNOWN,
            "The outcome is not known yet. It may have happened.",
            "결과를 아직 알 수 없습니다. 처리되었을 수 있습니다.",
            "Repeat with the same Idempotency-Key to learn the outcome."),
    INTERNAL_ERROR(Kind.BUG, "An internal error has occurred.", "내부 오류가 발생했습니다.", "Give the GUID to the operator.");

    private final Kind kind;
    private final String english;
    private final String korean;
    private final String next;

    CommonProblem(Kind kind, String english, String korean, String next) {
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
