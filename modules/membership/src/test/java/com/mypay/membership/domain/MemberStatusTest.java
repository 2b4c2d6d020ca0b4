package com.mypay.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MemberStatusTest {

    private static final Map<MemberStatus, Set<MemberStatus>> LEGAL = Map.of(
            MemberStatus.ACTIVE, Set.of(MemberStatus.SUSPENDED, MemberStatus.CLOSED),
            MemberStatus.SUSPENDED, Set.of(MemberStatus.ACTIVE, MemberStatus.CLOSED),
            MemberStatus.CLOSED, Set.of());

    @ParameterizedTest
    @EnumSource
    void goesOnlyWhereTheTableSays(MemberStatus status) {
        for (MemberStatus next : MemberStatus.values()) {
            assertThat(status.mayBecome(next))
                    .as(status + " to " + next)
                    .isEqualTo(LEGAL.getOrDefault(status, Set.of()).contains(next));
        }
    }
}
