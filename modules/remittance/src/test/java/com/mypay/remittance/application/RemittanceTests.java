package com.mypay.remittance.application;

import static com.mypay.remittance.application.Stage.KIM;
import static com.mypay.remittance.application.Stage.LEE;
import static com.mypay.remittance.application.Stage.TO_ACCOUNT;
import static com.mypay.remittance.application.Stage.TO_LEE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.Caller;
import com.mypay.frameworktest.TestCall;
import com.mypay.remittance.application.message.FirmbankingResult;
import com.mypay.remittance.domain.RemittanceStatus;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole process, in memory and on the database. */
abstract class RemittanceTests {

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.member(KIM));

    private Stage stage = newStage();

    abstract Stage newStage();

    @BeforeEach
    void open() {
        stage = newStage();
        stage.members(KIM, LEE);
    }

    @Test
    void toAMember() {
        String id = stage.send(KIM, TO_LEE, 30_000).remittanceId();
        assertThat(stage.sent()).containsExactly("rem-" + id + "-TRANSFER-1-1");

        stage.moneyDoes(id + "-TRANSFER-1", null);

        assertThat(stage.lifeOf(id))
                .containsExactly(RemittanceStatus.REQUESTED, RemittanceStatus.PREPARING, RemittanceStatus.SUCCEEDED);
        assertThat(stage.figures.count("SUCCEEDED")).isOne();
    }

    @Test
    void toAnAccount() {
        String id = stage.send(KIM, TO_ACCOUNT, 30_000).remittanceId();
        stage.moneyDoes(id + "-HOLD-1", "b".repeat(32));
        stage.bankingSays(id + "-FIRMBANKING-1", FirmbankingResult.Status.COMPLETED, null, 30_000);
        stage.moneyDoes(id + "-CAPTURE-1", null);

        assertThat(stage.lifeOf(id))
                .containsExactly(
                        RemittanceStatus.REQUESTED,
                        RemittanceStatus.PREPARING,
                        RemittanceStatus.HELD,
                        RemittanceStatus.SENT,
                        RemittanceStatus.SENT,
                        RemittanceStatus.SUCCEEDED);
        assertThat(stage.sent())
                .containsExactly(
                        "rem-" + id + "-HOLD-1-1", "rem-" + id + "-FIRMBANKING-1-1", "rem-" + id + "-CAPTURE-1-1");
    }

    @Test
    void whatHasNoAnswerInTimeIsSentAgain() {
        String id = stage.send(KIM, TO_LEE, 30_000).remittanceId();
        assertThat(stage.house.askAgain.ask()).isZero();
        stage.realTime.advance(Duration.ofSeconds(30));
        assertThat(stage.house.askAgain.ask()).isOne();
        assertThat(stage.house.askAgain.ask()).isZero();
        assertThat(stage.sent()).containsExactly("rem-" + id + "-TRANSFER-1-1", "rem-" + id + "-TRANSFER-1-2");
    }
}
