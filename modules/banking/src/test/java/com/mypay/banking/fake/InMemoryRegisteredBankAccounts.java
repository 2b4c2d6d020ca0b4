package com.mypay.banking.fake;

import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.RegisteredAccountStatus;
import com.mypay.banking.domain.RegisteredAccountStep;
import com.mypay.banking.domain.RegisteredBankAccount;
import com.mypay.banking.domain.RegisteredBankAccounts;
import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.fake.RollsBack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link RegisteredBankAccounts} in memory. */
public final class InMemoryRegisteredBankAccounts implements RegisteredBankAccounts, RollsBack {

    private static final Comparator<RegisteredBankAccount> LATEST_FIRST = Comparator.comparing(
                    RegisteredBankAccount::registeredAt)
            .thenComparing(RegisteredBankAccount::id)
            .reversed();

    private final Map<String, RegisteredBankAccount> rows = new LinkedHashMap<>();
    private final List<RegisteredAccountStep> steps = new ArrayList<>();

    @Override
    public void add(RegisteredBankAccount account) {
        rows.put(account.id(), account);
        save(account);
    }

    @Override
    public void save(RegisteredBankAccount account) {
        allowOne(RegisteredAccountStatus.VERIFIED, account.member());
        allowOne(RegisteredAccountStatus.PENDING_VERIFICATION, account.member());
        steps.addAll(account.takeNewSteps());
    }

    private void allowOne(RegisteredAccountStatus status, MemberId member) {
        long found = rows.values().stream()
                .filter(row -> row.member().equals(member) && row.status() == status)
                .count();
        if (found > 1) {
            throw UniqueKey.violated(status + " account");
        }
    }

    @Override
    public Optional<RegisteredBankAccount> find(String accountId) {
        return Optional.ofNullable(rows.get(accountId));
    }

    @Override
    public Optional<RegisteredBankAccount> verified(MemberId member) {
        return ofMember(member).stream()
                .filter(row -> row.status() == RegisteredAccountStatus.VERIFIED)
                .findFirst();
    }

    @Override
    public List<RegisteredBankAccount> pending(MemberId member) {
        return ofMember(member).stream()
                .filter(row -> row.status() == RegisteredAccountStatus.PENDING_VERIFICATION)
                .toList();
    }

    @Override
    public Optional<RegisteredBankAccount> latest(MemberId member) {
        return ofMember(member).stream().findFirst();
    }

    @Override
    public long codesSent(BankAccountNumber account, LocalDate day) {
        return rows.values().stream()
                .filter(row -> row.account().equals(account) && row.codeSentOn().equals(day))
                .count();
    }

    private List<RegisteredBankAccount> ofMember(MemberId member) {
        return rows.values().stream()
                .filter(row -> row.member().equals(member))
                .sorted(LATEST_FIRST)
                .toList();
    }

    @Override
    public List<RegisteredAccountStep> history(String accountId) {
        return steps.stream().filter(step -> step.accountId().equals(accountId)).toList();
    }

    @Override
    public Runnable mark() {
        Map<String, RegisteredBankAccount> before = Copies.of(rows);
        List<RegisteredAccountStep> stepsBefore = List.copyOf(steps);
        return () -> {
            rows.clear();
            rows.putAll(before);
            steps.clear();
            steps.addAll(stepsBefore);
        };
    }
}
