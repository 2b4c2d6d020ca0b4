package com.mypay.settlement.application;

import com.mypay.settlement.SettlementHouse;

class SettlementInMemoryTest extends SettlementTests {

    @Override
    SettlementHouse newHouse() {
        return SettlementHouse.inMemory();
    }
}
