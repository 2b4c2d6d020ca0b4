package com.mypay.settlement.adapter.in.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.Problem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.settlement.application.SettlementProblem;
import com.mypay.settlement.domain.CommissionTerms;
import com.mypay.settlement.domain.PayoutStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "' OR 1=1", "0123456789012345678901234567890123", "한글"})
    void whatIsNoIdIsRefused(@Nullable String text) {
        assertRefused(() -> Queries.cycleId(text), SettlementProblem.ID_MALFORMED);
        assertRefused(() -> Queries.slipId(text), SettlementProblem.ID_MALFORMED);
        assertRefused(() -> Queries.franchiseId(text), SettlementProblem.ID_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "2001x", "9999999999999999999"})
    void whatIsNoFranchiseIsRefused(String text) {
        assertRefused(() -> Queries.franchiseId(text), SettlementProblem.ID_MALFORMED);
    }

    @Test
    void whatIsOneIsTaken() {
        assertThat(Queries.franchiseId("2001")).isEqualTo(new MemberId(2001));
        assertThat(Queries.oneOf(PayoutStatus.class, "status", "IN_DOUBT")).isEqualTo(PayoutStatus.IN_DOUBT);
        assertThat(Queries.oneOf(PayoutStatus.class, "status", null)).isNull();
        assertThat(Queries.oneOf(PayoutStatus.class, "status", "")).isNull();
        assertRefused(() -> Queries.oneOf(PayoutStatus.class, "status", "in_doubt"), CommonProblem.FIELD_INVALID);
    }

    @Test
    void tiersAreTakenAlsoNone() {
        assertThat(Queries.tiers(null)).isEmpty();
        assertThat(Queries.tiers("-")).contains(List.of());
        assertThat(Queries.tiers("0:20 50000000:50"))
                .contains(List.of(
                        new CommissionTerms.Tier(Won.ZERO, BasisPoints.basisPoints(20)),
                        new CommissionTerms.Tier(Won.won(50_000_000), BasisPoints.basisPoints(50))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "--", "- 1:1", "1", "1:", "1:1  2:2", "2:1 1:2", "1:1 1:2", "-1:1", "1:99999"})
    void whatAreNoTiersIsRefused(String text) {
        assertRefused(() -> Queries.tiers(text), CommonProblem.FIELD_INVALID);
    }

    private static void assertRefused(Runnable query, Problem problem) {
        assertThatThrownBy(query::run)
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
