package com.mypay.banking.application;

class RemittanceInMemoryTest extends RemittanceTests {

    @Override
    BankingHouse newHouse() {
        return BankingHouse.inMemory();
    }
}
