package com.mypay.remittance;

import static com.mypay.framework.value.Won.won;

import com.mypay.remittance.application.Acceptance;
import com.mypay.remittance.application.AskAgain;
import com.mypay.remittance.application.CancelRemittance;
import com.mypay.remittance.application.ConfirmPayee;
import com.mypay.remittance.application.FindRemittances;
import com.mypay.remittance.application.FindTransferableBanks;
import com.mypay.remittance.application.FollowMember;
import com.mypay.remittance.application.Occasions;
import com.mypay.remittance.application.Orchestrator;
import com.mypay.remittance.application.RequestRemittance;
import com.mypay.remittance.application.TakeFirmbankingResult;
import com.mypay.remittance.application.TakeMoneyAnswer;
import com.mypay.remittance.domain.Limits;
import com.mypay.remittance.fake.Surroundings;
import com.mypay.remittance.fake.Tables;

/** All of remittance's use cases put together, on whatever tables and surroundings. */
public final class RemittanceHouse {

    /** As the configuration's defaults. */
    public static final Limits.ByLevel LIMITS = new Limits.ByLevel(
            new Limits(won(300_000), won(500_000), won(2_000_000)),
            new Limits(won(2_000_000), won(5_000_000), won(50_000_000)));

    public final ConfirmPayee confirmPayee;
    public final RequestRemittance requestRemittance;
    public final CancelRemittance cancelRemittance;
    public final FindRemittances findRemittances;
    public final FindTransferableBanks findTransferableBanks;
    public final TakeMoneyAnswer takeMoneyAnswer;
    public final TakeFirmbankingResult takeFirmbankingResult;
    public final AskAgain askAgain;
    public final FollowMember followMember;

    public RemittanceHouse(Tables tables, Surroundings around) {
        Occasions occasions = new Occasions(around.clock(), around.realTime());
        Orchestrator orchestrator = new Orchestrator(
                tables.remittances(),
                tables.senders(),
                around.outbox(),
                around.figures(),
                around.transactions(),
                occasions);
        Acceptance acceptance =
                new Acceptance(tables.partners(), tables.fees(), tables.senders(), orchestrator, LIMITS, occasions);
        confirmPayee = new ConfirmPayee(
                tables.confirmations(),
                tables.partners(),
                around.memberships(),
                around.banking(),
                around.requests(),
                around.transactions(),
                around.clock(),
                around.ids());
        requestRemittance = new RequestRemittance(
                tables.confirmations(),
                acceptance,
                around.requests(),
                around.transactions(),
                around.clock(),
                around.ids());
        cancelRemittance = new CancelRemittance(
                tables.remittances(), tables.senders(), orchestrator, around.requests(), around.transactions());
        findRemittances = new FindRemittances(tables.remittances(), around.transactions());
        findTransferableBanks = new FindTransferableBanks(around.banking());
        takeMoneyAnswer = new TakeMoneyAnswer(orchestrator);
        takeFirmbankingResult = new TakeFirmbankingResult(orchestrator, tables.remittances());
        askAgain = new AskAgain(tables.remittances(), orchestrator, around.transactions(), around.realTime());
        followMember = new FollowMember(tables.partners());
    }
}
