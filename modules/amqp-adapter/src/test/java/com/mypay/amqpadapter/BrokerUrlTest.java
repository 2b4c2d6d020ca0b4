package com.mypay.amqpadapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerUrlTest {

    @Test
    void aPlainUrlIsOneBroker() {
        assertThat(BrokerUrl.parse(" amqp://127.0.0.1:9703?amqp.idleTimeout=5000 ")
                        .brokers())
                .containsExactly(URI.create("amqp://127.0.0.1:9703?amqp.idleTimeout=5000"));
    }

    @Test
    void aFailoverUrlIsItsBrokersInOrderEachWithTheSharedOptionsOfAConnection() {
        BrokerUrl url = BrokerUrl.parse("failover:(amqp://one:5672,amqps://two:5671?transport.trustAll=true)"
                + "?failover.maxReconnectAttempts=3&failover.nested.amqp.idleTimeout=5000");
        assertThat(url.brokers()).hasSize(2);
        assertThat(url.brokers().get(0)).isEqualTo(URI.create("amqp://one:5672?amqp.idleTimeout=5000"));
        assertThat(url.brokers().get(1).toString())
                .startsWith("amqps://two:5671?")
                .contains("transport.trustAll=true", "amqp.idleTimeout=5000")
                .doesNotContain("maxReconnectAttempts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.0.0.1:9703",
                "tcp://127.0.0.1:61616",
                "amqp:///",
                "amqp://bad host:1",
                "failover:()",
                "failover:(http://one:80)"
            })
    void otherUrlsAreRefused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> BrokerUrl.parse(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amqp://me:s3cret@127.0.0.1:9703",
                "amqp://127.0.0.1:9703?jms.password=s3cret",
                "amqp://127.0.0.1:9703?jms.username=me",
                "failover:(amqp://one:1)?jms.password=s3cret"
            })
    void credentialsInTheUrlAreRefusedAndNotRepeated(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BrokerUrl.parse(url))
                .withMessageContaining("properties of their own")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void aSendersConnectionFailsSoonAtFirstAndReconnectsSoonLater() {
        assertThat(BrokerUrl.forSenders("failover:(amqp://one:1?a=b)"))
                .isEqualTo("failover:(amqp://one:1?a=b)"
                        + "?failover.startupMaxReconnectAttempts=1&failover.maxReconnectDelay=2000"
                        + "&failover.nested.amqp.drainTimeout=5000");
        assertThat(BrokerUrl.forSenders("failover:(amqp://one:1)?failover.maxReconnectDelay=7"))
                .isEqualTo("failover:(amqp://one:1)"
                        + "?failover.maxReconnectDelay=7&failover.startupMaxReconnectAttempts=1"
                        + "&failover.nested.amqp.drainTimeout=5000");
    }

    @Test
    void whoBrowsesDoesNotWaitForAMinuteForTheEndOfAQueue() {
        assertThat(BrokerUrl.forSenders("amqp://one:1")).isEqualTo("amqp://one:1?amqp.drainTimeout=5000");
        assertThat(BrokerUrl.forSenders("amqp://one:1?a=b")).isEqualTo("amqp://one:1?a=b&amqp.drainTimeout=5000");
        assertThat(BrokerUrl.forSenders("amqp://one:1?amqp.drainTimeout=7"))
                .isEqualTo("amqp://one:1?amqp.drainTimeout=7");
    }

    @Test
    void whatIsShownHasNoOptions() {
        assertThat(BrokerUrl.shown(URI.create("amqps://one:5671?transport.keyStorePassword=x")))
                .isEqualTo("amqps://one:5671");
        assertThat(BrokerUrl.shown(URI.create("amqp://one"))).isEqualTo("amqp://one");
    }
}
