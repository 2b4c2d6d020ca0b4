package com.mypay.frameworktest.fake;

import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import java.time.Clock;

class InMemoryRequestsTest extends RequestsContract {
    private final InMemoryRequests requests = new InMemoryRequests(clock);
    private final Transactions transactions = new FakeTransactions(requests);

    @Override
    Requests requests(Clock ofContract) {
        return requests;
    }

    @Override
    Transactions transactions() {
        return transactions;
    }
}
