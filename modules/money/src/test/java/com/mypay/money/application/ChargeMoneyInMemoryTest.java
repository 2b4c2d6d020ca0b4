package com.mypay.money.application;

import com.mypay.money.MoneyHouse;

class ChargeMoneyInMemoryTest extends ChargeMoneyTests {
    @Override
    MoneyHouse house() {
        return MoneyHouse.inMemory();
    }
}
