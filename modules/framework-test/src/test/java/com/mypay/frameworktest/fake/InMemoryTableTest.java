package com.mypay.frameworktest.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InMemoryTableTest {
    private final InMemoryTable<String, Account> table = new InMemoryTable<>();
    private final InMemoryLog<String> log = new InMemoryLog<>();
    private final FakeTransactions transactions = new FakeTransactions(table, log);

    /** An entity as the services have them. */
    @Entity
    static class Account {
        @Id
        private String id = "";

        private int balance;

        @Transient
        private final List<String> newSteps = new ArrayList<>();

        Account() {}

        Account(String id) {
            this.id = id;
        }

        void pay(int amount) {
            balance += amount;
            newSteps.add("paid " + amount);
        }
    }

    @BeforeEach
    void oneIsStored() {
        transactions.inTransaction(() -> table.add("a", new Account("a")));
    }

    @Test
    void aChangeIsStoredByTheCommit() {
        transactions.inTransaction(() -> found("a").pay(10));
        assertThat(found("a").balance).isEqualTo(10);
    }

    @Test
    void aRollbackLeavesNoTrace() {
        assertThatThrownBy(() -> transactions.inTransaction(() -> {
                    found("a").pay(10);
                    table.add("b", new Account("b"));
                    log.add("paid");
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        assertThat(found("a").balance).isZero();
        assertThat(table.find("b")).isEmpty();
        assertThat(log.all()).isEmpty();
    }

    @Test
    void aTransactionSeesItsOwnChangesInOneInstance() {
        transactions.inTransaction(() -> {
            Account account = found("a");
            account.pay(10);
            assertThat(found("a")).isSameAs(account);
            assertThat(table.where(row -> row.balance == 10)).containsExactly(account);
            table.add("b", new Account("b"));
            assertThat(table.all()).extracting(row -> row.id).containsExactly("a", "b");
        });
    }

    @Test
    void whoHoldsOneAfterTheCommitChangesNothing() {
        Account read = transactions.inTransaction(() -> found("a"));
        Account added = new Account("b");
        transactions.inTransaction(() -> table.add("b", added));
        read.pay(10);
        added.pay(10);
        found("a").pay(10);
        transactions.inTransaction(() -> {});
        assertThat(table.all()).extracting(row -> row.balance).containsExactly(0, 0);
    }

    @Test
    void whatIsNotStoredIsNotReadEither() {
        transactions.inTransaction(() -> found("a").pay(10));
        assertThat(found("a").newSteps).isEmpty();
    }

    @Test
    void aKeyIsUnique() {
        transactions.inTransaction(
                () -> assertThat(table.add("a", new Account("a"))).isFalse());
        assertThat(table.all()).hasSize(1);
    }

    @Test
    void whatNeverChangesIsReplaced() {
        InMemoryTable<String, Integer> numbers = new InMemoryTable<>();
        FakeTransactions ofNumbers = new FakeTransactions(numbers);
        ofNumbers.inTransaction(() -> numbers.add("n", 1));
        ofNumbers.inTransaction(() -> numbers.replace("n", 2));
        assertThat(numbers.find("n")).contains(2);
        assertThatThrownBy(() -> numbers.replace("m", 1)).isInstanceOf(IllegalStateException.class);
    }

    private Account found(String id) {
        return table.find(id).orElseThrow();
    }
}
