package com.mypay.settlement.domain;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.fake.CountingIds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the lives of cycles, payouts and franchises allow. */
class LivesTest {

    @Test
    void aCycleGoesStraightToItsClose() {
        Cycle cycle = cycle();
        assertThatThrownBy(cycle::paying).isInstanceOf(IllegalStateException.class);
        cycle.settled();
        assertThatThrownBy(cycle::settled).isInstanceOf(IllegalStateException.class);
        cycle.takenOverBy(8);
        cycle.paying();
        cycle.closed(LineTotals.NONE, CycleFigures.Charged.NONE, 0, 0, Instant.EPOCH);
        assertThat(cycle.jobInstanceId()).isEqualTo(8);
        assertThat(cycle.closedAt()).contains(Instant.EPOCH);
        assertThatThrownBy(() -> cycle.takenOverBy(9)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cycle.frozenWith(new FrozenSlips(0, 0, won(0), won(0))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCyclesStatusHasOneFollower() {
        assertThat(CycleStatus.CLOSED.isAtLeast(CycleStatus.PAYING)).isTrue();
        assertThat(CycleStatus.FROZEN.isAtLeast(CycleStatus.SETTLED)).isFalse();
        List<CycleStatus> life = List.of(CycleStatus.values());
        for (CycleStatus from : life) {
            for (CycleStatus to : life) {
                assertThat(from.mayBecome(to)).isEqualTo(life.indexOf(to) == life.indexOf(from) + 1);
            }
        }
    }

    @Test
    void aPayoutTakesItsFinalAnswerOnce() {
        Payout payout = payout();
        assertThat(payout.told(PayoutStatus.IN_DOUBT, "f", "TIMEOUT", Instant.EPOCH))
                .isTrue();
        assertThat(payout.endedAt()).isEmpty();
        assertThat(payout.told(PayoutStatus.IN_DOUBT, "f", "TIMEOUT", Instant.EPOCH))
                .isFalse();
        assertThat(payout.told(PayoutStatus.COMPLETED, "f", null, Instant.EPOCH))
                .isTrue();
        assertThat(payout.told(PayoutStatus.COMPLETED, "f", null, Instant.EPOCH))
                .isFalse();
        assertThat(payout.endedAt()).contains(Instant.EPOCH);
    }

    @Test
    void anUnknownThatComesAfterTheAnswerChangesNothing() {
        Payout payout = payout();
        payout.told(PayoutStatus.REFUSED, "f", "ACCOUNT_CLOSED", Instant.EPOCH);
        assertThat(payout.told(PayoutStatus.IN_DOUBT, "f", "TIMEOUT", Instant.EPOCH))
                .isFalse();
        assertThat(payout.status()).isEqualTo(PayoutStatus.REFUSED);
        assertThat(payout.reasonCode()).contains("ACCOUNT_CLOSED");
    }

    @Test
    void answersThatContradictEachOtherAreNotTaken() {
        Payout payout = payout();
        payout.told(PayoutStatus.REFUSED, "f", "ACCOUNT_CLOSED", Instant.EPOCH);
        assertThatThrownBy(() -> payout.told(PayoutStatus.COMPLETED, "f", null, Instant.EPOCH))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPayoutIsFoundByTheRequestIdThatBankingAnswersWith() {
        assertThat(Payout.idOfRequest(payout().requestId())).contains(payout().id());
        assertThat(Payout.idOfRequest("charge-1")).isEmpty();
        assertThat(Payout.idOfRequest("payout-")).isEmpty();
        assertThatThrownBy(() -> Payout.requested(
                        new PayoutId("1"), new CycleId("1"), new MemberId(2001), won(0), "g", Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofAFranchisesEventsTheNewestStays() {
        SettlementTerms held = new SettlementTerms(
                SettlementPeriod.WEEKLY, won(1_000), true, 3, new Reserve(BasisPoints.basisPoints(500), 30));
        Franchise franchise = Franchise.told(new MemberId(2001), "NoNo", "ACTIVE", SettlementTerms.USUAL, 3);
        assertThat(franchise.toldAgain("Old", "ACTIVE", held, 2)).isFalse();
        assertThat(franchise.toldAgain("Old", "ACTIVE", held, 3)).isFalse();
        assertThat(franchise.toldAgain("New", "SUSPENDED", held, 4)).isTrue();
        assertThat(franchise.name()).isEqualTo("New");
        assertThat(franchise.status()).isEqualTo("SUSPENDED");
        assertThat(franchise.terms()).isEqualTo(held);
        assertThat(franchise.eventVersion()).isEqualTo(4);
    }

    @Test
    void banksRestOnWeekendsAndHolidays() {
        LocalDate friday = LocalDate.of(2026, 10, 9);
        BusinessCalendar calendar = new BusinessCalendar(Set.of(friday));
        assertThat(calendar.isBusinessDay(friday)).isFalse();
        assertThat(calendar.isBusinessDay(friday.minusDays(1))).isTrue();
        assertThat(calendar.isBusinessDay(friday.plusDays(1))).isFalse();
        assertThat(calendar.isBusinessDay(friday.plusDays(2))).isFalse();
        assertThat(calendar.isBusinessDay(friday.plusDays(3))).isTrue();
    }

    @Test
    void businessDaysAreCountedOverWeekendsAndHolidays() {
        LocalDate friday = LocalDate.of(2026, 10, 9);
        BusinessCalendar calendar = new BusinessCalendar(Set.of(friday));
        assertThat(calendar.after(friday, 0)).isEqualTo(friday);
        assertThat(calendar.after(friday, 1)).isEqualTo(friday.plusDays(3));
        assertThat(calendar.after(friday.minusDays(1), 1)).isEqualTo(friday.plusDays(3));
        assertThat(calendar.after(friday.minusDays(2), 2)).isEqualTo(friday.plusDays(3));
        assertThat(calendar.after(friday.plusDays(1), 2)).isEqualTo(friday.plusDays(4));
    }

    @Test
    void aPositionIsWrittenAsACheckpointAndReadBack() {
        SlipKey key = new SlipKey(new MemberId(2001), new SlipId("0a-9"));
        assertThat(SlipKey.parse(key.toString())).isEqualTo(key);
        assertThat(SlipKey.before(new MemberId(2001))).isLessThan(key);
        assertThat(key).isLessThan(SlipKey.before(new MemberId(2002)));
    }

    private static Cycle cycle() {
        DateRange date = DateRange.of(LocalDate.of(2011, 12, 5));
        return Cycle.opened(new CycleId("1"), date, 7, 2, CountingIds.id(1), Instant.EPOCH);
    }

    private static Payout payout() {
        return Payout.requested(
                new PayoutId("1"), new CycleId("1"), new MemberId(2001), won(5), CountingIds.id(1), Instant.EPOCH);
    }
}
