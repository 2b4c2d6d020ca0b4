package com.mypay.frameworktest.architecture.canary.good.adapter.out.persistence;

import com.mypay.frameworktest.architecture.canary.good.domain.Order;
import com.mypay.frameworktest.architecture.canary.good.domain.Orders;
import jakarta.persistence.EntityManager;

/** An adapter. */
public class JpaOrders implements Orders {
    private final EntityManager entityManager;

    JpaOrders(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public void add(Order order) {
        entityManager.persist(order);
    }
}
