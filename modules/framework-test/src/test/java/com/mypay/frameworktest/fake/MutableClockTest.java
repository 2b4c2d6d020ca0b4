package com.mypay.frameworktest.fake;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.Guid;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MutableClockTest {

    @Test
    void theClockStandsUntilItIsMoved() {
        MutableClock clock = MutableClock.inSeoul("2011-12-05T12:00");
        assertThat(clock.instant()).isEqualTo(Instant.parse("2011-12-05T03:00:00Z"));
        clock.advance(Duration.ofHours(13));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2011-12-05T16:00:00Z"));
        clock.setInSeoul("2011-12-06T00:00");
        assertThat(clock.instant()).isEqualTo(Instant.parse("2011-12-05T15:00:00Z"));
    }

    @Test
    void idsAreForeseeableAndWellFormed() {
        CountingIds ids = new CountingIds();
        assertThat(ids.next()).isEqualTo(CountingIds.id(1));
        assertThat(ids.next()).isEqualTo("00000000000000000000000000000002").matches(Guid::isWellFormed);
    }
}
