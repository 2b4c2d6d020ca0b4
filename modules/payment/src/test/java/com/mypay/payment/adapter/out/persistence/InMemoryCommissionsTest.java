package com.mypay.payment.adapter.out.persistence;

import static com.mypay.framework.value.BasisPoints.basisPoints;

import com.mypay.framework.transaction.Transactions;
import com.mypay.frameworktest.fake.FakeTransactions;
import com.mypay.payment.application.InMemoryCommissions;
import com.mypay.payment.domain.Commission;
import com.mypay.payment.domain.CommissionTerms;
import com.mypay.payment.domain.Commissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

class InMemoryCommissionsTest extends CommissionsContract {

    private final Commissions commissions = new InMemoryCommissions();

    InMemoryCommissionsTest() {
        Instant longAgo = Instant.parse("2000-01-01T00:00:00Z");
        CommissionTerms common = CommissionTerms.from(LocalDate.of(2000, 1, 1), Optional.empty(), basisPoints(250));
        Commission commission = Commission.proposed(id(1), common, "staff/installation", "1".repeat(32), longAgo);
        commission.approve("staff/contract", longAgo);
        commissions.add(commission);
    }

    @Override
    Commissions commissions() {
        return commissions;
    }

    @Override
    Transactions transactions() {
        return new FakeTransactions();
    }
}
