package com.mypay.remittance.application;

class RemittanceProcessInMemoryTest extends RemittanceProcessTests {

    @Override
    Stage newStage() {
        return Stage.inMemory();
    }
}
