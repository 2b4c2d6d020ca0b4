package com.mypay.banking.domain;

import java.util.Optional;

/** All accounts that were confirmed for remittances. Every method runs inside a transaction. */
public interface PayeeAccounts {

    void add(PayeeAccount account);

    Optional<PayeeAccount> find(String payeeAccountId);
}
