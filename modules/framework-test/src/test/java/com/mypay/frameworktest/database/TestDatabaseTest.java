package com.mypay.frameworktest.database;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.persistence.JdbcException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseTest {
    private static final Instant NOON = Instant.parse("2011-12-05T03:00:00.123456Z");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("KIT");

    private final TestPersistence persistence = DATABASE.persistence("kit");
    private final EntityManager entityManager = persistence.entityManager();

    @Test
    void anEntityIsWrittenAndReadBack() {
        persistence.inTransaction(() -> entityManager.persist(Note.written("첫 메모", won(30_000), NOON)));
        Note note = only("첫 메모");
        assertThat(note.amount()).isEqualTo(won(30_000));
        assertThat(note.written()).isEqualTo(NOON);
        assertThat(note.version()).isEqualTo(1);
    }

    /** Twice, because the second database starts its sequence anew while EclipseLink has reserved ids of the first. */
    @RepeatedTest(2)
    void eachTestStartsEmptyAndWithFreshIds() {
        assertThat(count()).isZero();
        persistence.inTransaction(() -> {
            for (int i = 0; i < 75; i++) {
                entityManager.persist(Note.written("note " + i, won(i), NOON));
            }
        });
        assertThat(count()).isEqualTo(75);
        assertThat(DATABASE.jdbc().query("SELECT MIN(NOTE_ID) AS ID FROM NOTE", row -> row.getLong("ID")))
                .containsExactly(1L);
    }

    @Test
    void whatThrowsIsRolledBackInJpaAndInJdbc() {
        assertThatThrownBy(() -> persistence.inTransaction(() -> {
                    entityManager.persist(Note.written("a", won(1), NOON));
                    entityManager.flush();
                    insertByJdbc(7, "b");
                    throw new IllegalArgumentException("refused");
                }))
                .hasMessage("refused");
        assertThat(count()).isZero();
    }

    @Test
    void jpaAndJdbcShareTheTransaction() {
        persistence.inTransaction(() -> {
            entityManager.persist(Note.written("a", won(1), NOON));
            entityManager.flush();
            assertThat(count()).isEqualTo(1);
            insertByJdbc(7, "b");
            assertThat(entityManager
                            .createQuery("SELECT COUNT(n) FROM Note n", Long.class)
                            .getSingleResult())
                    .isEqualTo(2);
        });
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void afterCommitRunsOnlyAfterACommit() {
        List<String> done = new ArrayList<>();
        persistence.inTransaction(() -> {
            persistence.transactions().afterCommit(() -> done.add("committed"));
            assertThat(done).isEmpty();
        });
        assertThatThrownBy(() -> persistence.inTransaction(() -> {
                    persistence.transactions().afterCommit(() -> done.add("rolled back"));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        persistence.transactions().afterCommit(() -> done.add("without"));
        assertThat(done).containsExactly("committed", "without");
    }

    @Test
    void aLostRaceIsRepeatedAndNoUpdateIsLost() throws InterruptedException, ExecutionException {
        persistence.inTransaction(() -> entityManager.persist(Note.written("a", won(0), NOON)));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            runs.add(threads.submit(() -> {
                start.await();
                persistence.inTransaction(() -> only("a").add(won(1)));
                return null;
            }));
        }
        start.countDown();
        for (Future<?> run : runs) {
            run.get();
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(only("a").amount()).isEqualTo(won(2));
    }

    @Test
    void aLockWaitsWithALimitOnOracle() {
        persistence.inTransaction(() -> entityManager.persist(Note.written("a", won(0), NOON)));
        persistence.inTransaction(() -> {
            Note note = only("a");
            entityManager.lock(note, LockModeType.PESSIMISTIC_WRITE);
        });
        assertThat(DATABASE.recorder().statements()).anyMatch(sql -> sql.matches(".* FOR UPDATE WAIT \\d+"));
    }

    @Test
    void pagesPassTheGate() {
        persistence.inTransaction(() -> entityManager.persist(Note.written("a", won(0), NOON)));
        assertThat(entityManager
                        .createQuery("SELECT n FROM Note n WHERE n.text >= :text ORDER BY n.text", Note.class)
                        .setParameter("text", "a")
                        .setFirstResult(0)
                        .setMaxResults(10)
                        .getResultList())
                .hasSize(1);
    }

    @Test
    void theApplicationAccountHasItsRightsAndNoOthers() {
        insertByJdbc(1, "a");
        DATABASE.jdbc().update("INSERT INTO NOTE_HISTORY (NOTE_ID) VALUES (?)", 1L);
        assertThatThrownBy(() -> DATABASE.jdbc().update("DELETE FROM NOTE_HISTORY WHERE NOTE_ID = ?", 1L))
                .isInstanceOf(JdbcException.class)
                .hasMessageContaining("Not enough rights");
        assertThatThrownBy(() -> DATABASE.jdbc().update("DROP TABLE NOTE_HISTORY"))
                .isInstanceOf(JdbcException.class);
    }

    @Test
    void constraintsOfTheScriptsHold() {
        persistence.inTransaction(() -> entityManager.persist(Note.written("a", won(0), NOON)));
        assertThatThrownBy(() -> persistence.inTransaction(() -> {
                    entityManager.persist(Note.written("a", won(1), NOON));
                    entityManager.flush();
                }))
                .isInstanceOf(PersistenceException.class)
                .rootCause()
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("NOTE_TEXT_UK");
    }

    @Test
    void aStatementThatOracleRefusesFailsTheTestThatWroteIt() {
        TestDatabase database = TestDatabase.of("KIT");
        database.jdbc().query("SELECT IFNULL(TEXT, 'x') FROM NOTE", row -> row.getString(1));
        assertThatThrownBy(database::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not among the allowed functions: IFNULL");
    }

    @Test
    void aStatementWithoutPreparationIsGatedToo() throws SQLException {
        TestDatabase database = TestDatabase.of("KIT");
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT TEXT FROM NOTE ORDER BY TEXT OFFSET 1 ROWS")) {
            assertThat(rows.next()).isFalse();
        }
        assertThatThrownBy(database::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("OFFSET without FETCH");
    }

    @Test
    void aPersistenceUnitThatLetsEclipseLinkGuessIsRefused() {
        assertThatThrownBy(() -> DATABASE.persistence("careless"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("careless", "eclipselink.target-database", "jakarta.persistence.lock.timeout");
    }

    @Test
    void aSchemaWithoutScriptsIsRefused() {
        assertThatThrownBy(() -> TestDatabase.of("NOWHERE")).hasMessageContaining("db/nowhere/grants.sql");
    }

    private Note only(String text) {
        return entityManager
                .createQuery("SELECT n FROM Note n WHERE n.text = :text", Note.class)
                .setParameter("text", text)
                .getSingleResult();
    }

    private static void insertByJdbc(long id, String text) {
        DATABASE.jdbc()
                .update(
                        "INSERT INTO NOTE (NOTE_ID, TEXT, AMOUNT, WRITTEN, VERSION) VALUES (?, ?, ?, ?, ?)",
                        id,
                        text,
                        1L,
                        NOON,
                        1);
    }

    private static long count() {
        return DATABASE.jdbc()
                .queryOne("SELECT COUNT(*) AS NOTES FROM NOTE", row -> row.getLong("NOTES"))
                .orElseThrow();
    }
}
