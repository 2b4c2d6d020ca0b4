package com.mypay.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentStatusTest {

    private static final Map<PaymentStatus, Set<PaymentStatus>> LEGAL = Map.of(
            PaymentStatus.REQUESTED, Set.of(PaymentStatus.APPROVED, PaymentStatus.FAILED, PaymentStatus.IN_DOUBT),
            PaymentStatus.IN_DOUBT, Set.of(PaymentStatus.APPROVED, PaymentStatus.FAILED),
            PaymentStatus.APPROVED, Set.of(),
            PaymentStatus.FAILED, Set.of());

    @ParameterizedTest
    @EnumSource
    void goesOnlyWhereTheTableSays(PaymentStatus status) {
        for (PaymentStatus next : PaymentStatus.values()) {
            assertThat(status.mayBecome(next))
                    .as(status + " to " + next)
                    .isEqualTo(LEGAL.getOrDefault(status, Set.of()).contains(next));
        }
    }
}
