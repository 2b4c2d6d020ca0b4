package com.mypay.frameworktest.fake;

import com.mypay.framework.messaging.JdbcOutbox;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.messaging.RelaySignal;
import com.mypay.framework.transaction.Transactions;
import com.mypay.frameworktest.database.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcOutboxTest extends OutboxContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("PAYMENT");

    private final Transactions transactions = DATABASE.transactions();

    @Override
    Outbox outbox() {
        return new JdbcOutbox(
                DATABASE.jdbc(), MutableClock.inSeoul("2011-12-05T12:00"), transactions, new RelaySignal());
    }

    @Override
    Transactions transactions() {
        return transactions;
    }

    @Override
    List<String> sentIds() {
        return DATABASE.jdbc()
                .query("SELECT MESSAGE_ID FROM QUEUE_LOG ORDER BY SEQUENCE_NO", row -> row.getString("MESSAGE_ID"));
    }
}
