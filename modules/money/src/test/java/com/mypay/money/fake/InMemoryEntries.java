package com.mypay.money.fake;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.fake.InMemoryLog;
import com.mypay.frameworktest.fake.InMemoryTable;
import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.Entries;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.MoneyChanging;
import com.mypay.money.domain.Occasion;
import com.mypay.money.domain.Posting;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@link Entries} in memory. */
public final class InMemoryEntries implements Entries, RollsBack {

    private final InMemoryLog<Entry> entries = new InMemoryLog<>();
    private final InMemoryTable<String, Occasion> bookedOnce = new InMemoryTable<>();

    public List<Entry> all() {
        return entries.all();
    }

    @Override
    public void book(Entry entry) {
        entries.add(entry);
    }

    @Override
    public boolean isFirst(Cause cause, String reference, Occasion occasion) {
        return bookedOnce.add(cause + " " + reference, occasion);
    }

    @Override
    public List<MoneyChanging> changings(MemberId member, Instant from, Instant until, long before, int atMost) {
        return entries.all().stream()
                .flatMap(InMemoryEntries::changingsOf)
                .filter(changing -> changing.id().member().equals(member)
                        && changing.id().number() < before
                        && !changing.occasion().at().isBefore(from)
                        && changing.occasion().at().isBefore(until))
                .sorted(Comparator.comparing(
                                (MoneyChanging changing) -> changing.id().number())
                        .reversed())
                .limit(atMost)
                .toList();
    }

    private static Stream<MoneyChanging> changingsOf(Entry entry) {
        return entry.postings().stream()
                .flatMap(posting -> Stream.ofNullable(posting.changing())
                        .map(changing -> new MoneyChanging(
                                changing.id(),
                                posting.amount(),
                                changing.balanceAfter(),
                                entry.cause(),
                                entry.reference(),
                                entry.occasion())));
    }

    @Override
    public Map<AccountKind, Won> balances() {
        Map<AccountKind, Won> balances = new EnumMap<>(AccountKind.class);
        for (AccountKind account : AccountKind.values()) {
            balances.put(account, Won.ZERO);
        }
        for (Entry entry : entries.all()) {
            for (Posting posting : entry.postings()) {
                balances.merge(posting.account(), posting.amount(), Won::plus);
            }
        }
        return balances;
    }

    /** Adding up is cheap here. */
    @Override
    public void checkpoint(String upToEntryId, Occasion occasion) {}

    @Override
    public Runnable mark() {
        Runnable entriesBack = entries.mark();
        Runnable bookedOnceBack = bookedOnce.mark();
        return () -> {
            entriesBack.run();
            bookedOnceBack.run();
        };
    }

    @Override
    public void committed() {
        bookedOnce.committed();
    }
}
