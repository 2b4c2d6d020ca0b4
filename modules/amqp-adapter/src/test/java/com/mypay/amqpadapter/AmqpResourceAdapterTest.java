package com.mypay.amqpadapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Timer;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AmqpResourceAdapterTest {

    private static final MBeanServer JMX = ManagementFactory.getPlatformMBeanServer();

    @TempDir
    Path directory;

    @Test
    void anActiveBeanConsumesWithTheAdaptersCredentialsAndIsSeenInJmx() throws Exception {
        try (TestBroker broker = new TestBroker(directory).start()) {
            FakeBeans beans = new FakeBeans(text -> {});
            AmqpResourceAdapter adapter = adapter(broker.url(), beans);
            adapter.setUser(TestBroker.USER);
            adapter.setPassword(TestBroker.PASSWORD);
            ObjectName name = new ObjectName("com.mypay:type=AmqpEndpoint,destination=work");
            AmqpActivationSpec spec = spec();

            adapter.endpointActivation(beans, spec);
            await().until(() -> JMX.getAttribute(name, "Connected").equals(true));
            broker.send("hello");
            await().until(() -> JMX.getAttribute(name, "Accepted").equals(1L));
            assertThat(JMX.getAttribute(name, "User")).isEqualTo(TestBroker.USER);
            assertThat(JMX.getAttribute(name, "Broker")).isEqualTo(broker.url());
            assertThat(JMX.getAttribute(name, "LastProblem")).isNull();

            adapter.endpointDeactivation(beans, spec);
            assertThat(JMX.isRegistered(name)).isFalse();
            broker.send("unread");
            assertThat(broker.browse(TestBroker.QUEUE)).containsExactly("unread");
            adapter.stop();
        }
    }

    @Test
    void aBeansOwnUserComesFirst() throws Exception {
        try (TestBroker broker = new TestBroker(directory).start()) {
            FakeBeans beans = new FakeBeans(text -> {});
            AmqpResourceAdapter adapter = adapter("amqp://127.0.0.1:1", beans);
            adapter.setUser("someone else");
            AmqpActivationSpec spec = spec();
            spec.setUrl(broker.url());
            spec.setUser(TestBroker.USER);
            spec.setPassword(TestBroker.PASSWORD);
            adapter.endpointActivation(beans, spec);
            broker.send("hello");
            await().untilAsserted(() -> assertThat(beans.calls).containsExactly("hello 1"));
            adapter.stop();
        }
    }

    @Test
    void twoBeansOnOneQueueHaveTwoNames() throws Exception {
        FakeBeans first = new FakeBeans(text -> {});
        FakeBeans second = new FakeBeans(text -> {});
        AmqpResourceAdapter adapter = adapter("amqp://127.0.0.1:" + TestBroker.freePort(), first);
        adapter.endpointActivation(first, spec());
        adapter.endpointActivation(second, spec());

        ObjectName pattern = new ObjectName("com.mypay:type=AmqpEndpoint,destination=work,*");
        assertThat(JMX.queryNames(pattern, null))
                .extracting(ObjectName::toString)
                .containsExactlyInAnyOrder(
                        "com.mypay:type=AmqpEndpoint,destination=work",
                        "com.mypay:type=AmqpEndpoint,destination=work,number=2");
        adapter.stop();
        assertThat(JMX.queryNames(pattern, null)).isEmpty();
    }

    @Test
    void ofAnAddressAndItsQueueTheQueueIsTheName() {
        assertThat(EndpointMBeans.name("membership.events::money.membership-events", 1)
                        .toString())
                .isEqualTo("com.mypay:type=AmqpEndpoint,destination=money.membership-events");
        assertThat(EndpointMBeans.name("odd,name", 1).toString())
                .isEqualTo("com.mypay:type=AmqpEndpoint,destination=\"odd,name\"");
    }

    @Test
    void aWrongConfigurationStopsTheAdapterWithOneClearLine() {
        FakeBeans beans = new FakeBeans(text -> {});
        AmqpResourceAdapter badUrl = new AmqpResourceAdapter();
        badUrl.setUrl("tcp://127.0.0.1:1");
        assertThatExceptionOfType(ResourceAdapterInternalException.class)
                .isThrownBy(() -> badUrl.start(new Context(beans.transactions)))
                .withMessageContaining("url of the AMQP adapter: a broker's URL starts with amqp://");
        AmqpResourceAdapter badTimeout = new AmqpResourceAdapter();
        badTimeout.setStopTimeoutMillis(-1L);
        assertThatExceptionOfType(ResourceAdapterInternalException.class)
                .isThrownBy(() -> badTimeout.start(new Context(beans.transactions)))
                .withMessageContaining("stopTimeoutMillis");
        AmqpResourceAdapter bare = new AmqpResourceAdapter();
        assertThatExceptionOfType(ResourceAdapterInternalException.class)
                .isThrownBy(() -> bare.start(new Context(null)))
                .withMessageContaining("transaction registry");
    }

    @Test
    void aBeanIsNotActivatedBeforeTheAdapterIsStartedOrWithoutAQueue() throws Exception {
        FakeBeans beans = new FakeBeans(text -> {});
        assertThatExceptionOfType(ResourceException.class)
                .isThrownBy(() -> new AmqpResourceAdapter().endpointActivation(beans, spec()))
                .withMessageContaining("not started");
        AmqpResourceAdapter adapter = adapter("amqp://127.0.0.1:1", beans);
        assertThatExceptionOfType(ResourceException.class)
                .isThrownBy(() -> adapter.endpointActivation(beans, new AmqpActivationSpec()))
                .withMessageContaining("queue is missing");
    }

    private static AmqpActivationSpec spec() {
        AmqpActivationSpec spec = new AmqpActivationSpec();
        spec.setQueue(TestBroker.QUEUE);
        return spec;
    }

    private static AmqpResourceAdapter adapter(String url, FakeBeans beans) throws ResourceAdapterInternalException {
        AmqpResourceAdapter adapter = new AmqpResourceAdapter();
        adapter.setUrl(url);
        adapter.setStopTimeoutMillis(5_000L);
        adapter.start(new Context(beans.transactions));
        return adapter;
    }

    private record Context(@Nullable TransactionSynchronizationRegistry transactions) implements BootstrapContext {
        @Override
        public WorkManager getWorkManager() {
            throw new UnsupportedOperationException();
        }

        @Override
        public XATerminator getXATerminator() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Timer createTimer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isContextSupported(Class<? extends WorkContext> context) {
            return false;
        }

        @Override
        public @Nullable TransactionSynchronizationRegistry getTransactionSynchronizationRegistry() {
            return transactions;
        }
    }
}
