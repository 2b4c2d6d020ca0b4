package com.mypay.remittance;

import static com.mypay.framework.value.Won.won;

import com.mypay.remittance.application.Acceptance;
import com.mypay.remittance.application.ApproveRemittanceFee;
import com.mypay.remittance.application.ApproveResolution;
import com.mypay.remittance.application.AskAgain;
import com.mypay.remittance.application.CancelRemittance;
import com.mypay.remittance.application.CancelStandingRemittance;
import com.mypay.remittance.application.ConfirmPayee;
import com.mypay.remittance.application.ConfirmationLimit;
import com.mypay.remittance.application.Eligibility;
import com.mypay.remittance.application.FindInDoubt;
import com.mypay.remittance.application.FindRemittanceFees;
import com.mypay.remittance.application.FindRemittances;
import com.mypay.remittance.application.FindStandingRemittances;
import com.mypay.remittance.application.FindTransferableBanks;
import com.mypay.remittance.application.FollowMember;
import com.mypay.remittance.application.ForgetConfirmations;
import com.mypay.remittance.application.ModifyRemittanceFee;
import com.mypay.remittance.application.Occasions;
import com.mypay.remittance.application.Orchestrator;
import com.mypay.remittance.application.RequestRemittance;
import com.mypay.remittance.application.ResolveRemittance;
import com.mypay.remittance.application.RunStandingRemittances;
import com.mypay.remittance.application.ScheduleRemittance;
import com.mypay.remittance.application.TakeFirmbankingResult;
import com.mypay.remittance.application.TakeMoneyAnswer;
import com.mypay.remittance.application.UseConfirmation;
import com.mypay.remittance.application.WorkListLimit;
import com.mypay.remittance.domain.Limits;
import com.mypay.remittance.fake.Surroundings;
import com.mypay.remittance.fake.Tables;
import java.time.Duration;

/** All of remittance's use cases put together, on whatever tables and surroundings. */
public final class RemittanceHouse {

    /** As the configuration's defaults. */
    public static final Limits.ByLevel LIMITS = new Limits.ByLevel(
            new Limits(won(300_000), won(500_000), won(2_000_000)),
            new Limits(won(2_000_000), won(5_000_000), won(50_000_000)));

    public static final ConfirmationLimit CONFIRMATIONS = new ConfirmationLimit(60);

    public static final WorkListLimit WORK_LIST = new WorkListLimit(Duration.ofMinutes(30));

    public final Orchestrator orchestrator;
    public final ConfirmPayee confirmPayee;
    public final RequestRemittance requestRemittance;
    public final CancelRemittance cancelRemittance;
    public final FindRemittances findRemittances;
    public final FindTransferableBanks findTransferableBanks;
    public final TakeMoneyAnswer takeMoneyAnswer;
    public final TakeFirmbankingResult takeFirmbankingResult;
    public final AskAgain askAgain;
    public final FollowMember followMember;
    public final ApproveRemittanceFee approveRemittanceFee;
    public final ApproveResolution approveResolution;
    public final CancelStandingRemittance cancelStandingRemittance;
    public final FindInDoubt findInDoubt;
    public final FindRemittanceFees findRemittanceFees;
    public final FindStandingRemittances findStandingRemittances;
    public final ForgetConfirmations forgetConfirmations;
    public final ModifyRemittanceFee modifyRemittanceFee;
    public final ResolveRemittance resolveRemittance;
    public final RunStandingRemittances runStandingRemittances;
    public final ScheduleRemittance scheduleRemittance;

    public RemittanceHouse(Tables tables, Surroundings around) {
        Occasions occasions = new Occasions(around.clock(), around.realTime());
        Eligibility eligibility = new Eligibility(tables.partners());
        orchestrator = new Orchestrator(
                tables.remittances(),
                tables.senders(),
                eligibility,
                around.outbox(),
                around.figures(),
                around.transactions(),
                occasions);
        Acceptance acceptance =
                new Acceptance(eligibility, tables.fees(), tables.senders(), orchestrator, LIMITS, occasions);
        confirmPayee = new ConfirmPayee(
                tables.confirmations(),
                tables.partners(),
                around.memberships(),
                around.banking(),
                around.requests(),
                around.transactions(),
                CONFIRMATIONS,
                around.clock(),
                around.ids());
        UseConfirmation useConfirmation = new UseConfirmation(tables.confirmations(), around.clock());
        requestRemittance = new RequestRemittance(
                useConfirmation, acceptance, around.requests(), around.transactions(), around.ids());
        cancelRemittance = new CancelRemittance(
                tables.remittances(), tables.senders(), orchestrator, around.requests(), around.transactions());
        findRemittances = new FindRemittances(tables.remittances(), around.transactions());
        findTransferableBanks = new FindTransferableBanks(around.banking());
        takeMoneyAnswer = new TakeMoneyAnswer(orchestrator);
        takeFirmbankingResult =
                new TakeFirmbankingResult(orchestrator, tables.remittances(), tables.resolutions(), tables.senders());
        askAgain = new AskAgain(tables.remittances(), orchestrator, around.transactions(), around.realTime());
        followMember = new FollowMember(tables.partners());
        modifyRemittanceFee = new ModifyRemittanceFee(
                tables.fees(), around.requests(), around.transactions(), around.clock(), around.ids());
        approveRemittanceFee =
                new ApproveRemittanceFee(tables.fees(), around.requests(), around.transactions(), around.clock());
        findRemittanceFees = new FindRemittanceFees(tables.fees(), around.transactions());
        findInDoubt = new FindInDoubt(
                tables.remittances(), tables.resolutions(), around.transactions(), WORK_LIST, around.realTime());
        resolveRemittance = new ResolveRemittance(
                tables.remittances(),
                tables.resolutions(),
                around.requests(),
                around.transactions(),
                WORK_LIST,
                around.clock(),
                around.realTime(),
                around.ids());
        approveResolution = new ApproveResolution(
                tables.resolutions(),
                tables.remittances(),
                tables.senders(),
                around.outbox(),
                around.requests(),
                around.transactions(),
                around.clock());
        scheduleRemittance = new ScheduleRemittance(
                tables.standings(),
                tables.senders(),
                useConfirmation,
                around.requests(),
                around.transactions(),
                around.clock(),
                around.ids());
        cancelStandingRemittance =
                new CancelStandingRemittance(tables.standings(), around.requests(), around.transactions());
        findStandingRemittances = new FindStandingRemittances(tables.standings(), around.transactions());
        runStandingRemittances = new RunStandingRemittances(
                tables.standings(),
                acceptance,
                around.banking(),
                around.requests(),
                around.transactions(),
                around.clock(),
                around.ids());
        forgetConfirmations = new ForgetConfirmations(tables.confirmations(), around.transactions(), around.clock());
    }
}
