package com.mypay.batchjobs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.config.ConfigurationException;
import com.mypay.frameworktest.fake.MutableClock;
import com.mypay.settlement.domain.BusinessCalendar;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettlementTimeTest {

    private static final BusinessCalendar CALENDAR = new BusinessCalendar(Set.of(LocalDate.of(2026, 9, 24)));

    private static boolean hasCome(String setting, String seoul) {
        return SettlementTime.parse(setting).hasCome(MutableClock.inSeoul(seoul).instant(), CALENDAR);
    }

    @Test
    void comesAtItsTimeInSeoulAndStaysForTheDay() {
        assertThat(hasCome("02:00", "2026-09-23T01:59:59")).isFalse();
        assertThat(hasCome("02:00", "2026-09-23T02:00")).isTrue();
        assertThat(hasCome("02:00", "2026-09-23T23:59")).isTrue();
        assertThat(hasCome("00:00", "2026-09-23T00:00")).isTrue();
    }

    @Test
    void doesNotComeOnSaturdaysSundaysAndHolidays() {
        assertThat(hasCome("02:00", "2026-09-24T12:00")).isFalse();
        assertThat(hasCome("02:00", "2026-09-25T12:00")).isTrue();
        assertThat(hasCome("02:00", "2026-09-26T12:00")).isFalse();
        assertThat(hasCome("02:00", "2026-09-27T12:00")).isFalse();
        assertThat(hasCome("02:00", "2026-09-28T12:00")).isTrue();
    }

    @Test
    void offNeverComes() {
        assertThat(SettlementTime.parse("off").isOff()).isTrue();
        assertThat(hasCome("off", "2026-09-23T12:00")).isFalse();
        assertThat(SettlementTime.parse("02:00").isOff()).isFalse();
    }

    @Test
    void anythingElseStopsTheStartAndNamesTheKey() {
        for (String wrong : new String[] {"", "on", "OFF", "2:00", "24:00", "02:60", "02.00", "0 2 * * *"}) {
            assertThatThrownBy(() -> SettlementTime.parse(wrong))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("mypay.batch.settle.schedule")
                    .hasMessageContaining("02:00");
        }
    }
}
