package com.mypay.money.domain;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final Occasion NOW = new Occasion("0".repeat(31) + "1", Instant.parse("2011-12-05T03:00:00Z"));

    @Test
    void aPaymentStandsAgainstTheClearingAccount() {
        MemberMoney money = MemberMoney.stored(memberId(1001), won(50_000), won(0), 7);
        Entry entry = Entry.of("e1", Cause.PAYMENT, "p1", NOW, money.decrease(won(30_000)));
        assertThat(entry.postings())
                .extracting(Posting::account, Posting::amount)
                .containsExactly(
                        tuple(AccountKind.MEMBER, won(-30_000)), tuple(AccountKind.PAYMENT_CLEARING, won(30_000)));
    }

    @Test
    void postingsAddUpToNothing() {
        assertThatThrownBy(() -> entry(
                        Posting.of(AccountKind.FEE_INCOME, won(5)), Posting.of(AccountKind.PAYMENT_CLEARING, won(-4))))
                .hasMessageContaining("1 won");
    }

    @Test
    void anEntryHasTwoSides() {
        assertThatThrownBy(() -> entry(Posting.of(AccountKind.FEE_INCOME, won(5))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(EntryTest::entry).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPostingOfNothingIsNone() {
        assertThatThrownBy(() -> Posting.of(AccountKind.FEE_INCOME, won(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void exactlyAMembersPostingIsAMoneyChanging() {
        assertThatThrownBy(() -> Posting.of(AccountKind.MEMBER, won(5))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Posting.of(AccountKind.FEE_INCOME, won(5)).changingId())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReferenceHasItsForm() {
        Posting plus = Posting.of(AccountKind.FEE_INCOME, won(5));
        Posting minus = Posting.of(AccountKind.PAYMENT_CLEARING, won(-5));
        for (String wrong : new String[] {"", "x".repeat(65), "결제-1", "p 1", "p\n1"}) {
            assertThatThrownBy(() -> new Entry("e1", Cause.COMMISSION, wrong, NOW, List.of(plus, minus)))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Entry entry(Posting... postings) {
        return new Entry("e1", Cause.COMMISSION, "c1", NOW, List.of(postings));
    }
}
