package com.mypay.settlement.application;

import static com.mypay.settlement.SettlementHouse.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.problem.RejectedException;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.domain.Certificate;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.DateRange;
import com.mypay.settlement.domain.LineTotals;
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
