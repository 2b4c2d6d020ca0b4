package com.mypay.membership.adapter.out.persistence;

import com.mypay.framework.transaction.Transactions;
import com.mypay.frameworktest.fake.FakeTransactions;
import com.mypay.membership.application.InMemoryMembers;
import com.mypay.membership.domain.Members;

class InMemoryMembersTest extends MembersContract {

    private final Members members = new InMemoryMembers();
    private final Transactions transactions = new FakeTransactions();

    @Override
    Members members() {
        return members;
    }

    @Override
    Transactions transactions() {
        return transactions;
    }
}
