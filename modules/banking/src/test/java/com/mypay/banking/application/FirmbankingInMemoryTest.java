package com.mypay.banking.application;

class FirmbankingInMemoryTest extends FirmbankingTests {

    @Override
    BankingHouse newHouse() {
        return BankingHouse.inMemory();
    }
}
