package com.mypay.simulation;

import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.simulation.bug.Bug;
import com.mypay.simulation.kernel.Broker;
import com.mypay.simulation.kernel.Service;
import com.mypay.simulation.kernel.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All that a run is played on: the services, the broker between them, the banks outside, and a few members. */
final class Installation {

    static final Won CORPORATE_BALANCE = Won.won(1_000_000);
    /** Where members send money to. */
    static final List<BankAccountNumber> OUTSIDE = List.of(
            BankAccountNumber.account("020", "300-400-500600"), BankAccountNumber.account("088", "700-800-900100"));

    /** The banks know nothing of it. */
    static final BankAccountNumber NOWHERE = BankAccountNumber.account("088", "999-999-999999");

    private static final int MEMBERS = 4;
    private static final int RICHEST_WITH_US = 6;
    private static final int RICHEST_AT_BANK = 30;
    private static final Won UNIT = Won.won(10_000);
    private static final int TOLD_OF = 700;

    final World world;
    final Broker broker;
    final Banks banks;
    final BankingService banking;
    final MoneyService money;
    final RemittanceService remittance;
    final List<MemberId> members;
    private final List<Service> services;

    Installation(World world) {
        this.world = world;
        broker = new Broker(world);
        banks = new Banks(world);
        banking = new BankingService(world, broker, banks);
        money = new MoneyService(world, broker, banking);
        remittance = new RemittanceService(world, broker, banking);
        services = List.of(banking, money, remittance);
        members = IntStream.rangeClosed(1, MEMBERS)
                .mapToObj(number -> MemberId.memberId(1000 + number))
                .toList();
        banks.open(BankingService.CORPORATE, CORPORATE_BALANCE);
        OUTSIDE.forEach(account -> banks.open(account, Won.ZERO));
        members.forEach(this::open);
    }

    private void open(MemberId member) {
        BankAccountNumber account = BankAccountNumber.account("088", "110-123-" + member);
        banks.open(account, times(world.dice().between(0, RICHEST_AT_BANK)));
        banking.link(member, account);
        money.open(member, times(world.dice().between(0, RICHEST_WITH_US)));
        remittance.open(member, world.dice().happens(TOLD_OF));
    }

    private static Won times(int units) {
        return Won.won(units * UNIT.value());
    }

    void plant(Bug bug) {
        services.forEach(service -> service.tamper(beans -> bug.plantInto(service, beans, broker)));
    }

    void start() {
        services.forEach(Service::start);
    }

    /** What has not ended; empty if everything has. */
    List<String> open() {
        List<String> open = new ArrayList<>();
        if (broker.messages() > 0) {
            open.add(broker.messages() + " messages lie in queues");
        }
        if (!broker.deadLetters().isEmpty()) {
            open.add("dead letters " + broker.deadLetters());
        }
        for (Service service : services) {
            if (!service.queueLog().waiting().isEmpty()) {
                open.add("messages of " + service.name() + " wait for the broker");
            }
        }
        if (!remittance.isIdle()) {
            open.add("remittances are open");
        }
        if (!money.isIdle()) {
            open.add("charges or holds are open");
        }
        if (!banking.isIdle()) {
            open.add("firmbankings are open");
        }
        return open;
    }
}
