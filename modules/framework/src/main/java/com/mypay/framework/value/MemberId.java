package com.mypay.framework.value;

/**
 * Names a member (회원): a person or a franchise. Issued by membership from a sequence; 1001, 1002, …
 *
 * @param value positive
 */
public record MemberId(long value) implements Comparable<MemberId> {

    public MemberId {
        if (value <= 0) {
            throw new IllegalArgumentException("a member id is positive, not " + value);
        }
    }

    public static MemberId memberId(long value) {
        return new MemberId(value);
    }

    @Override
    public int compareTo(MemberId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
