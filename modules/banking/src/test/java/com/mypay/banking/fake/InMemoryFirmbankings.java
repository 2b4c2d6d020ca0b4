package com.mypay.banking.fake;

import com.mypay.banking.domain.ChangedMeanwhileException;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingStatus;
import com.mypay.banking.domain.FirmbankingStep;
import com.mypay.banking.domain.Firmbankings;
import com.mypay.banking.domain.Wait;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.fake.InMemoryLog;
import com.mypay.frameworktest.fake.InMemoryTable;
import com.mypay.frameworktest.fake.RollsBack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** {@link Firmbankings} in memory. */
public final class InMemoryFirmbankings implements Firmbankings, RollsBack {

    private final InMemoryTable<String, Firmbanking> rows = new InMemoryTable<>();
    private final InMemoryLog<FirmbankingStep> steps = new InMemoryLog<>();

    public List<Firmbanking> all() {
        return rows.all();
    }

    public List<FirmbankingStep> history() {
        return steps.all();
    }

    @Override
    public void add(Firmbanking firmbanking) {
        boolean known = !rows.where(row -> row.requestId().equals(firmbanking.requestId())
                        && row.requester().equals(firmbanking.requester())
                        && row.attempt() == firmbanking.attempt())
                .isEmpty();
        if (known || !rows.add(firmbanking.id(), firmbanking)) {
            throw UniqueKey.violated("firmbanking");
        }
    }

    @Override
    public void save(Firmbanking before, Firmbanking after, Instant at, String guid) {
        if (rows.find(after.id()).orElseThrow().version() != before.version()) {
            throw new ChangedMeanwhileException(after.id());
        }
        rows.replace(after.id(), after);
        after.stepFrom(before.status(), at, guid).ifPresent(steps::add);
    }

    @Override
    public Optional<Firmbanking> find(String firmbankingId) {
        return rows.find(firmbankingId);
    }

    @Override
    public Optional<Firmbanking> find(String requester, RequestId requestId) {
        return rows
                .where(row ->
                        row.requester().equals(requester) && row.requestId().equals(requestId))
                .stream()
                .max(Comparator.comparing(Firmbanking::attempt));
    }

    @Override
    public List<FirmbankingStep> history(String firmbankingId) {
        return steps.all().stream()
                .filter(step -> step.firmbankingId().equals(firmbankingId))
                .sorted(Comparator.comparing(FirmbankingStep::stepNo))
                .toList();
    }

    @Override
    public List<Firmbanking> ofMember(MemberId member, Period period, PageRequest page) {
        return rows.all().stream()
                .filter(row -> row.member().equals(Optional.of(member)))
                .filter(row -> !row.requestedAt().isBefore(period.from())
                        && row.requestedAt().isBefore(period.to()))
                .filter(row -> page.isFirst() || row.id().compareTo(page.after()) < 0)
                .sorted(Comparator.comparing(Firmbanking::id).reversed())
                .limit(page.rowsToRead())
                .toList();
    }

    @Override
    public List<Firmbanking> due(Instant realTime, int atMost) {
        return due(false, realTime, atMost);
    }

    @Override
    public List<Firmbanking> waitingUntil(Instant realTime, int atMost) {
        return due(true, realTime, atMost);
    }

    private List<Firmbanking> due(boolean waiting, Instant realTime, int atMost) {
        return rows
                .where(row ->
                        row.nextLookAt() != null && !row.nextLookAt().isAfter(realTime) && row.isWaiting() == waiting)
                .stream()
                .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.nextLookAt())))
                .limit(atMost)
                .toList();
    }

    @Override
    public void lookAtMaintenance(Instant realTime) {
        rows.where(row -> row.isWaiting()
                        && !row.hasTakenItsTurn()
                        && Objects.requireNonNull(row.nextLookAt()).isAfter(realTime))
                .forEach(row ->
                        rows.replace(row.id(), row.waitingOn(new Wait(Firmbanking.BANK_IN_MAINTENANCE, realTime))));
    }

    @Override
    public List<Firmbanking> open(FirmbankingStatus status, PageRequest page) {
        return rows.where(row -> row.status() == status).stream()
                .filter(row -> page.isFirst() || row.id().compareTo(page.after()) > 0)
                .sorted(Comparator.comparing(Firmbanking::id))
                .limit(page.rowsToRead())
                .toList();
    }

    @Override
    public List<BankFees> fees(LocalDate from, LocalDate to) {
        Map<String, BankFees> fees = new TreeMap<>();
        rows.all().stream()
                .filter(row -> row.status() == FirmbankingStatus.COMPLETED)
                .filter(row -> !row.transactionDate().isBefore(from)
                        && !row.transactionDate().isAfter(to))
                .forEach(row -> fees.merge(
                        row.from().bank().value(),
                        new BankFees(row.from().bank(), 1, row.fee()),
                        (one, other) -> new BankFees(
                                one.bank(),
                                one.completedCalls() + other.completedCalls(),
                                Won.won(one.fees().value() + other.fees().value()))));
        return List.copyOf(fees.values());
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
