package com.mypay.money.application;

import com.mypay.money.MoneyHouse;

class FindMoneyInMemoryTest extends FindMoneyTests {
    @Override
    MoneyHouse house() {
        return MoneyHouse.inMemory();
    }
}
