package com.mypay.remittance.application;

import static com.mypay.remittance.application.Stage.TO_ACCOUNT;
import static com.mypay.remittance.application.Stage.TO_LEE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.remittance.domain.Schedule;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StandingRemittanceOnDatabaseTest extends StandingRemittanceTests {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("REMITTANCE");

    private static final int TIMERS = 4;
    private static final int STANDINGS = 12;

    @Override
    Stage newStage() {
        return Stage.on(DATABASE);
    }

    @Test
    void timersOfSeveralServersAtOnceRequestEachDatesRemittanceOnce() {
        for (int i = 0; i < STANDINGS; i++) {
            schedule(i % 2 == 0 ? TO_LEE : TO_ACCOUNT, Schedule.once(LocalDate.of(2011, 12, 5)));
        }

        List<Integer> ran = call.atOnce(TIMERS, stage.house.runStandingRemittances::run);

        assertThat(ran.stream().mapToInt(Integer::intValue).sum()).isEqualTo(STANDINGS);
        assertThat(remittances())
                .hasSize(STANDINGS)
                .extracting(remittance -> remittance.accepted().standingId())
                .doesNotHaveDuplicates();
    }
}
