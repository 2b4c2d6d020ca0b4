package com.mypay.banking.fake;

import com.mypay.banking.domain.BankCode;
import com.mypay.banking.domain.BankContract;
import com.mypay.banking.domain.BankContractStep;
import com.mypay.banking.domain.BankContracts;
import com.mypay.frameworktest.fake.RollsBack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@link BankContracts} in memory. */
public final class InMemoryBankContracts implements BankContracts, RollsBack {

    private final Map<String, BankContract> rows = new TreeMap<>();
    private final Map<String, List<BankContractStep>> steps = new LinkedHashMap<>();
    private BankCode lastChanged = BankCode.bankCode("000");

    @Override
    public void add(BankContract contract) {
        if (rows.put(contract.bank().value(), contract) != null) {
            throw UniqueKey.violated("contract");
        }
        lastChanged = contract.bank();
    }

    @Override
    public Optional<BankContract> findForChange(BankCode bank) {
        lastChanged = bank;
        return Optional.ofNullable(rows.get(bank.value()));
    }

    @Override
    public List<BankContract> all() {
        return List.copyOf(rows.values());
    }

    @Override
    public void add(BankContractStep step) {
        steps.computeIfAbsent(lastChanged.value(), bank -> new ArrayList<>()).add(step);
    }

    @Override
    public List<BankContractStep> history(BankCode bank) {
        return List.copyOf(steps.getOrDefault(bank.value(), List.of()));
    }

    @Override
    public Runnable mark() {
        Map<String, BankContract> before = Copies.of(rows);
        Map<String, List<BankContractStep>> stepsBefore = new LinkedHashMap<>();
        steps.forEach((bank, list) -> stepsBefore.put(bank, new ArrayList<>(list)));
        return () -> {
            rows.clear();
            rows.putAll(before);
            steps.clear();
            steps.putAll(stepsBefore);
        };
    }
}
