package com.mypay.banking.domain;

import java.util.List;
import java.util.Optional;

/** The contracts with the banks, one per bank. Every method runs inside a transaction. */
public interface BankContracts {

    void add(BankContract contract);

    /** To be modified: nobody else modifies it meanwhile. */
    Optional<BankContract> findForChange(BankCode bank);

    /** By bank code. */
    List<BankContract> all();

    void add(BankContractStep step);

    /** From the first step on. */
    List<BankContractStep> history(BankCode bank);
}
