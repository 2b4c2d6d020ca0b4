package com.mypay.banking.application;

import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankContract;
import com.mypay.banking.domain.DailyLimits;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingOrder;
import com.mypay.banking.domain.Firmbankings;
import com.mypay.banking.domain.Party;
import com.mypay.banking.domain.PayeeAccount;
import com.mypay.banking.domain.PayeeAccounts;
import com.mypay.banking.domain.RegisteredBankAccount;
import com.mypay.banking.domain.RegisteredBankAccounts;
import com.mypay.banking.domain.Wait;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.CallContext;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The first step of every firmbanking: finds it if it was requested before, otherwise checks it and writes it down. */
@ApplicationScoped
class OpenFirmbanking {

    private final Firmbankings firmbankings;
    private final RegisteredBankAccounts accounts;
    private final PayeeAccounts payeeAccounts;
    private final DailyLimits dailyLimits;
    private final BankTerms terms;
    private final BankGate gate;
    private final InquiryPace pace;
    private final Clock clock;
    private final Ids ids;

    @Inject
    OpenFirmbanking(
            Firmbankings firmbankings,
            RegisteredBankAccounts accounts,
            PayeeAccounts payeeAccounts,
            DailyLimits dailyLimits,
            BankTerms terms,
            BankGate gate,
            InquiryPace pace,
            Clock clock,
            Ids ids) {
        this.firmbankings = firmbankings;
        this.accounts = accounts;
        this.payeeAccounts = payeeAccounts;
        this.dailyLimits = dailyLimits;
        this.terms = terms;
        this.gate = gate;
        this.pace = pace;
        this.clock = clock;
        this.ids = ids;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected OpenFirmbanking() {
        this(null, null, null, null, null, null, null, null, null);
    }

    /** Inside a transaction. @throws RejectedException if it may not be sent; nothing has been written then */
    Firmbanking openOrFind(FirmbankingOrder order) {
        Optional<Firmbanking> before = firmbankings.find(order.requester(), order.requestId());
        if (before.isPresent()) {
            Firmbanking known = before.get();
            if (!known.isFor(order)) {
                throw new RejectedException(CommonProblem.REQUEST_ID_REUSED, "firmbanking " + known.id());
            }
            if (!known.isUnreached()) {
                return known;
            }
        }
        int attempt = before.map(Firmbanking::attempt).orElse(0) + 1;
        return opened(order, attempt);
    }

    /** Inside a transaction: writes down that we refuse it. */
    Firmbanking refuse(FirmbankingOrder order, String reasonCode) {
        Firmbanking refused = Firmbanking.refusedOnArrival(order, birth(1), reasonCode);
        firmbankings.add(refused);
        return refused;
    }

    private Firmbanking opened(FirmbankingOrder order, int attempt) {
        if (!order.purpose().fits(order.from(), order.to())) {
            throw new RejectedException(
                    BankingProblem.PARTIES_DO_NOT_FIT,
                    order.purpose() + " from " + order.from().kind() + " to "
                            + order.to().kind());
        }
        BankAccountNumber from = accountOf(order.from());
        BankAccountNumber to = accountOf(order.to());
        if (from.equals(to)) {
            throw new RejectedException(BankingProblem.SAME_ACCOUNT, from.toString());
        }
        BankContract called = gate.contract(from, to, order.purpose(), order.amount());
        Optional<Wait> wait = waitOf(order, called, from, to);
        Firmbanking.Route route = new Firmbanking.Route(from, to, called.feePerCall());
        if (wait.isPresent()) {
            Firmbanking waiting = Firmbanking.waiting(order, route, birth(attempt), wait.get());
            firmbankings.add(waiting);
            return waiting;
        }
        Firmbanking firmbanking = Firmbanking.requested(order, route, birth(attempt), pace.stale());
        firmbankings.add(firmbanking);
        if (!dailyLimits.take(from.bank(), firmbanking.transactionDate(), order.amount(), called.dailyLimit())) {
            throw new RejectedException(
                    BankingProblem.DAILY_LIMIT_EXCEEDED,
                    "the limit is " + called.dailyLimit() + " a day at bank " + from.bank());
        }
        return firmbanking;
    }

    /** Only who isn't waiting for the answer has time. */
    private Optional<Wait> waitOf(
            FirmbankingOrder order, BankContract called, BankAccountNumber from, BankAccountNumber to) {
        boolean hasTime = order.replyTo() != null;
        Optional<Wait> maintenance = gate.maintenance(from, to, order.purpose());
        if (maintenance.isPresent() && !(hasTime && order.purpose().waitsForMaintenance())) {
            throw new RejectedException(
                    BankingProblem.BANK_IN_MAINTENANCE, "bank " + from.bank() + " or bank " + to.bank());
        }
        return maintenance.isPresent() || !hasTime ? maintenance : gate.turn(called);
    }

    private Firmbanking.Birth birth(int attempt) {
        Instant now = clock.instant();
        return new Firmbanking.Birth(
                ids.next(),
                attempt,
                now,
                BusinessClock.businessDate(now),
                CallContext.current().guid().value());
    }

    private BankAccountNumber accountOf(Party party) {
        return switch (party.kind()) {
            case MEMBER -> accountOf(Objects.requireNonNull(party.member()));
            case CORPORATE -> terms.corporateAccount();
            case PAYEE -> accountOf(Objects.requireNonNull(party.payeeAccountId()));
            case ACCOUNT -> Objects.requireNonNull(party.account());
        };
    }

    private BankAccountNumber accountOf(String payeeAccountId) {
        return payeeAccounts
                .find(payeeAccountId)
                .map(PayeeAccount::account)
                .orElseThrow(() -> new RejectedException(BankingProblem.PAYEE_ACCOUNT_NOT_FOUND, payeeAccountId));
    }

    private BankAccountNumber accountOf(MemberId member) {
        return accounts.verified(member)
                .map(RegisteredBankAccount::account)
                .orElseThrow(() -> new RejectedException(BankingProblem.NO_VERIFIED_ACCOUNT, "member " + member));
    }
}
