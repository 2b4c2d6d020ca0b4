package com.mypay.framework.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionBudgetTest {

    private static final Map<String, String> VARIABLES = Map.of(
            "MYPAY_MONEY_POOL", "20",
            "MYPAY_PAYMENT_POOL", "30",
            "MYPAY_SERVERS", "1",
            "MYPAY_DB_CONNECTIONS", "50");

    @Test
    void allPoolsMayTogetherTakeWhatTheDatabasePermits() {
        assertThatCode(() -> check(VARIABLES)).doesNotThrowAnyException();
    }

    @Test
    void poolsThatTheDatabaseHasNoConnectionsForStopTheStart() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> check(with("MYPAY_DB_CONNECTIONS", "49")))
                .withMessageStartingWith("MYPAY-CONFIG MYPAY_DB_CONNECTIONS: all pools together may take 50 connections"
                        + " (money 20, payment 30), the database permits 49; make pools smaller");
    }

    @Test
    void eachServerHasThePools() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> check(with("MYPAY_SERVERS", "2")))
                .withMessageContaining("100 connections (money 20, payment 30, on 2 servers), the database permits 50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "many", "100000", "1.5"})
    void whatIsNoNumberOfConnectionsIsRefusedByItsName(String value) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> check(with("MYPAY_MONEY_POOL", value)))
                .withMessage("MYPAY-CONFIG MYPAY_MONEY_POOL: write a number from 1 to 99999, not '" + value + "'");
    }

    @Test
    void aServerWithoutTheVariablesIsNotOurs() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConnectionBudget.of(Map.of()))
                .withMessageContaining("MYPAY_SERVERS");
    }

    private static void check(Map<String, String> variables) {
        ConnectionBudget.of(variables).check();
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> variables = new TreeMap<>(VARIABLES);
        variables.put(name, value);
        return variables;
    }
}
