package com.mypay.amqpadapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void comesOutAsItWentIn() {
        assertThat(Secret.reveal(Secret.of("s3cret"))).isEqualTo("s3cret");
        assertThat(Secret.reveal(Secret.of(""))).isEmpty();
        assertThat(Secret.reveal(Secret.of(null))).isNull();
    }

    /** As the server does when it captures a failure. */
    @Test
    void noFieldOfWhatTheServerHoldsLeadsToThePassword() throws IllegalAccessException {
        AmqpActivationSpec spec = new AmqpActivationSpec();
        AmqpConnectionFactory factory = new AmqpConnectionFactory();
        AmqpResourceAdapter adapter = new AmqpResourceAdapter();
        spec.setPassword("s3cret");
        factory.setPassword("s3cret");
        adapter.setPassword("s3cret");
        assertThat(List.of(spec.getPassword(), factory.getPassword(), adapter.getPassword()))
                .containsOnly("s3cret");
        for (Object held : List.of(spec, factory, adapter)) {
            assertThat(fieldsOf(held.getClass())).isNotEmpty();
            for (Field field : fieldsOf(held.getClass())) {
                field.setAccessible(true);
                assertThat(String.valueOf(field.get(held))).as(field.toString()).doesNotContain("s3cret");
            }
        }
        assertThat(fieldsOf(Secret.class)).isEmpty();
    }

    private static List<Field> fieldsOf(Class<?> type) {
        return List.of(type.getDeclaredFields());
    }
}
