package com.mypay.framework.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import jakarta.json.bind.JsonbException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingMessageTest {

    /** Public for JSON-B. */
    public record Paid(
            String payee,
            long amountWon,
            @Nullable String memo,
            @Nullable Long feeWon) {}

    @Test
    void whatMayBeMissingIsNull() {
        assertThat(message("{\"payee\":\"kim\",\"amountWon\":0}").body(Paid.class))
                .isEqualTo(new Paid("kim", 0, null, null));
        assertThat(message("{\"payee\":\"kim\",\"amountWon\":1,\"memo\":null,\"feeWon\":2,\"more\":3}")
                        .body(Paid.class))
                .isEqualTo(new Paid("kim", 1, null, 2L));
    }

    /** An amount that isn't there would be booked as 0. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"nothing\":\"of it\"}",
                "{\"payee\":\"kim\"}",
                "{\"amountWon\":1}",
                "{\"payee\":null,\"amountWon\":1}",
                "{\"payee\":\"kim\",\"amountWon\":null}",
                "{\"payee\":\"kim\",\"amountWon\":3.7}",
                "{\"payee\":\"kim\",\"amountWon\":18446744073709581616}",
                "{\"payee\":\"kim\\nlee\",\"amountWon\":1}",
                "[]",
                "null",
                "<message/>",
                ""
            })
    void whatLacksSomethingIsPoison(String payload) {
        assertThatExceptionOfType(JsonbException.class)
                .isThrownBy(() -> message(payload).body(Paid.class));
    }

    private static IncomingMessage message(String payload) {
        CallContext context = new CallContext(new Guid("a".repeat(32)), 1, Caller.service("money"), "queue");
        return new IncomingMessage("m1", "queue", "paid.v1", payload, context);
    }
}
