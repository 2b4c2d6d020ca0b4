package com.mypay.membership.adapter.out.persistence;

import com.mypay.framework.transaction.Transactions;
import com.mypay.frameworktest.fake.FakeTransactions;
import com.mypay.membership.application.InMemoryStaffMembers;
import com.mypay.membership.domain.StaffMembers;

class InMemoryStaffMembersTest extends StaffMembersContract {

    private final StaffMembers staff = new InMemoryStaffMembers();

    @Override
    StaffMembers staff() {
        return staff;
    }

    @Override
    Transactions transactions() {
        return new FakeTransactions();
    }
}
