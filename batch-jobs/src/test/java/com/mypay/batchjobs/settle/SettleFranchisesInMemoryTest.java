package com.mypay.batchjobs.settle;

import com.mypay.settlement.SettlementHouse;

class SettleFranchisesInMemoryTest extends SettleFranchisesTests {

    @Override
    SettlementHouse newHouse() {
        return SettlementHouse.inMemory();
    }
}
