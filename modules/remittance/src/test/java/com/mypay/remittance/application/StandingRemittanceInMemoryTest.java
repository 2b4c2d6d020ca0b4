package com.mypay.remittance.application;

class StandingRemittanceInMemoryTest extends StandingRemittanceTests {

    @Override
    Stage newStage() {
        return Stage.inMemory();
    }
}
