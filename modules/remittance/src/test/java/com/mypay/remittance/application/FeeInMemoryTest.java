package com.mypay.remittance.application;

class FeeInMemoryTest extends FeeTests {

    @Override
    Stage newStage() {
        return Stage.inMemory();
    }
}
