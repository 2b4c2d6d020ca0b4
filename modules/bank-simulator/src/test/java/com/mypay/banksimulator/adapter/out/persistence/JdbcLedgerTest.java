package com.mypay.banksimulator.adapter.out.persistence;

import static com.mypay.banksimulator.Examples.DUL;
import static com.mypay.banksimulator.Examples.HANA;
import static com.mypay.banksimulator.Examples.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.banksimulator.application.BooksContract;
import com.mypay.banksimulator.application.Ledger;
import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.BankProblem;
import com.mypay.banksimulator.domain.Rejected;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcLedgerTest extends BooksContract {
    @TempDir
    private Path directory;

    private BookStore store;

    @BeforeEach
    void open() throws IOException, SQLException {
        store = BookStore.open(directory);
    }

    @AfterEach
    void close() throws SQLException {
        store.close();
    }

    @Override
    protected Ledger ledger() {
        return store.ledger();
    }

    @Test
    void workThatFailsLeavesNothingAndItsNeighboursInTheSameCommitAreKept()
            throws InterruptedException, ExecutionException {
        ExecutorService callers = Executors.newCachedThreadPool();
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        all.add(callers.submit(() -> write(books -> {
            busy.countDown();
            waitFor(go);
        })));
        busy.await();
        Future<?> good = callers.submit(() -> write(books -> books.open(account(HANA, 1))));
        Future<?> bad = callers.submit(() -> write(books -> {
            books.open(account(DUL, 1));
            throw new IllegalStateException("after writing");
        }));
        Future<?> rejected = callers.submit(() -> write(books -> {
            throw new Rejected(BankProblem.UNKNOWN_ACCOUNT, "before writing");
        }));
        while (store.ledger().waiting() < 3) {
            Thread.onSpinWait();
        }
        go.countDown();

        good.get();
        assertThatThrownBy(bad::get).hasRootCauseMessage("after writing");
        assertThatThrownBy(rejected::get).hasCauseInstanceOf(Rejected.class);
        all.get(0).get();
        callers.shutdown();
        assertThat(exists(HANA)).isTrue();
        assertThat(exists(DUL)).isFalse();
    }

    @Test
    void whatIsCommittedIsNotExecutedAgainWhenHousekeepingFails()
            throws IOException, SQLException, InterruptedException {
        AtomicInteger executions = new AtomicInteger();
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService callers = Executors.newCachedThreadPool();
        try (Connection connection = emptyBooks();
                JdbcLedger ledger = new JdbcLedger(connection, () -> {
                    throw new IllegalStateException("no space left");
                })) {
            callers.execute(() -> ledger.inOrder(books -> {
                busy.countDown();
                return waitFor(go);
            }));
            busy.await();
            for (int i = 0; i < 2; i++) {
                callers.execute(() -> ledger.inOrder(books -> executions.incrementAndGet()));
            }
            while (ledger.waiting() < 2) {
                Thread.onSpinWait();
            }
            go.countDown();
            callers.shutdown();
            assertThat(callers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            // Comes after whatever the others have led to
            ledger.inOrder(books -> 0);
        }

        assertThat(executions).hasValue(2);
    }

    @Test
    void whatWasWrittenIsThereAfterOpeningAgain() throws IOException, SQLException {
        write(books -> books.open(account(HANA, 1)));
        close();
        open();
        assertThat(exists(HANA)).isTrue();
    }

    @Test
    void closedLedgerTakesNothingIn() throws SQLException {
        store.close();

        assertThatThrownBy(() -> write(books -> books.open(account(HANA, 1))))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.problem()).isEqualTo(BankProblem.BANK_BUSY));
    }

    private static Connection emptyBooks() throws IOException, SQLException {
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        try (Statement statement = connection.createStatement()) {
            statement.execute(BookStore.schema());
        }
        return connection;
    }

    private static int waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean exists(AccountId id) {
        return store.ledger().inOrder(books -> books.account(id).isPresent());
    }
}
