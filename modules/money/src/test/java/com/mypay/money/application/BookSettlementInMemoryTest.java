package com.mypay.money.application;

import com.mypay.money.MoneyHouse;

class BookSettlementInMemoryTest extends BookSettlementTests {
    @Override
    MoneyHouse house() {
        return MoneyHouse.inMemory();
    }
}
