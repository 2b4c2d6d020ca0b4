package com.mypay.banking.domain;

import java.util.List;

/** The operator's own accounts; a handful. Every method runs inside a transaction. */
public interface CorporateAccounts {

    void add(CorporateAccount account);

    /** Makes it the primary one instead of whichever is. */
    void makePrimary(CorporateAccount account);

    /** In the order in which they were registered. */
    List<CorporateAccount> all();
}
