package com.mypay.framework.standardmessage;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;

/** The layout: the fields in their order, each with its length and what it may hold. The only place that knows it. */
enum HeaderField {
    /** 글로벌 ID, as the house's {@link com.mypay.framework.context.GuidFormat} writes it. */
    GLOBAL_ID("globalId", 34, Form.ID),
    /** 요청일시, in Seoul. */
    REQUESTED_AT("requestedAt", 17, Form.TIME),
    /** 응답일시, in Seoul; blank in a request. */
    ANSWERED_AT("answeredAt", 17, Form.TIME_OR_BLANK),
    /** 송수신구분. */
    DIRECTION("direction", 1, Form.SENT_OR_RECEIVED),
    /** 시스템코드. */
    SYSTEM("system", 8, Form.CODE),
    /** 서비스코드. */
    SERVICE("service", 12, Form.CODE),
    /** 채널구분. */
    CHANNEL("channel", 3, Form.CODE),
    /** 결과코드; blank in a request. */
    RESULT("result", 8, Form.CODE_OR_BLANK),
    /** 결과메시지; blank in a request. For people: what is too long is cut. */
    RESULT_TEXT("resultText", 60, Form.TEXT),
    /** 마스킹여부. */
    MASKED("masked", 1, Form.YES_OR_NO),
    /** 시뮬레이션여부. */
    SIMULATED("simulated", 1, Form.YES_OR_NO),
    /** 본문길이. */
    BODY_BYTES("bodyBytes", 8, Form.NUMBER);

    private final String json;
    private final int bytes;
    private final Form form;

    HeaderField(String json, int bytes, Form form) {
        this.json = json;
        this.bytes = bytes;
        this.form = form;
    }

    /** Its name in JSON, and in errors. */
    String json() {
        return json;
    }

    /** Its length in the fixed-length form. */
    int bytes() {
        return bytes;
    }

    /** Led by zeros; all others are followed by blanks. */
    boolean isNumber() {
        return form == Form.NUMBER;
    }

    /** What is too long is cut; any other is refused. */
    boolean isText() {
        return form == Form.TEXT;
    }

    /** @throws RejectedException if the value isn't one of this field's */
    String checked(String value) {
        if (!value.matches(form.pattern)) {
            throw refused("it has to be " + form.words);
        }
        return value;
    }

    /** Names the field and never its value: somebody's data may stand there. */
    RejectedException refused(String reason) {
        return new RejectedException(CommonProblem.FIELD_INVALID, json + ": " + reason);
    }

    /** What a field may hold, without its padding, as long as it fits. */
    private enum Form {
        ID("[0-9A-Za-z]+", "letters and digits"),
        CODE("[0-9A-Z]+", "capital letters and digits"),
        CODE_OR_BLANK("[0-9A-Z]*", "capital letters and digits, or blank"),
        TIME("[0-9]{17}", "a time, yyyyMMddHHmmssSSS"),
        TIME_OR_BLANK("(?:[0-9]{17})?", "a time, yyyyMMddHHmmssSSS, or blank"),
        SENT_OR_RECEIVED("[SR]", "S (request) or R (answer)"),
        YES_OR_NO("[YN]", "Y or N"),
        NUMBER("0|[1-9][0-9]*", "a whole number from 0"),
        /** No line breaks, no terminal's commands: it ends up in logs and on screens. */
        TEXT("[^\\p{Cc}\\x{2028}\\x{2029}]*", "a text of one line");

        private final String pattern;
        private final String words;

        Form(String pattern, String words) {
            this.pattern = pattern;
            this.words = words;
        }
    }
}
