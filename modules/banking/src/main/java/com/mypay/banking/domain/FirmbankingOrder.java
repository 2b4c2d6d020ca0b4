package com.mypay.banking.domain;

import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be moved.
 *
 * @param requester a service's name ({@code money}) or {@code staff/kim}; request ids are unique within it
 * @param requestId the requester's id of this movement
 * @param replyTo the queue that gets the result; {@code null} where the requester waits for the answer
 * @param amount positive
 * @param memo what both account statements show; may be empty, at most {@value #MAX_MEMO_LENGTH} characters
 */
public record FirmbankingOrder(
        String requester,
        RequestId requestId,
        @Nullable String replyTo,
        Party from,
        Party to,
        Won amount,
        Purpose purpose,
        String memo) {

    public static final int MAX_MEMO_LENGTH = 100;

    public FirmbankingOrder {
        if (memo.length() > MAX_MEMO_LENGTH || memo.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a memo has at most 100 characters, none of them a control character");
        }
    }
}
