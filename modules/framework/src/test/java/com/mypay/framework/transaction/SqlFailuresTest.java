package com.mypay.framework.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFailuresTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 23505, 54, 60, 8177, 30006, 40001, 50200, 90131})
    void aLostRaceIsRepeatedByItsVendorCode(int code) {
        assertThat(SqlFailures.isLostRace(wrapped(code))).isTrue();
        assertThat(SqlFailures.isGone(wrapped(code))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {12541, 12514, 1034, 3113, 17002, 17410, 90067, 90098, 90121})
    void aDatabaseThatIsAwayIsTold(int code) {
        assertThat(SqlFailures.isGone(wrapped(code))).isTrue();
        assertThat(SqlFailures.isLostRace(wrapped(code))).isFalse();
    }

    @Test
    void aPoolThatHasNoConnectionLeftIsADatabaseThatIsAway() {
        for (SQLException failure : new SQLException[] {
            new SQLTransientConnectionException("connection wait time-out"),
            new SQLNonTransientConnectionException("refused"),
            new SQLRecoverableException("closed")
        }) {
            assertThat(SqlFailures.isGone(new IllegalStateException(failure))).isTrue();
            assertThat(SqlFailures.isLostRace(new IllegalStateException(failure)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 942, 42102, 1400, 23502})
    void everythingElseIsABugOrBadData(int code) {
        assertThat(SqlFailures.isLostRace(wrapped(code))).isFalse();
        assertThat(SqlFailures.isGone(wrapped(code))).isFalse();
    }

    private static RuntimeException wrapped(int vendorCode) {
        return new IllegalStateException(
                new RuntimeException(new SQLException("the same SQLSTATE for all", "23000", vendorCode)));
    }
}
