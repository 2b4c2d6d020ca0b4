package com.mypay.banking.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingOrder;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.fake.FakeBank.Behaviour;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.frameworktest.fake.FakeTransactions;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FirmbankingInMemoryTest extends FirmbankingTests {

    @Override
    BankingHouse newHouse() {
        return BankingHouse.inMemory();
    }

    @Test
    void anAnswerThatCannotBeWrittenDownIsNoSignThatTheBankWasNotReached() {
        FirmbankingOrder order = house.charge(20_000);
        cannotWriteDownTheAnswer(() -> house.requestFirmbanking.request(order));

        house.seconds(20);

        assertThat(house.requestFirmbanking.request(order).status()).isEqualTo(FirmbankingStatus.COMPLETED);
        assertThat(house.bank.received()).hasSize(1);
    }

    @Test
    void aRefusalByMessageThatCannotBeWrittenDownIsACallAllTheSame() {
        house.bank.now(Behaviour.REFUSES);
        FirmbankingOrder order = house.chargeByMessage(20_000);
        cannotWriteDownTheAnswer(() -> house.takeFirmbankingOrder.take(order));

        house.seconds(20);

        Firmbanking refused = house.takeFirmbankingOrder.take(order);
        assertThat(refused.reasonCode()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(refused.calls()).isEqualTo(1);
    }

    private void cannotWriteDownTheAnswer(Supplier<Firmbanking> call) {
        house.bank.beforeNextAnswer(() -> ((FakeTransactions) house.transactions).databaseIsAway(1));
        assertThatThrownBy(call::get).isInstanceOf(UnknownOutcomeException.class);
    }
}
