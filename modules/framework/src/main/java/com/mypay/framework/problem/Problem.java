package com.mypay.framework.problem;

/**
 * One thing that a service refuses, or can't do. Each service lists all of its own in one enum {@code …Problem}; the constant's name
 * is the code that callers see and that stays stable.
 */
public interface Problem {

    /** The stable code: the enum constant's name. */
    String name();

    Kind kind();

    /** One sentence for people, English. */
    String english();

    /** The same sentence in Korean. */
    String korean();

    /** What the caller can do next, English; empty where the sentence says it already. */
    default String next() {
        return "";
    }

    enum Kind {
        /** The request itself is malformed. */
        INVALID(400),
        /** The caller may not do this at all (the area is not theirs). */
        FORBIDDEN(403),
        /** There is no such thing, or it is somebody else's: the answer is the same. */
        NOT_FOUND(404),
        /** Not now: something else runs or stands in the way. */
        CONFLICT(409),
        /** Understood and refused by a rule. */
        REFUSED(422),
        /** Nothing has happened: {@link UnavailableException}. */
        UNAVAILABLE(503),
        /** May have happened: {@link UnknownOutcomeException}. */
        UNKNOWN(504),
        /** A bug of ours. */
        BUG(500);

        private final int httpStatus;

        Kind(int httpStatus) {
            this.httpStatus = httpStatus;
        }

        public int httpStatus() {
            return httpStatus;
        }
    }
}
