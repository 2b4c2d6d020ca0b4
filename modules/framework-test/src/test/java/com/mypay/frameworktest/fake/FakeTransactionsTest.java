package com.mypay.frameworktest.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.messaging.OutgoingMessage;
import com.mypay.framework.persistence.JdbcException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeTransactionsTest {
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final FakeTransactions transactions = new FakeTransactions(outbox);

    @Test
    void workThatLostARaceIsRepeatedFromTheStart() {
        List<String> runs = new ArrayList<>();
        transactions.loseRaces(2);
        transactions.inTransaction(() -> {
            runs.add("run");
            outbox.send(OutboxContract.message("a"));
        });
        assertThat(runs).hasSize(3);
        assertThat(outbox.sent()).hasSize(1);
        assertThat(transactions.committed()).isEqualTo(1);
    }

    @Test
    void workThatLosesTooManyRacesFails() {
        transactions.loseRaces(Transactions.MAX_ATTEMPTS);
        assertThatThrownBy(() -> transactions.inTransaction(() -> outbox.send(OutboxContract.message("a"))))
                .isInstanceOf(JdbcException.class);
        assertThat(outbox.sent()).isEmpty();
    }

    @Test
    void withoutADatabaseNothingHappens() {
        transactions.databaseIsAway(1);
        assertThatThrownBy(() -> transactions.inTransaction(() -> outbox.send(OutboxContract.message("a"))))
                .isInstanceOf(UnavailableException.class);
        transactions.inTransaction(() -> outbox.send(OutboxContract.message("b")));
        assertThat(outbox.sent()).extracting(OutgoingMessage::id).containsExactly("b");
    }

    @Test
    void anInnerTransactionJoins() {
        transactions.inTransaction(() -> {
            transactions.inTransaction(() -> outbox.send(OutboxContract.message("a")));
            assertThat(transactions.committed()).isZero();
        });
        assertThat(transactions.committed()).isEqualTo(1);
    }

    @Test
    void afterCommitWaitsForTheCommit() {
        List<String> done = new ArrayList<>();
        transactions.inTransaction(() -> {
            transactions.afterCommit(() -> done.add("in"));
            assertThat(done).isEmpty();
        });
        assertThatThrownBy(() -> transactions.inTransaction(() -> {
                    transactions.afterCommit(() -> done.add("never"));
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        transactions.afterCommit(() -> done.add("without"));
        assertThat(done).containsExactly("in", "without");
    }

    @Test
    void aCallToAnotherSystemInsideATransactionIsFound() {
        transactions.refuseWhileOpen("bank");
        assertThatThrownBy(() -> transactions.inTransaction(() -> transactions.refuseWhileOpen("bank")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("bank is called while a transaction is open");
        assertThat(transactions.isOpen()).isFalse();
    }
}
