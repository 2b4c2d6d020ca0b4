package com.mypay.banksimulator.application;

class InMemoryBooksTest extends BooksContract {
    private final InMemoryBooks books = new InMemoryBooks();

    @Override
    protected Ledger ledger() {
        return books;
    }
}
