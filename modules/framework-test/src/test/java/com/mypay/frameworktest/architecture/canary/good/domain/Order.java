package com.mypay.frameworktest.architecture.canary.good.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.framework.value.Won;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What the rules let pass. */
@Entity
public class Order {
    @Id
    private long id;

    private long amountWon;

    private OrderStatus status = OrderStatus.REQUESTED;

    protected Order() {}

    private Order(long id, Won amount) {
        this.id = id;
        this.amountWon = amount.value();
    }

    public static Order requested(long id, Won amount) {
        return new Order(id, amount);
    }

    public void complete() {
        status = switch (status) {
            case REQUESTED -> OrderStatus.COMPLETED;
            case COMPLETED -> throw new IllegalStateException("completed before");
        };
    }

    public Won amount() {
        return Won.won(amountWon);
    }

    public byte[] key() {
        return Long.toString(id).getBytes(UTF_8);
    }

    public OrderStatus status() {
        return status;
    }
}
