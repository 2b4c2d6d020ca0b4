package com.mypay.simulation;

import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.context.Caller;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.money.application.ChargeMoney;
import com.mypay.money.application.DecreaseMoney;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.TopUpRule;
import com.mypay.remittance.application.CancelRemittance;
import com.mypay.remittance.application.ConfirmPayee;
import com.mypay.remittance.application.RequestRemittance;
import com.mypay.remittance.application.ScheduleRemittance;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.Schedule;
import com.mypay.simulation.kernel.Dice;
import com.mypay.simulation.kernel.World;
import java.util.List;
import java.util.Optional;

/**
 * What members do in a run: charge, pay at a shop, send to one another and to accounts, now or tomorrow, and cancel.
 * Meanwhile one of them may be suspended, for a while or for good.
 */
final class Story {

    private static final Caller PAYMENT = Caller.service("payment");
    private static final int ACTS_AT_MOST = 10;
    private static final int BEGIN_WITHIN_MILLIS = 120_000;
    /** In some runs everybody comes at once. */
    private static final int RUSHES = 300;

    private static final int RUSH_MILLIS = 4_000;
    private static final int CANCELS = 200;
    private static final int CANCELS_WITHIN_MILLIS = 10_000;
    private static final int RESUMED = 700;
    private static final int RESUMED_WITHIN_MILLIS = 60_000;
    private static final int MOST_THOUSANDS = 60;

    private final World world;
    private final Dice dice;
    private final Installation installation;
    private final Customers customers;
    private final Membership membership;

    Story(Installation installation, Customers customers) {
        this.installation = installation;
        this.customers = customers;
        membership = new Membership(installation, customers);
        world = installation.world;
        dice = world.dice();
    }

    /** What somebody does; the more often it stands in the list, the more often it is done. */
    private enum Act {
        CHARGE,
        PAY,
        SEND_TO_MEMBER,
        SEND_TO_ACCOUNT,
        SCHEDULE,
        SUSPEND
    }

    private static final List<Act> ACTS = List.of(
            Act.CHARGE,
            Act.PAY,
            Act.SEND_TO_MEMBER,
            Act.SEND_TO_MEMBER,
            Act.SEND_TO_ACCOUNT,
            Act.SEND_TO_ACCOUNT,
            Act.SEND_TO_ACCOUNT,
            Act.SCHEDULE,
            Act.SUSPEND);

    void begin() {
        int acts = dice.between(1, ACTS_AT_MOST);
        int within = dice.happens(RUSHES) ? RUSH_MILLIS : BEGIN_WITHIN_MILLIS;
        List<MemberId> active = installation.members.subList(0, dice.between(1, installation.members.size()));
        for (int number = 1; number <= acts; number++) {
            Act act = dice.oneOf(ACTS);
            MemberId member = dice.oneOf(active);
            String id = act.name().toLowerCase(java.util.Locale.ROOT) + "-" + number;
            customers.act(dice.between(0, within), () -> play(act, member, id));
        }
    }

    private void play(Act act, MemberId member, String id) {
        switch (act) {
            case CHARGE -> charge(member, id);
            case PAY -> pay(member, id);
            case SEND_TO_MEMBER -> send(member, id, toMember());
            case SEND_TO_ACCOUNT -> send(member, id, toAccount());
            case SCHEDULE -> schedule(member, id);
            case SUSPEND -> suspend(member);
        }
    }

    private void charge(MemberId member, String id) {
        ChargeMoney.Command command =
                new ChargeMoney.Command(Caller.member(member), new RequestId(id), member, amount());
        customers.ask(new Customers.Question<>(
                command.caller(),
                id,
                installation.money,
                server -> server.beans().get(ChargeMoney.class).charge(command)));
    }

    /** As payment asks for it. */
    private void pay(MemberId member, String id) {
        DecreaseMoney.Command command = new DecreaseMoney.Command(
                PAYMENT, new RequestId(id), member, amount(), Cause.PAYMENT, id, TopUpRule.PAYMENT);
        customers.ask(new Customers.Question<>(
                PAYMENT,
                id,
                installation.money,
                server -> server.beans().get(DecreaseMoney.class).decrease(command)));
    }

    private void send(MemberId member, String id, ConfirmPayee.Whom whom) {
        Won amount = amount();
        confirmed(member, id, whom)
                .flatMap(token -> requested(member, id, token, amount))
                .ifPresent(remittance -> cancelPerhaps(member, id, remittance));
    }

    private Optional<String> confirmed(MemberId member, String id, ConfirmPayee.Whom whom) {
        String request = "confirm-" + id;
        ConfirmPayee.Command command =
                new ConfirmPayee.Command(Caller.member(member), new RequestId(request), member, whom);
        return customers
                .ask(new Customers.Question<>(
                        command.caller(),
                        request,
                        installation.remittance,
                        server -> server.beans().get(ConfirmPayee.class).confirm(command)))
                .map(ConfirmPayee.Answer::confirmationToken);
    }

    private Optional<RemittanceId> requested(MemberId member, String id, String token, Won amount) {
        RequestRemittance.Command command =
                new RequestRemittance.Command(Caller.member(member), new RequestId(id), member, token, amount, "memo");
        return customers
                .ask(new Customers.Question<>(
                        command.caller(),
                        id,
                        installation.remittance,
                        server -> server.beans().get(RequestRemittance.class).request(command)))
                .map(answer -> new RemittanceId(answer.remittanceId()));
    }

    private void cancelPerhaps(MemberId member, String id, RemittanceId remittance) {
        if (!dice.happens(CANCELS)) {
            return;
        }
        world.scheduler().pause(dice.between(0, CANCELS_WITHIN_MILLIS));
        String request = "cancel-" + id;
        CancelRemittance.Command command =
                new CancelRemittance.Command(Caller.member(member), new RequestId(request), remittance);
        customers.ask(new Customers.Question<>(
                command.caller(),
                request,
                installation.remittance,
                server -> server.beans().get(CancelRemittance.class).cancel(command)));
    }

    /** Midnight comes within the run. */
    private void schedule(MemberId member, String id) {
        Won amount = amount();
        Schedule tomorrow = Schedule.once(
                BusinessClock.businessDate(world.scheduler().now()).plusDays(1));
        confirmed(member, id, dice.happens(500) ? toMember() : toAccount()).ifPresent(token -> {
            ScheduleRemittance.Command command = new ScheduleRemittance.Command(
                    Caller.member(member), new RequestId(id), member, token, amount, "memo", tomorrow);
            customers.ask(new Customers.Question<>(
                    command.caller(),
                    id,
                    installation.remittance,
                    server -> server.beans().get(ScheduleRemittance.class).schedule(command)));
        });
    }

    private void suspend(MemberId member) {
        membership.suspend(member);
        if (dice.happens(RESUMED)) {
            world.scheduler().pause(dice.between(0, RESUMED_WITHIN_MILLIS));
            membership.resume(member);
        }
    }

    /** Sometimes the sender himself, who is refused. */
    private ConfirmPayee.Whom toMember() {
        return new ConfirmPayee.Whom(dice.oneOf(installation.members), null, null);
    }

    private ConfirmPayee.Whom toAccount() {
        BankAccountNumber account = dice.happens(50) ? Installation.NOWHERE : dice.oneOf(Installation.OUTSIDE);
        return new ConfirmPayee.Whom(null, account.bank().value(), account.number());
    }

    private Won amount() {
        return Won.won(1_000L * dice.between(1, MOST_THOUSANDS));
    }
}
