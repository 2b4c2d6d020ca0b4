package com.mypay.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.platform.broker.Topology;
import com.mypay.platform.broker.Topology.Address;
import com.mypay.platform.broker.Topology.Queue;
import com.mypay.systemtests.kit.OutsideClient;
import com.mypay.systemtests.kit.OutsideClient.Taken;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Somebody who has a service's account at the broker and speaks AMQP with a library of its own is refused where the
 * account has no business.
 */
@ExtendWith(SharedInstallation.class)
class OutsideClientIT {

    private final RunningInstallation mypay;

    OutsideClientIT(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    @Test
    void everyAccountIsRefusedWhereItHasNoBusiness() {
        for (String account : Topology.accounts()) {
            if (account.equals(Topology.OPERATOR)) {
                continue;
            }
            try (OutsideClient outside = OutsideClient.as(mypay, account)) {
                for (Address address : Topology.addresses()) {
                    if (!mayWrite(account, address)) {
                        assertThat(outside.send(address.name(), "outside-forged", "x", "{}"))
                                .as("%s sends to %s", account, address.name())
                                .isEqualTo(Taken.REFUSED);
                    }
                }
                for (Queue queue : Topology.queues()) {
                    boolean own = queue.receiver().equals(account);
                    assertThat(outside.mayRead(queue.name()))
                            .as("%s reads %s", account, queue.name())
                            .isEqualTo(own);
                    assertThat(outside.mayRead(queue.deadLetterQueue()))
                            .as("%s reads the dead letters of %s", account, queue.name())
                            .isEqualTo(own);
                }
                assertThat(outside.send("activemq.management", "outside-forged", "x", "{}"))
                        .isEqualTo(Taken.REFUSED);
                assertThat(outside.send("made.up", "outside-forged", "x", "{}")).isEqualTo(Taken.REFUSED);
            }
        }
    }

    @Test
    void nobodyGetsInWithAnotherPassword() {
        for (String account : Set.of("remittance", "money", "operator")) {
            assertThat(OutsideClient.getsInWithPassword(mypay, account, "guess"))
                    .isFalse();
        }
        assertThat(OutsideClient.getsInWithPassword(mypay, "nobody", mypay.secret("broker.money")))
                .isFalse();
    }

    /** The reader of a queue may put a dead letter back there; of a fan-out it reads only its own copy. */
    private static boolean mayWrite(String account, Address address) {
        return address.senders().contains(account)
                || (!address.isFanOut() && address.queues().get(0).receiver().equals(account));
    }
}
