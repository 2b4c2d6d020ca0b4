package com.mypay.remittance.application;

import static com.mypay.remittance.application.Stage.KIM;
import static com.mypay.remittance.application.Stage.TO_LEE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.problem.RejectedException;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.remittance.domain.VerificationLevel;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AcceptanceOnDatabaseTest extends AcceptanceTests {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("REMITTANCE");

    private static final int THREADS = 8;

    @Override
    Stage newStage() {
        return Stage.on(DATABASE);
    }

    /** The sender's first ones, so that they also make its row at the same moment. */
    @Test
    void ofManyAtOnceOnlySoManyAreAcceptedAsTheLimitHasRoomFor() {
        Queue<String> tokens =
                new ConcurrentLinkedQueue<>(Stream.generate(() -> stage.confirmed(KIM, TO_LEE, VerificationLevel.BASIC))
                        .limit(THREADS)
                        .toList());

        List<String> answers = call.atOnce(THREADS, () -> {
            String token = tokens.remove();
            try {
                return stage.request("r-" + token, KIM, token, 300_000).status();
            } catch (RejectedException e) {
                return e.problem().name();
            }
        });

        assertThat(answers).containsOnlyOnce("PREPARING");
        assertThat(Collections.frequency(answers, "LIMIT_PER_DAY")).isEqualTo(THREADS - 1);
        assertThat(stage.sent()).hasSize(1);
    }
}
