package com.mypay.payment.adapter.out.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.payment.application.PaymentProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoneyRefusalsTest {

    @ParameterizedTest
    @EnumSource(
            names = {
                "MONEY_INSUFFICIENT",
                "NO_LINKED_ACCOUNT",
                "TOP_UP_REFUSED",
                "MEMBER_NOT_ACTIVE",
                "MEMBER_NOT_FOUND"
            })
    void aRefusedDecreaseKeepsItsReason(PaymentProblem problem) {
        assertThat(MoneyRefusals.ofDecrease(new RemoteRefusalException(422, problem.name(), "detail")))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        rejected -> assertThat(rejected.problem()).isEqualTo(problem));
    }

    @Test
    void aMemberThatCanNotTakeMoneyBackIsARefusedCancellation() {
        assertThat(MoneyRefusals.ofIncrease(new RemoteRefusalException(422, "MEMBER_NOT_ACTIVE", "")))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        rejected -> assertThat(rejected.problem()).isEqualTo(PaymentProblem.CANCEL_REFUSED));
    }

    @Test
    void moneyThatIsStillAtItHasNotRefused() {
        RemoteRefusalException running = new RemoteRefusalException(409, "REQUEST_RUNNING", "");
        assertThat(MoneyRefusals.ofDecrease(running)).isInstanceOf(UnknownOutcomeException.class);
        assertThat(MoneyRefusals.ofIncrease(running)).isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void anUnknownCodeIsABugOfOurs() {
        RemoteRefusalException other = new RemoteRefusalException(400, "FIELD_INVALID", "");
        assertThat(MoneyRefusals.ofDecrease(other)).isInstanceOf(IllegalStateException.class);
        assertThat(MoneyRefusals.ofIncrease(other)).isInstanceOf(IllegalStateException.class);
    }
}
