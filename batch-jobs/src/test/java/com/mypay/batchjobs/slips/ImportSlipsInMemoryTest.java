package com.mypay.batchjobs.slips;

import com.mypay.settlement.SettlementHouse;

class ImportSlipsInMemoryTest extends ImportSlipsTests {

    @Override
    SettlementHouse newHouse() {
        return SettlementHouse.inMemory();
    }
}
