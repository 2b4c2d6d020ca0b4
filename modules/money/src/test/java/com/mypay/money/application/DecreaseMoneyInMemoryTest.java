package com.mypay.money.application;

import com.mypay.money.MoneyHouse;

class DecreaseMoneyInMemoryTest extends DecreaseMoneyTests {
    @Override
    MoneyHouse house() {
        return MoneyHouse.inMemory();
    }
}
