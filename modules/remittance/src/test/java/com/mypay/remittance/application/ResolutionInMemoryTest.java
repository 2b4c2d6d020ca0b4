package com.mypay.remittance.application;

class ResolutionInMemoryTest extends ResolutionTests {

    @Override
    Stage newStage() {
        return Stage.inMemory();
    }
}
