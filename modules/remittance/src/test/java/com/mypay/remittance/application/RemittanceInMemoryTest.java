package com.mypay.remittance.application;

class RemittanceInMemoryTest extends RemittanceTests {

    @Override
    Stage newStage() {
        return Stage.inMemory();
    }
}
