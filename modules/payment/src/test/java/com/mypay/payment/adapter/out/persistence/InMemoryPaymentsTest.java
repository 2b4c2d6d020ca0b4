package com.mypay.payment.adapter.out.persistence;

import com.mypay.framework.transaction.Transactions;
import com.mypay.frameworktest.fake.FakeTransactions;
import com.mypay.payment.application.InMemoryPayments;
import com.mypay.payment.domain.Payments;

class InMemoryPaymentsTest extends PaymentsContract {

    private final Payments payments = new InMemoryPayments();
    private final Transactions transactions = new FakeTransactions();

    @Override
    Payments payments() {
        return payments;
    }

    @Override
    Transactions transactions() {
        return transactions;
    }
}
