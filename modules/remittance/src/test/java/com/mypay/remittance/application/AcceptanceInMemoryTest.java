package com.mypay.remittance.application;

class AcceptanceInMemoryTest extends AcceptanceTests {

    @Override
    Stage newStage() {
        return Stage.inMemory();
    }
}
