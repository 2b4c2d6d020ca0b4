package com.mypay.remittance.application;

import static com.mypay.framework.value.Won.won;
import static com.mypay.remittance.application.Stage.KIM;
import static com.mypay.remittance.application.Stage.LEE;
import static com.mypay.remittance.application.Stage.TO_ACCOUNT;
import static com.mypay.remittance.application.Stage.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.Caller;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.TestCall;
import com.mypay.remittance.domain.PayeeKind;
import com.mypay.remittance.domain.RemittanceFee;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The fee table and its two persons, in memory and on the database. */
abstract class FeeTests {

    private static final LocalDate MONDAY = LocalDate.of(2011, 12, 5);

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.staff("kim"));

    private Stage stage = Stage.inMemory();

    abstract Stage newStage();

    @BeforeEach
    void open() {
        stage = newStage();
        stage.members(KIM, LEE);
    }

    @Test
    void aFeeHoldsFromItsDateAndAmountOnOnceTwoPersonsAgree() {
        String proposed = propose("staff/kim", 100_000, 1_000, MONDAY.plusDays(1));
        assertThat(feeOf(100_000)).isEqualTo(500);
        refused(RemittanceProblem.SAME_PERSON, () -> approve("kim", proposed));
        approve("lee", proposed);
        refused(RemittanceProblem.FEE_DECIDED, () -> approve("park", proposed));
        refused(RemittanceProblem.FEE_NOT_FOUND, () -> approve("park", "e".repeat(32)));
        assertThat(feeOf(100_000)).isEqualTo(500);

        stage.clock.advance(Duration.ofDays(1));
        assertThat(feeOf(99_999)).isEqualTo(500);
        assertThat(feeOf(100_000)).isEqualTo(1_000);

        // Of two for the same amount the later date holds, of the same date the later approval
        approve("lee", propose("kim", 100_000, 700, MONDAY.plusDays(1)));
        stage.clock.advance(Duration.ofSeconds(1));
        approve("lee", propose("kim", 100_000, 800, MONDAY.plusDays(1)));
        assertThat(feeOf(100_000)).isEqualTo(800);
        assertThat(stage.house.findRemittanceFees.on(MONDAY.plusDays(1)))
                .extracting(fee -> fee.terms().payeeKind() + " from "
                        + fee.terms().amountFrom().value() + ": "
                        + fee.terms().fee().value())
                .containsExactly("ACCOUNT from 1: 500", "ACCOUNT from 100000: 800", "MEMBER from 1: 0");
        assertThat(stage.house.findRemittanceFees.on(MONDAY)).hasSize(2);
    }

    @Test
    void aFeeDoesNotTakeEffectInThePast() {
        refused(RemittanceProblem.FEE_IN_THE_PAST, () -> propose("kim", 1, 700, MONDAY.minusDays(1)));
        String today = propose("kim", 1, 700, MONDAY);
        stage.clock.advance(Duration.ofDays(1));
        refused(RemittanceProblem.FEE_IN_THE_PAST, () -> approve("lee", today));
    }

    private String propose(String login, long fromWon, long feeWon, LocalDate from) {
        return stage.house
                .modifyRemittanceFee
                .modify(new ModifyRemittanceFee.Command(
                        Caller.staff(login.replace("staff/", "")),
                        new RequestId(stage.ids.next()),
                        new RemittanceFee.Terms(PayeeKind.ACCOUNT, won(fromWon), won(feeWon), from)))
                .feeId();
    }

    private void approve(String login, String feeId) {
        stage.house.approveRemittanceFee.approve(
                new ApproveRemittanceFee.Command(Caller.staff(login), new RequestId(stage.ids.next()), feeId));
    }

    private long feeOf(long amountWon) {
        return stage.send(KIM, TO_ACCOUNT, amountWon).feeWon();
    }
}
