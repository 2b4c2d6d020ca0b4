package com.mypay.banking.application;

import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.BankContract;
import com.mypay.banking.domain.CallPace;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.Purpose;
import com.mypay.banking.domain.Wait;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.Won;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands between a firmbanking and its bank: what the contracts forbid for good, and what passes by itself. The
 * day's limit is not here: it is taken last, and on the day on which the bank is called.
 */
@ApplicationScoped
class BankGate {

    private final BankTerms terms;
    private final CallPace callPace;
    private final InquiryPace pace;

    @Inject
    BankGate(BankTerms terms, CallPace callPace, InquiryPace pace) {
        this.terms = terms;
        this.callPace = callPace;
        this.pace = pace;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected BankGate() {
        this(null, null, null);
    }

    /**
     * Both banks' contracts permit it today.
     *
     * @return the contract of the bank that is called
     * @throws RejectedException {@code BANK_CONTRACT_NOT_IN_FORCE}, {@code TRANSFER_LIMIT_EXCEEDED}: waiting doesn't help
     */
    BankContract contract(BankAccountNumber from, BankAccountNumber to, Purpose purpose, Won amount) {
        BankContract called = terms.agreed(from.bank(), purpose);
        if (amount.isMoreThan(called.perTransferLimit())) {
            throw new RejectedException(
                    BankingProblem.TRANSFER_LIMIT_EXCEEDED,
                    "the limit is " + called.perTransferLimit() + " at bank " + from.bank());
        }
        if (!to.bank().equals(from.bank())) {
            terms.agreed(to.bank(), purpose);
        }
        return called;
    }

    /** Until neither bank is in the maintenance window that it is in now; another one may follow. */
    Optional<Wait> maintenance(BankAccountNumber from, BankAccountNumber to, Purpose purpose) {
        return Stream.of(from.bank(), to.bank())
                .flatMap(bank -> maintenanceLeft(bank, purpose).stream())
                .max(Comparator.naturalOrder())
                .map(left -> new Wait(
                        Firmbanking.BANK_IN_MAINTENANCE, pace.realTime().plus(left)));
    }

    private Optional<Duration> maintenanceLeft(BankCode bank, Purpose purpose) {
        return terms.maintenanceLeft(terms.agreed(bank, purpose));
    }

    /** Inside a transaction: takes a turn; empty if it has come already, or the bank may be called as often as we like. */
    Optional<Wait> turn(BankContract called) {
        return called.callsPerSecond().flatMap(callsPerSecond -> {
            Instant now = pace.realTime();
            Instant turn = callPace.take(called.bank(), now, callsPerSecond);
            return turn.isAfter(now) ? Optional.of(new Wait(Firmbanking.BANK_PACE, turn)) : Optional.empty();
        });
    }
}
