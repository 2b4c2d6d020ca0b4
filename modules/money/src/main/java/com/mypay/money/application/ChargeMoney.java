package com.mypay.money.application;

import com.mypay.framework.clock.RealTime;
import com.mypay.framework.context.Caller;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeId;
import com.mypay.money.domain.Charges;
import com.mypay.money.domain.MemberProfile;
import com.mypay.money.domain.MemberProfiles;
import com.mypay.money.domain.MemberStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Charges my money from the linked account (충전): accepted at once, sent to banking as a message; the balance grows when
 * banking says that the bank has moved the money.
 */
@ApplicationScoped
public class ChargeMoney {

    static final String OPERATION = "charge/money";

    private final Transactions transactions;
    private final Requests requests;
    private final OpenMoney openMoney;
    private final MemberProfiles profiles;
    private final Charges charges;
    private final Outbox outbox;
    private final Ids ids;
    private final Occasions occasions;
    private final Clock realTime;

    @Inject
    public ChargeMoney(
            Transactions transactions,
            Requests requests,
            OpenMoney openMoney,
            MemberProfiles profiles,
            Charges charges,
            Outbox outbox,
            Ids ids,
            Occasions occasions,
            @RealTime Clock realTime) {
        this.transactions = transactions;
        this.requests = requests;
        this.openMoney = openMoney;
        this.profiles = profiles;
        this.charges = charges;
        this.outbox = outbox;
        this.ids = ids;
        this.occasions = occasions;
        this.realTime = realTime;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ChargeMoney() {
        this(null, null, null, null, null, null, null, null, null);
    }

    public record Command(Caller caller, RequestId requestId, MemberId member, Won amount) {}

    /** @param status {@code REQUESTED}; find/charge tells what becomes of it */
    public record Accepted(String chargeId, String status) {}

    public Accepted charge(Command command) {
        if (!command.caller().mayActFor(command.member())) {
            throw new RejectedException(MoneyProblem.MEMBER_NOT_FOUND, "member " + command.member());
        }
        CommandKey key = CommandKey.of(command.caller(), OPERATION, command.requestId(), command);
        return openMoney.whereMissing(
                () -> transactions.inTransaction(() -> requests.once(key, Accepted.class, () -> accept(command))));
    }

    private Accepted accept(Command command) {
        MemberProfile profile =
                profiles.find(command.member()).orElseThrow(() -> new MoneyNotOpenedException(command.member()));
        if (profile.status() != MemberStatus.ACTIVE) {
            throw new RejectedException(MoneyProblem.MEMBER_NOT_ACTIVE, "status " + profile.status());
        }
        Charge charge = Charge.requested(
                new ChargeId(ids.next()), command.member(), command.amount(), occasions.now(), realTime.instant());
        charges.add(charge);
        MoneyEvents.requested(charge);
        outbox.send(FirmbankingRequested.message(charge));
        return new Accepted(charge.id().value(), charge.status().name());
    }
}
