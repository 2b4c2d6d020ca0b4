package com.mypay.systemtests.scenario;

import com.mypay.systemtests.kit.LogLines;
import com.mypay.systemtests.kit.Part;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} in the middle of a running load, then {@code mypay up}, and the load goes on to its end, and all of it stands in the logs. */
@ExtendWith(SharedInstallation.class)
class KillsIT {

    private static final int PAYMENTS = 80;

    private final RunningInstallation mypay;

    KillsIT(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    @ParameterizedTest
    @EnumSource
    void everyPaymentIsMadeOnceThoughAPartIsKilledInTheMiddle(Part part) throws Exception {
        LogLines logs = new LogLines(mypay);
        Instant begun = Clock.systemUTC().instant();
        try (Load load = new Load(mypay, PAYMENTS)) {
            load.start();
            load.awaitPart(0.3);
            mypay.kill(part);
            mypay.up();
            load.awaitEnd();
            load.assertEveryChargeCompleted();
            load.assertEverythingAddsUp();
            logs.awaitToldOnce("PAYMENT_APPROVED", load.paymentIds(), begun);
        }
        logs.awaitNoGap();
        mypay.command("doctor").exits(0);
    }
}
