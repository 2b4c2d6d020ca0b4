package com.mypay.frameworktest.architecture.canary.good.application;

import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.architecture.canary.good.application.port.Bank;
import com.mypay.frameworktest.architecture.canary.good.domain.Order;
import com.mypay.frameworktest.architecture.canary.good.domain.Orders;
import java.time.Clock;
import java.time.Instant;

/** A use case with one public method. */
public class RequestOrder {
    private final Transactions transactions;
    private final Orders orders;
    private final Bank bank;
    private final Clock clock;

    public RequestOrder(Transactions transactions, Orders orders, Bank bank, Clock clock) {
        this.transactions = transactions;
        this.orders = orders;
        this.bank = bank;
        this.clock = clock;
    }

    /** What is asked. */
    public record Command(long id, Won amount) {}

    public Instant request(Command command) {
        transactions.inTransaction(() -> orders.add(Order.requested(command.id(), command.amount())));
        if (!bank.isOpen()) {
            throw new RejectedException(OrderProblem.BANK_CLOSED);
        }
        return noted();
    }

    private Instant noted() {
        return clock.instant();
    }
}
