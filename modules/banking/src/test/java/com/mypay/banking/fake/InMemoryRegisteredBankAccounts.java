package com.mypay.banking.fake;

import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.RegisteredAccountStatus;
import com.mypay.banking.domain.RegisteredAccountStep;
import com.mypay.banking.domain.RegisteredBankAccount;
import com.mypay.banking.domain.RegisteredBankAccounts;
import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.fake.InMemoryLog;
import com.mypay.frameworktest.fake.InMemoryTable;
import com.mypay.frameworktest.fake.RollsBack;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link RegisteredBankAccounts} in memory. */
public final class InMemoryRegisteredBankAccounts implements RegisteredBankAccounts, RollsBack {

    private static final Comparator<RegisteredBankAccount> LATEST_FIRST = Comparator.comparing(
                    RegisteredBankAccount::registeredAt)
            .thenComparing(RegisteredBankAccount::id)
            .reversed();

    private final InMemoryTable<String, RegisteredBankAccount> rows = new InMemoryTable<>();
    private final InMemoryLog<RegisteredAccountStep> steps = new InMemoryLog<>();

    @Override
    public void add(RegisteredBankAccount account) {
        if (!rows.add(account.id(), account)) {
            throw UniqueKey.violated("account");
        }
        save(account);
    }

    @Override
    public void save(RegisteredBankAccount account) {
        allowOne(RegisteredAccountStatus.VERIFIED, account.member());
        allowOne(RegisteredAccountStatus.PENDING_VERIFICATION, account.member());
        steps.addAll(account.takeNewSteps());
    }

    private void allowOne(RegisteredAccountStatus status, MemberId member) {
        if (rows.where(row -> row.member().equals(member) && row.status() == status)
                        .size()
                > 1) {
            throw UniqueKey.violated(status + " account");
        }
    }

    @Override
    public Optional<RegisteredBankAccount> find(String accountId) {
        return rows.find(accountId);
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
        return rows.where(
                        row -> row.account().equals(account) && row.codeSentOn().equals(day))
                .size();
    }

    private List<RegisteredBankAccount> ofMember(MemberId member) {
        return rows.where(row -> row.member().equals(member)).stream()
                .sorted(LATEST_FIRST)
                .toList();
    }

    @Override
    public List<RegisteredAccountStep> history(String accountId) {
        return steps.all().stream()
                .filter(step -> step.accountId().equals(accountId))
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
