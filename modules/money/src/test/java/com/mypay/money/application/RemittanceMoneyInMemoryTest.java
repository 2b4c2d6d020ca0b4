package com.mypay.money.application;

import com.mypay.money.MoneyHouse;

class RemittanceMoneyInMemoryTest extends RemittanceMoneyTests {
    @Override
    MoneyHouse house() {
        return MoneyHouse.inMemory();
    }
}
