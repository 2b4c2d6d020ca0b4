package com.mypay.money.application.port;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The banking service: moves real money, knows the linked accounts. Never called inside a transaction. */
public interface Banking {

    /**
     * Moves money from a member's linked account to the corporate account; under the same request id at most once,
     * however often it is asked.
     *
     * @throws com.mypay.framework.problem.UnavailableException nothing has happened by this call
     * @throws com.mypay.framework.problem.UnknownOutcomeException it may have happened
     */
    Firmbanking topUp(String requestId, MemberId member, Won amount);

    /** What became of a request of ours; empty: banking has never received it. */
    Optional<Firmbanking> find(String requestId);

    /** The member's verified account; empty if it has none. */
    Optional<LinkedAccount> linkedAccountOf(MemberId member);

    /**
     * What became of an instruction to the bank (펌뱅킹).
     *
     * @param id banking's; {@code null} if it was refused before there was one
     * @param reasonCode why it was refused
     */
    record Firmbanking(
            Outcome outcome, @Nullable String id, @Nullable String reasonCode) {

        /** Refused because the member has no account to take the money from. */
        public static final String NO_LINKED_ACCOUNT = "NO_LINKED_ACCOUNT";

        /** What banking calls that. */
        private static final String NO_VERIFIED_ACCOUNT = "NO_VERIFIED_ACCOUNT";

        public static Firmbanking completed(String id) {
            return new Firmbanking(Outcome.COMPLETED, id, null);
        }

        public static Firmbanking refused(@Nullable String id, String reasonCode) {
            String ours = reasonCode.equals(NO_VERIFIED_ACCOUNT) ? NO_LINKED_ACCOUNT : reasonCode;
            return new Firmbanking(Outcome.REFUSED, id, ours);
        }

        public static Firmbanking unknown(@Nullable String id) {
            return new Firmbanking(Outcome.UNKNOWN, id, null);
        }
    }

    /** How it ended, as far as anybody knows. */
    enum Outcome {
        COMPLETED,
        REFUSED,
        UNKNOWN
    }

    /** A member's bank account as others may see it. */
    record LinkedAccount(
            String accountId,
            String bankCode,
            String bankName,
            String accountNumberMasked,
            @Nullable Instant registeredAt) {}
}
