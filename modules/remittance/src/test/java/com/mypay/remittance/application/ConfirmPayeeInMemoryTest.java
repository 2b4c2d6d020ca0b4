package com.mypay.remittance.application;

class ConfirmPayeeInMemoryTest extends ConfirmPayeeTests {

    @Override
    Stage newStage() {
        return Stage.inMemory();
    }
}
