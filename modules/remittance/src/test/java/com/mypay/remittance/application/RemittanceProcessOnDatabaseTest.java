package com.mypay.remittance.application;

import static com.mypay.remittance.application.Stage.KIM;
import static com.mypay.remittance.application.Stage.LEE;
import static com.mypay.remittance.application.Stage.TO_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.problem.RejectedException;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RemittanceProcessOnDatabaseTest extends RemittanceProcessTests {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("REMITTANCE");

    private static final String HOLD = "b".repeat(32);
    private static final int TIMERS = 4;
    private static final int OF_EACH = 6;
    private static final int RACES = 16;

    @Override
    Stage newStage() {
        return Stage.on(DATABASE);
    }

    /** Either money is given back, or the bank is told: never both, never neither. */
    @Test
    void aCancellationAndMoneysAnswerAtTheSameMomentAgreeOnOneEnd() {
        for (int i = 0; i < RACES; i++) {
            String id = stage.send(KIM, TO_ACCOUNT, 1_000).remittanceId();
            AtomicInteger turns = new AtomicInteger();

            List<String> cancelled = call.atOnce(2, () -> {
                if (turns.getAndIncrement() == 0) {
                    stage.moneyDoes(id + "-HOLD-1", HOLD);
                    return "";
                }
                return cancel(id);
            });

            Remittance remittance = stage.remittance(id);
            boolean noted = cancelled.contains("noted");
            assertThat(remittance.waitsFor().orElseThrow().step()).isEqualTo(noted ? Step.RELEASE : Step.FIRMBANKING);
            assertThat(remittance.isCancelNoted()).isEqualTo(noted);
            assertThat(stage.sent())
                    .endsWith("rem-" + id + (noted ? "-RELEASE-1-1" : "-FIRMBANKING-1-1"))
                    .filteredOn(message -> message.contains(id))
                    .hasSize(2);
        }
    }

    private String cancel(String id) {
        try {
            return stage.cancel(id).cancelNoted() ? "noted" : "done";
        } catch (RejectedException e) {
            assertThat(e.problem()).isEqualTo(RemittanceProblem.REMITTANCE_ALREADY_SENT);
            return "refused";
        }
    }

    @Test
    void timersOfSeveralServersAtOnceSendEachCommandAgainOnce() {
        for (int i = 0; i < OF_EACH; i++) {
            stage.moneyDoes(stage.send(KIM, TO_ACCOUNT, 1_000).remittanceId() + "-HOLD-1", HOLD);
            stage.moneyDoes(stage.send(LEE, TO_ACCOUNT, 1_000).remittanceId() + "-HOLD-1", HOLD);
        }
        int sent = stage.sent().size();
        stage.realTime.advance(Duration.ofHours(1));

        List<Integer> asked = call.atOnce(TIMERS, stage.house.askAgain::ask);

        assertThat(asked.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2 * OF_EACH);
        assertThat(stage.sent()).hasSize(sent + 2 * OF_EACH);
    }
}
