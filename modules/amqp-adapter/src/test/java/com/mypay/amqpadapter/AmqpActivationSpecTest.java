package com.mypay.amqpadapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.resource.spi.InvalidPropertyException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AmqpActivationSpecTest {

    @Test
    void aQueueIsEnough() {
        assertThatCode(() -> spec(spec -> {}).validate()).doesNotThrowAnyException();
        assertThat(spec(spec -> {}).getSessions()).isEqualTo(1);
        assertThat(spec(spec -> {}).getPrefetch()).isEqualTo(20);
    }

    @Test
    void aRangeIsAQueueForEachOfItsNumbers() {
        assertThatCode(() -> spec(spec -> spec.setQueue("day{01..31}")).validate())
                .doesNotThrowAnyException();
        assertThat(QueueNames.of("day{01..31}")).hasSize(31).startsWith("day01").endsWith("day31");
        assertThat(QueueNames.of("a{9..10}.b")).containsExactly("a9.b", "a10.b");
        assertThat(QueueNames.of("settlement.slips")).containsExactly("settlement.slips");
    }

    @Test
    void limitsAreInclusive() {
        assertThatCode(() -> spec(spec -> {
                            spec.setSessions(16);
                            spec.setPrefetch(1_000);
                        })
                        .validate())
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsMissingOrBeyondTheLimitsIsRefusedByName() {
        refused(spec -> spec.setQueue(null), "queue is missing");
        refused(spec -> spec.setQueue("  "), "queue is missing");
        refused(spec -> spec.setQueue("day{1..x}"), "a range of queues is written name{01..31}, not day{1..x}");
        refused(spec -> spec.setQueue("day{2..1}"), "1 to 100 numbers that rise");
        refused(spec -> spec.setQueue("day{1..101}"), "1 to 100 numbers that rise");
        refused(spec -> spec.setSessions(0), "sessions of work is 0, allowed is 1 to 16");
        refused(spec -> spec.setSessions(17), "sessions of work is 17");
        refused(spec -> spec.setPrefetch(0), "prefetch of work is 0, allowed is 1 to 1000");
        refused(spec -> spec.setPrefetch(1_001), "prefetch of work is 1001");
        refused(spec -> spec.setUrl("tcp://one:1"), "url of work");
    }

    @Test
    void thePasswordIsNeverShown() {
        assertThat(spec(spec -> spec.setPassword("s3cret")).toString())
                .contains("work")
                .doesNotContain("s3cret");
    }

    private static void refused(Consumer<AmqpActivationSpec> change, String message) {
        assertThatExceptionOfType(InvalidPropertyException.class)
                .isThrownBy(() -> spec(change).validate())
                .withMessageContaining(message);
    }

    private static AmqpActivationSpec spec(Consumer<AmqpActivationSpec> change) {
        AmqpActivationSpec spec = new AmqpActivationSpec();
        spec.setQueue("work");
        change.accept(spec);
        return spec;
    }
}
