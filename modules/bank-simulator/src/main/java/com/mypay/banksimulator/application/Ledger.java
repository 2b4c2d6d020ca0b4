package com.mypay.banksimulator.application;

import com.mypay.banksimulator.domain.Books;
import java.util.function.Function;

/**
 * Runs units of work on the banks' books, one after another in the order they come. When it returns, what the work
 * wrote is kept for good; when it throws, nothing of it is. A work may be run again after a failure of its neighbours,
 * so it has no effect but on its books.
 */
public interface Ledger {
    <T> T inOrder(Function<Books, T> work);
}
