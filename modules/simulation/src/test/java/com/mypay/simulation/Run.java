package com.mypay.simulation;

import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.framework.context.Caller;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.money.application.ChargeMoney;
import com.mypay.simulation.kernel.Broker;
import com.mypay.simulation.kernel.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One seed: members charge while everything fails that the seed lets fail; then nothing fails any more, and all that
 * was begun has to end.
 */
final class Run {

    private static final int MEMBERS = 3;
    private static final int COMMANDS_AT_MOST = 8;
    private static final int FAULTS_FOR_MILLIS = 240_000;
    private static final Duration ENDS_WITHIN = Duration.ofHours(12);
    private static final int LOOKS_EVERY_MILLIS = 5_000;
    private static final int STAFF_RESENDS_EVERY_MILLIS = 60_000;

    private final World world;
    private final Broker broker;
    private final Banks banks;
    private final BankingService banking;
    private final MoneyService money;
    private final Customers customers;
    private final Won moneyInTheWorld;
    private final Alarms alarms = new Alarms();
    private boolean ended;

    Run(long seed, boolean told) {
        world = new World(seed, told);
        broker = new Broker(world);
        banks = new Banks(world);
        banking = new BankingService(world, broker, banks);
        money = new MoneyService(world, broker, banking);
        customers = new Customers(world);
        open();
        moneyInTheWorld = banks.money();
    }

    private void open() {
        banks.open(BankingService.CORPORATE, Won.won(1_000_000));
        for (int i = 1; i <= MEMBERS; i++) {
            MemberId member = MemberId.memberId(1000 + i);
            BankAccountNumber account = BankAccountNumber.account("088", "110-123-00000" + i);
            banks.open(account, Won.won(10_000L * world.dice().between(2, 30)));
            banking.link(member, account);
            money.open(member);
        }
    }

    /** @throws AssertionError what must not be; or whatever a server has thrown that nobody may throw */
    Run play() {
        alarms.listen();
        try {
            banking.start();
            money.start();
            plan();
            world.scheduler().after(FAULTS_FOR_MILLIS, this::calm);
            world.scheduler().after(LOOKS_EVERY_MILLIS, this::look);
            world.scheduler().after(STAFF_RESENDS_EVERY_MILLIS, this::resend);
            while (!ended) {
                world.scheduler().next();
                alarms.require();
            }
        } finally {
            alarms.stop();
            world.scheduler().end();
        }
        new Invariants(banks, banking, money, moneyInTheWorld).hold();
        return this;
    }

    private void plan() {
        int commands = world.dice().between(1, COMMANDS_AT_MOST);
        for (int i = 1; i <= commands; i++) {
            MemberId member = MemberId.memberId(1000 + world.dice().between(1, MEMBERS));
            Caller caller = Caller.member(member);
            ChargeMoney.Command command = new ChargeMoney.Command(
                    caller,
                    new RequestId("charge-" + i),
                    member,
                    Won.won(1_000L * world.dice().between(1, 60)));
            customers.ask(
                    world.dice().between(0, FAULTS_FOR_MILLIS / 2),
                    caller,
                    "charge-" + i,
                    money,
                    server -> server.beans().get(ChargeMoney.class).charge(command));
        }
    }

    private void calm() {
        world.faults().stop();
        world.tell("from now on nothing fails");
    }

    private void resend() {
        broker.resendDeadLetters();
        world.scheduler().after(STAFF_RESENDS_EVERY_MILLIS, this::resend);
    }

    private void look() {
        if (world.faults().haveStopped()) {
            List<String> open = open_();
            ended = open.isEmpty();
            Instant now = world.scheduler().now();
            if (!ended && now.isAfter(deadline())) {
                throw new AssertionError("never ends: " + open);
            }
        }
        world.scheduler().after(LOOKS_EVERY_MILLIS, this::look);
    }

    private Instant calmSince = Instant.MIN;

    private Instant deadline() {
        if (calmSince.equals(Instant.MIN)) {
            calmSince = world.scheduler().now();
        }
        return calmSince.plus(ENDS_WITHIN);
    }

    private List<String> open_() {
        List<String> open = new ArrayList<>();
        if (!customers.areServed()) {
            open.add("customers wait");
        }
        if (broker.messages() > 0) {
            open.add(broker.messages() + " messages lie in queues");
        }
        if (!broker.deadLetters().isEmpty()) {
            open.add("dead letters " + broker.deadLetters());
        }
        if (!money.queueLog().waiting().isEmpty()
                || !banking.queueLog().waiting().isEmpty()) {
            open.add("messages wait for the broker");
        }
        if (!money.isIdle()) {
            open.add("charges are open");
        }
        if (!banking.isIdle()) {
            open.add("firmbankings are open");
        }
        return open;
    }

    World world() {
        return world;
    }
}
