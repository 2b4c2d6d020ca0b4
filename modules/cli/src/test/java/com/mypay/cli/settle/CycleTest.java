package com.mypay.cli.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CycleTest {

    @Test
    void itsSummaryIsOneJsonObjectInOneLine() {
        assertThat(new Cycle(Cycles.closed()).summary())
                .isEqualTo("{\"businessDate\":\"2011-12-05\",\"paymentSlips\":3374,\"cancellationSlips\":20,"
                        + "\"grossWon\":101854367,\"cancelledWon\":779700,\"commissionWon\":2096652,"
                        + "\"netWon\":98978015,\"franchises\":1413,\"carriedFranchises\":6,\"carriedWon\":-81519,"
                        + "\"paidWon\":99059534,\"members\":105}");
    }

    @Test
    void whatIsNotKnownYetIsNoReasonToFail() {
        assertThat(new Cycle(Cycles.cycle("PAYING", Map.of())).summary()).endsWith("\"members\":0}");
    }

    @Test
    void onlyAClosedCycleIsClosed() {
        assertThat(new Cycle(Cycles.closed()).isClosed()).isTrue();
        assertThat(new Cycle(Cycles.cycle("PAYING", Map.of())).isClosed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"refusedFranchises", "pendingFranchises", "inDoubtFranchises"})
    void needsALookWhileAPayoutWasRefusedOrIsOpen(String figure) {
        assertThat(new Cycle(Cycles.cycle("CLOSED", Map.of(figure, 1L))).needsALook())
                .isTrue();
        assertThat(new Cycle(Cycles.closed()).needsALook()).isFalse();
    }
}
