package com.mypay.amqpadapter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.spi.RetryableUnavailableException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;

class CausesTest {

    @Test
    void theRootIsWhatTheOperatorNeedsToRead() {
        Exception failure = new IllegalStateException("outer", new IllegalArgumentException("inner"));
        assertThat(Causes.root(failure)).hasMessage("inner");
        assertThat(Causes.message(failure)).isEqualTo("inner");
        assertThat(Causes.message(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void aCycleOfCausesEnds() {
        Exception one = new IllegalStateException("one");
        Exception two = new IllegalStateException("two", one);
        one.initCause(two);
        assertThat(Causes.message(one)).isIn("one", "two");
    }

    @Test
    void anExceptionOfTheConnectionMeansThatTheDatabaseIsAway() {
        assertThat(Causes.databaseIsAway(wrapped(new SQLTransientConnectionException("pool is empty"))))
                .isTrue();
        assertThat(Causes.databaseIsAway(wrapped(new SQLRecoverableException("ORA-17410"))))
                .isTrue();
        assertThat(Causes.databaseIsAway(wrapped(new SQLException("broken", "08006"))))
                .isTrue();
    }

    @Test
    void anyOtherExceptionIsTheMessagesOwn() {
        assertThat(Causes.databaseIsAway(wrapped(new SQLIntegrityConstraintViolationException("twice", "23505"))))
                .isFalse();
        assertThat(Causes.databaseIsAway(wrapped(new SQLException("no state")))).isFalse();
        assertThat(Causes.databaseIsAway(new IllegalStateException("unreadable")))
                .isFalse();
    }

    @Test
    void aBeanSaysByItsExceptionThatTheMessageOnlyHasToWait() {
        Exception waits = new IllegalStateException("held", new RetryableUnavailableException("by another server"));
        assertThat(Causes.isToBeRetried(new IllegalStateException("container", waits)))
                .isTrue();
        assertThat(Causes.isToBeRetried(new IllegalStateException("unreadable")))
                .isFalse();
    }

    private static Exception wrapped(SQLException failure) {
        return new IllegalStateException(new IllegalStateException(failure));
    }
}
