package com.mypay.banking.application;

class BankAccountInMemoryTest extends BankAccountTests {

    @Override
    BankingHouse newHouse() {
        return BankingHouse.inMemory();
    }
}
