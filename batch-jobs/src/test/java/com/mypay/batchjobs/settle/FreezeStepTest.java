package com.mypay.batchjobs.settle;

import static com.mypay.settlement.SettlementHouse.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.batchjobs.fake.FakeJobContext;
import com.mypay.batchjobs.fake.LogLines;
import com.mypay.framework.context.Caller;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.domain.DateRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FreezeStepTest {

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("settlement"));

    private final SettlementHouse house = SettlementHouse.inMemory();

    private String freeze(@Nullable String businessDate) {
        return freeze(businessDate, null);
    }

    private String freeze(@Nullable String businessDate, @Nullable String firstDate) {
        return new FreezeStep(
                        new SettlementJob(house.findCycles, new CountingIds()),
                        house.freezeCycle,
                        house.runningJobs::contains,
                        new FakeJobContext(4_711),
                        new SettlementSettings(3, 0, Optional.empty()),
                        businessDate,
                        firstDate)
                .process();
    }

    @Test
    void theCycleBelongsToTheJobAndHasTheConfiguredPartitions() {
        assertThat(freeze("2011-12-05")).isEqualTo("FROZEN");
        assertThat(house.findCycles.ofDate(MONDAY).cycle().jobInstanceId()).isEqualTo(4_711);
        assertThat(house.findCycles.ofDate(MONDAY).cycle().partitions()).isEqualTo(3);
    }

    @Test
    void whatIsNoDateIsRefused() {
        for (@Nullable String wrong : new @Nullable String[] {null, "", "5.12.2011", "2011-02-30", "2011-12-05; --"}) {
            assertThat(freeze(wrong)).as("%s", wrong).isEqualTo("BUSINESS_DATE_MALFORMED");
        }
    }

    @Test
    void aDateThatHasNotBegunIsRefused() {
        house.clock.setInSeoul("2011-12-05T23:59");
        assertThat(freeze("2011-12-06")).isEqualTo("BUSINESS_DATE_IN_FUTURE");
        assertThat(house.findCycles.openedOn(MONDAY.plusDays(1))).isEmpty();
    }

    @Test
    void severalDatesAreOneCycle() {
        assertThat(freeze("2011-12-05", "2011-12-01")).isEqualTo("FROZEN");
        assertThat(house.findCycles.ofDate(MONDAY).cycle().dates())
                .isEqualTo(new DateRange(MONDAY.minusDays(4), MONDAY));
        assertThat(freeze("2011-12-05", "")).isEqualTo("CYCLES_OVERLAP");
        assertThat(freeze("2011-12-03", null)).isEqualTo("CYCLES_OVERLAP");
        assertThat(freeze("2011-12-06", "2011-12-05")).isEqualTo("CYCLES_OVERLAP");
        assertThat(freeze("2011-12-05", "2011-12-06")).isEqualTo("BUSINESS_DATE_MALFORMED");
        assertThat(freeze("2011-12-05", "x")).isEqualTo("BUSINESS_DATE_MALFORMED");
    }

    @Test
    void aDateThatIsSettledIsRefused() {
        house.settleAndPay(MONDAY);
        assertThat(freeze("2011-12-05")).isEqualTo("CYCLE_ALREADY_CLOSED");
    }

    @Test
    void aDateThatAnotherJobSettlesIsRefused() {
        house.freeze(MONDAY, 1);
        house.runningJobs.add(1L);
        assertThat(freeze("2011-12-05")).isEqualTo("CYCLE_ALREADY_RUNNING");
    }

    @Test
    void aRefusalIsSaidInTheLog() {
        try (LogLines log = new LogLines(FreezeStep.class)) {
            freeze("tomorrow");
            assertThat(log.containing("A business date is written yyyy-MM-dd.")).hasSize(1);
        }
    }
}
