package com.mypay.money.domain;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemberMoneyTest {

    private final MemberMoney money = MemberMoney.opened(memberId(1001));

    @Test
    void eachChangeIsNumberedAndTellsTheBalanceAfterIt() {
        assertThat(money.increase(won(50_000)).changing())
                .isEqualTo(new Posting.Changing(new MoneyChangingId(memberId(1001), 1), won(50_000)));
        assertThat(money.decrease(won(30_000)).changing())
                .isEqualTo(new Posting.Changing(new MoneyChangingId(memberId(1001), 2), won(20_000)));
        assertThat(money.changings()).isEqualTo(2);
    }

    @Test
    void whatIsHeldIsNotAvailable() {
        money.increase(won(50_000));
        money.hold(won(30_000));
        assertThat(money.available()).isEqualTo(won(20_000));
        assertThat(money.covers(won(20_000))).isTrue();
        assertThat(money.covers(won(20_001))).isFalse();
        assertThat(money.shortageFor(won(25_000))).isEqualTo(won(5_000));
        assertThat(money.shortageFor(won(10_000))).isEqualTo(won(0));
    }

    @Test
    void nothingBecomesNegative() {
        money.increase(won(50_000));
        money.hold(won(30_000));
        assertThatThrownBy(() -> money.decrease(won(20_001))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> money.hold(won(20_001))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> money.release(won(30_001))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> money.capture(won(30_001))).isInstanceOf(IllegalStateException.class);
        assertThat(money.balance()).isEqualTo(won(50_000));
        assertThat(money.held()).isEqualTo(won(30_000));
    }

    @Test
    void onlyPositiveAmountsMove() {
        money.increase(won(50_000));
        assertThatThrownBy(() -> money.increase(won(0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> money.decrease(won(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> money.hold(won(0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> money.release(won(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsCapturedLeavesBalanceAndHold() {
        money.increase(won(50_000));
        money.hold(won(30_000));
        assertThat(money.capture(won(30_000)).amount()).isEqualTo(won(-30_000));
        assertThat(money.balance()).isEqualTo(won(20_000));
        assertThat(money.held()).isEqualTo(won(0));
    }
}
