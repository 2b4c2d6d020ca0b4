package com.mypay.systemtests.scenario;

import static java.lang.System.Logger.Level.INFO;
import static org.awaitility.Awaitility.await;

import com.mypay.platform.broker.Topology;
import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Audits;
import com.mypay.systemtests.kit.BrokerQueues;
import com.mypay.systemtests.kit.Messages;
import com.mypay.systemtests.kit.Part;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code kill -9} of each part while there is a remittance at each point of its way ({@link HeldRemittances.Point}), then
 * {@code mypay up}: each ends as it should, exactly once at the bank.
 */
@ExtendWith(SharedInstallation.class)
class RemittanceKillsIT {

    private static final System.Logger LOG = System.getLogger(RemittanceKillsIT.class.getName());

    /** From the return of the part until nothing of what was on its way is left. */
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(3);

    private final RunningInstallation mypay;
    private final BrokerQueues queues;

    RemittanceKillsIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.queues = new BrokerQueues(mypay);
    }

    @ParameterizedTest
    @EnumSource
    void eachEndsOnceThoughAPartIsKilledAtEveryPointOfTheWay(Part part) throws Exception {
        try (HeldRemittances held = new HeldRemittances(mypay)) {
            Future<Answer> accepting = held.reachEveryPoint();
            held.assertEveryPointReached();
            mypay.kill(part);
            held.unlock();
            mypay.up();
            mypay.banks().behaveNormally();
            long back = System.nanoTime();
            held.awaitEnds(accepting);
            new Messages(mypay).awaitAllArrived();
            await("the queues are empty").atMost(LONGEST_RECOVERY).until(this::queuesAreEmpty);
            Duration recovery = Duration.ofNanos(System.nanoTime() - back);
            LOG.log(INFO, "{0} back: all has ended and the queues are empty after {1} s", part, recovery.toSeconds());
            held.assertEachEndedOnce();
        }
        new Audits(mypay).assertAllOk();
        mypay.command("doctor").exits(0);
    }

    private boolean queuesAreEmpty() {
        return Topology.queues().stream()
                .filter(queue -> !queue.name().startsWith("log."))
                .allMatch(queue -> queues.messagesIn(queue.name()) == 0);
    }
}
