package com.mypay.money.application;

import com.mypay.money.MoneyHouse;

class TopUpMoneyInMemoryTest extends TopUpMoneyTests {
    @Override
    MoneyHouse house() {
        return MoneyHouse.inMemory();
    }
}
