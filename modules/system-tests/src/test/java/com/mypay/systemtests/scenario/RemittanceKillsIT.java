package com.mypay.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Audits;
import com.mypay.systemtests.kit.Messages;
import com.mypay.systemtests.kit.Part;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code kill -9} of each part while there is a remittance at each point of its way ({@link HeldRemittances.Point}), then
 * {@code mypay up}: each ends as it should, exactly once at the bank.
 */
@ExtendWith(SharedInstallation.class)
class RemittanceKillsIT {

    /** From the return of the part until nothing of what was on its way is left. */
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(60);

    private final RunningInstallation mypay;

    RemittanceKillsIT(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    @ParameterizedTest
    @EnumSource
    void eachEndsOnceThoughAPartIsKilledAtEveryPointOfTheWay(Part part, TestReporter reporter) throws Exception {
        try (HeldRemittances held = new HeldRemittances(mypay)) {
            Future<Answer> accepting = held.reachEveryPoint();
            held.assertEveryPointReached();
            mypay.kill(part);
            mypay.up();
            long back = System.nanoTime();
            held.letGo();
            held.awaitEnds(accepting);
            new Messages(mypay).awaitAllArrived();
            Duration recovery = Duration.ofNanos(System.nanoTime() - back);
            reporter.publishEntry("milliseconds until all has ended, " + part, Long.toString(recovery.toMillis()));
            held.assertEachEndedOnce();
            assertThat(recovery).isLessThan(LONGEST_RECOVERY);
        }
        new Audits(mypay).assertAllOk();
        mypay.command("doctor").exits(0);
    }
}
