package com.mypay.batchjobs.settle;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.batchjobs.fake.FakeJobContext;
import jakarta.batch.runtime.BatchStatus;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.junit.jupiter.api.Test;

class JobEndTest {

    private final List<String> counted = new ArrayList<>();
    private final FakeJobContext context = new FakeJobContext(1);
    private final JobEnd end = new JobEnd(context, metrics());

    /** Of the registry's many methods this one is called. */
    private MetricRegistry metrics() {
        return (MetricRegistry) Proxy.newProxyInstance(
                MetricRegistry.class.getClassLoader(),
                new Class<?>[] {MetricRegistry.class},
                (self, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("counter");
                    return counter(arguments[0] + " " + Arrays.toString((Object[]) arguments[1]));
                });
    }

    private Counter counter(String name) {
        return (Counter) Proxy.newProxyInstance(
                Counter.class.getClassLoader(), new Class<?>[] {Counter.class}, (self, method, arguments) -> {
                    counted.add(method.getName() + " " + name);
                    return null;
                });
    }

    private void assertCounted(String exit) {
        end.afterJob();
        assertThat(counted).hasSize(1);
        assertThat(counted.get(0))
                .startsWith("inc " + JobEnd.COUNTER)
                .contains("{job=settle-franchises}")
                .contains("exit=" + exit + "}");
    }

    @Test
    void countsByTheExitStatus() {
        context.setExitStatus("COMPLETED_WITH_ITEMS");
        assertCounted("COMPLETED_WITH_ITEMS");
    }

    @Test
    void anExceptionIsAFailure() {
        context.become(BatchStatus.FAILED);
        assertCounted("FAILED");
    }

    @Test
    void aStopIsAStop() {
        context.become(BatchStatus.STOPPING);
        assertCounted("STOPPED");
    }
}
