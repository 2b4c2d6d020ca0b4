package com.mypay.settlement.application;

import static com.mypay.framework.value.Won.won;
import static com.mypay.settlement.SettlementHouse.MONDAY;
import static com.mypay.settlement.SettlementHouse.franchise;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.application.message.FranchiseChanged;
import com.mypay.settlement.domain.Certificate;
import com.mypay.settlement.domain.Charges;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.DateRange;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.Settlement;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettlementOnDatabaseTest extends SettlementTests {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("SETTLEMENT");

    @Override
    SettlementHouse newHouse() {
        return SettlementHouse.on(DATABASE);
    }

    @Test
    void cyclesThatAreClosedAtOnceAreCertifiedOneAfterAnother() {
        int cycles = 6;
        Iterator<CycleId> ids = IntStream.range(0, cycles)
                .mapToObj(day -> house.freeze(MONDAY.plusDays(day), day))
                .toList()
                .iterator();

        call.atOnce(cycles, () -> certified(next(ids)));

        List<Certificate> chain = house.transactions.inTransaction(() -> house.certificates.after(0, cycles + 1));
        assertThat(chain).extracting(Certificate::number).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        for (int i = 1; i < cycles; i++) {
            assertThat(chain.get(i).previousHash()).isEqualTo(chain.get(i - 1).hash());
        }
    }

    private Certificate certified(CycleId id) {
        return house.transactions.inTransaction(() -> house.certifyCycle.certify(
                house.cycles.find(id).orElseThrow(), house.cycles.figures(id), LineTotals.NONE, house.clock.instant()));
    }

    /** Of all that a month gives back nothing is lost and nothing given twice, whichever cycle is decided first. */
    @Test
    void cyclesOfAMonthThatAreDecidedAtOnceSeeEachOthersVolume() {
        int franchises = 24;
        List<LocalDate> days = List.of(MONDAY, MONDAY.plusDays(1));
        for (int franchise = 0; franchise < franchises; franchise++) {
            house.commission(2001 + franchise, 0, new FranchiseChanged.Tier(1_500, 100));
            for (LocalDate day : days) {
                house.payment(2001 + franchise, 1_000, day);
            }
        }
        List<CycleId> cycles =
                days.stream().map(day -> house.freeze(day, day.toEpochDay())).toList();
        cycles.forEach(house::settleRanges);
        cycles.forEach(house.startPayouts::start);
        Iterator<Integer> both = List.of(0, 1).iterator();

        call.atOnce(2, () -> {
            int which = next(both);
            house.payOutAll(cycles.get(which), days.get(which));
            return which;
        });

        for (int franchise = 0; franchise < franchises; franchise++) {
            MemberId franchiseId = franchise(2001 + franchise);
            assertThat(house.transactions.inTransaction(() -> cycles.stream()
                            .map(cycle ->
                                    house.settlements.find(cycle, franchiseId).orElseThrow())
                            .map(Settlement::charges)
                            .toList()))
                    .containsExactlyInAnyOrder(
                            new Charges(won(0), won(0), won(0)), new Charges(won(1_000), won(5), won(0)));
        }
    }

    @Test
    void rangesThatOverlapAreNotOpenedAtOnce() {
        int ranges = 6;
        Iterator<Integer> days = IntStream.range(0, ranges).iterator();

        List<Optional<DateRange>> opened = call.atOnce(ranges, () -> opened(next(days)));

        List<DateRange> open = opened.stream().flatMap(Optional::stream).toList();
        assertThat(open)
                .hasSizeBetween(2, 3)
                .allSatisfy(one ->
                        assertThat(open).filteredOn(other -> !other.equals(one)).noneMatch(one::overlaps));
    }

    /** Of a day and the next one. */
    private Optional<DateRange> opened(int day) {
        DateRange dates = new DateRange(MONDAY.plusDays(day), MONDAY.plusDays(day + 1));
        try {
            house.freeze(dates, day);
            return Optional.of(dates);
        } catch (RejectedException e) {
            assertThat(e.problem()).isEqualTo(SettlementProblem.CYCLES_OVERLAP);
            return Optional.empty();
        }
    }

    private static <T> T next(Iterator<T> all) {
        synchronized (all) {
            return all.next();
        }
    }
}
