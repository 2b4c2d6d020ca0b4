package com.mypay.banksimulator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.banksimulator.domain.Behaviour.Mode;
import com.mypay.banksimulator.domain.Behaviour.Scope;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BehaviourPlanTest {
    @Test
    void isNormalAgainAfterTheToldNumberOfCalls() {
        BehaviourPlan plan = new BehaviourPlan(told(Mode.SILENT, Scope.TRANSFERS, 2, 100, 0));

        assertThat(draws(plan, Scope.TRANSFERS, 3)).containsExactly(Mode.SILENT, Mode.SILENT, Mode.NORMAL);
        assertThat(plan.current()).isEqualTo(Behaviour.NORMAL);
    }

    @Test
    void queriesAreAffectedOnlyWhenToldOrWhenTheBankIsDown() {
        assertThat(draws(new BehaviourPlan(told(Mode.SILENT, Scope.TRANSFERS, 1, 100, 0)), Scope.EVERYTHING, 1))
                .containsExactly(Mode.NORMAL);
        assertThat(draws(new BehaviourPlan(told(Mode.SILENT, Scope.EVERYTHING, 1, 100, 0)), Scope.EVERYTHING, 1))
                .containsExactly(Mode.SILENT);
        assertThat(draws(new BehaviourPlan(told(Mode.DOWN, Scope.TRANSFERS, 1, 100, 0)), Scope.EVERYTHING, 1))
                .containsExactly(Mode.DOWN);
    }

    @Test
    void sameSeedGivesTheSameDraws() {
        List<Mode> first =
                draws(new BehaviourPlan(told(Mode.LOST, Scope.TRANSFERS, 0, 30, 42)), Scope.TRANSFERS, 1_000);
        List<Mode> second =
                draws(new BehaviourPlan(told(Mode.LOST, Scope.TRANSFERS, 0, 30, 42)), Scope.TRANSFERS, 1_000);
        List<Mode> other =
                draws(new BehaviourPlan(told(Mode.LOST, Scope.TRANSFERS, 0, 30, 43)), Scope.TRANSFERS, 1_000);

        assertThat(first).isEqualTo(second).isNotEqualTo(other);
        assertThat(first.stream().filter(mode -> mode == Mode.LOST).count()).isBetween(250L, 350L);
    }

    private static List<Mode> draws(BehaviourPlan plan, Scope call, int calls) {
        return IntStream.range(0, calls).mapToObj(i -> plan.next(call).mode()).toList();
    }

    private static Behaviour told(Mode mode, Scope scope, int calls, int percent, long seed) {
        return new Behaviour(mode, scope, 0, calls, percent, seed, "");
    }
}
