package com.mypay.banking.fake;

import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.BankContract;
import com.mypay.banking.domain.BankContractStep;
import com.mypay.banking.domain.BankContracts;
import com.mypay.frameworktest.fake.InMemoryLog;
import com.mypay.frameworktest.fake.InMemoryTable;
import com.mypay.frameworktest.fake.RollsBack;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link BankContracts} in memory. */
public final class InMemoryBankContracts implements BankContracts, RollsBack {

    private final InMemoryTable<BankCode, BankContract> rows = new InMemoryTable<>();
    private final InMemoryLog<StepOf> steps = new InMemoryLog<>();
    private BankCode lastChanged = BankCode.bankCode("000");

    private record StepOf(BankCode bank, BankContractStep step) {}

    @Override
    public void add(BankContract contract) {
        if (!rows.add(contract.bank(), contract)) {
            throw UniqueKey.violated("contract");
        }
        lastChanged = contract.bank();
    }

    @Override
    public Optional<BankContract> findForChange(BankCode bank) {
        lastChanged = bank;
        return rows.find(bank);
    }

    @Override
    public List<BankContract> all() {
        return rows.all().stream()
                .sorted(Comparator.comparing(contract -> contract.bank().value()))
                .toList();
    }

    @Override
    public void add(BankContractStep step) {
        steps.add(new StepOf(lastChanged, step));
    }

    @Override
    public List<BankContractStep> history(BankCode bank) {
        return steps.all().stream()
                .filter(row -> row.bank().equals(bank))
                .map(StepOf::step)
                .toList();
    }

    @Override
    public Runnable mark() {
        Runnable rowsBack = rows.mark();
        Runnable stepsBack = steps.mark();
        return () -> {
            rowsBack.run();
            stepsBack.run();
        };
    }

    @Override
    public void committed() {
        rows.committed();
    }
}
