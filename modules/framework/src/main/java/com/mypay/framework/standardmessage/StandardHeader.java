package com.mypay.framework.standardmessage;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The header of a standard message (표준전문).
 *
 * @param globalId the business transaction, 34 characters at most
 * @param requestedAt in Seoul, to the millisecond
 * @param answeredAt in Seoul, to the millisecond; {@code null} in a request
 * @param direction whether it is a request or an answer
 * @param system who sends
 * @param service what is asked for
 * @param channel where it began: a branch, a machine, an app
 * @param result code of the result; empty in a request
 * @param resultText the same for people; empty in a request
 * @param masked whether the body's personal data is masked
 * @param simulated whether nothing may really happen
 * @param bodyBytes length of the body that follows
 */
public record StandardHeader(
        String globalId,
        LocalDateTime requestedAt,
        @Nullable LocalDateTime answeredAt,
        Direction direction,
        String system,
        String service,
        String channel,
        String result,
        String resultText,
        boolean masked,
        boolean simulated,
        int bodyBytes) {

    /** 송수신구분. */
    public enum Direction {
        /** S: somebody asks. */
        REQUEST,
        /** R: the answer. */
        ANSWER
    }

    /** The header of the answer to this request. */
    public StandardHeader answered(LocalDateTime at, String code, String text, int bytes) {
        return new StandardHeader(
                globalId,
                requestedAt,
                at,
                Direction.ANSWER,
                system,
                service,
                channel,
                code,
                text,
                masked,
                simulated,
                bytes);
    }
}
