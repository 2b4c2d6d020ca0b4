package com.mypay.banking.application;

import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.domain.FirmbankingStep;
import com.mypay.banking.domain.Firmbankings;
import com.mypay.banking.domain.Firmbankings.BankFees;
import com.mypay.banking.domain.Firmbankings.Period;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What became of firmbankings. A member sees its own, a service what it has requested, staff everything. */
@ApplicationScoped
public class FindFirmbankings {

    private final Firmbankings firmbankings;
    private final Transactions transactions;

    @Inject
    FindFirmbankings(Firmbankings firmbankings, Transactions transactions) {
        this.firmbankings = firmbankings;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindFirmbankings() {
        this(null, null);
    }

    /** @param history from the first step on */
    public record Found(Firmbanking firmbanking, List<FirmbankingStep> history) {}

    public Found byId(Caller caller, String firmbankingId) {
        return transactions.inTransaction(() -> found(firmbankings
                .find(firmbankingId)
                .filter(firmbanking -> maySee(caller, firmbanking))
                .orElseThrow(() -> new RejectedException(BankingProblem.FIRMBANKING_NOT_FOUND))));
    }

    /** The latest attempt of one request. */
    public Found byRequest(Caller caller, String requester, RequestId requestId) {
        return transactions.inTransaction(() -> found(firmbankings
                .find(requester, requestId)
                .filter(firmbanking -> maySee(caller, firmbanking))
                .orElseThrow(() -> new RejectedException(BankingProblem.FIRMBANKING_NOT_FOUND))));
    }

    /** The latest first; from one business date to another, both inclusive. */
    public Page<Firmbanking> ofMember(
            Caller caller, MemberId member, LocalDate from, LocalDate to, PageRequest request) {
        if (!caller.mayActFor(member)) {
            throw new RejectedException(BankingProblem.MEMBER_NOT_FOUND, "member " + member);
        }
        if (to.isBefore(from)) {
            throw new RejectedException(BankingProblem.PERIOD_INVALID, from + " to " + to);
        }
        Period period = new Period(startOf(from), startOf(to.plusDays(1)));
        List<Firmbanking> rows = transactions.inTransaction(() -> firmbankings.ofMember(member, period, request));
        return Page.of(rows, request, Firmbanking::id);
    }

    /** The work list: nobody knows yet what became of these; their banks are being asked. */
    public Page<Firmbanking> unknown(PageRequest request) {
        List<Firmbanking> rows =
                transactions.inTransaction(() -> firmbankings.open(FirmbankingStatus.UNKNOWN, request));
        return Page.of(rows, request, Firmbanking::id);
    }

    /** What was ordered by message and waits for its bank; it goes on by itself. */
    public Page<Firmbanking> waiting(PageRequest request) {
        List<Firmbanking> rows =
                transactions.inTransaction(() -> firmbankings.open(FirmbankingStatus.WAITING, request));
        return Page.of(rows, request, Firmbanking::id);
    }

    /** The fees of the calls that were completed, by bank; what each bank's bill of the month has to say. */
    public List<BankFees> fees(YearMonth month) {
        return transactions.inTransaction(() -> firmbankings.fees(month.atDay(1), month.atEndOfMonth()));
    }

    private Found found(Firmbanking firmbanking) {
        return new Found(firmbanking, firmbankings.history(firmbanking.id()));
    }

    private static boolean maySee(Caller caller, Firmbanking firmbanking) {
        return switch (caller.kind()) {
            case STAFF -> true;
            case SERVICE -> firmbanking.requester().equals(caller.id());
            case MEMBER, FRANCHISE ->
                firmbanking.member().map(caller::mayActFor).orElse(false);
            case ANONYMOUS -> false;
        };
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BusinessClock.SEOUL).toInstant();
    }
}
