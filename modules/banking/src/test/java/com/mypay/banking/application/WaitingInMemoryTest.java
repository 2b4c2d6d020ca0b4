package com.mypay.banking.application;

class WaitingInMemoryTest extends WaitingTests {

    @Override
    BankingHouse newHouse() {
        return BankingHouse.inMemory();
    }
}
