package com.mypay.money.fake;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.Entries;
import com.mypay.money.domain.Entry;
import com.mypay.money.domain.MoneyChanging;
import com.mypay.money.domain.Occasion;
import com.mypay.money.domain.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** {@link Entries} in memory. */
public final class InMemoryEntries implements Entries, RollsBack {

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> bookedOnce = new LinkedHashSet<>();

    public List<Entry> all() {
        return List.copyOf(entries);
    }

    @Override
    public void book(Entry entry) {
        entries.add(entry);
    }

    @Override
    public boolean isFirst(Cause cause, String reference, Occasion occasion) {
        return bookedOnce.add(cause + " " + reference);
    }

    @Override
    public List<MoneyChanging> changings(MemberId member, Instant from, Instant until, long before, int atMost) {
        return entries.stream()
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
        for (Entry entry : entries) {
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
        List<Entry> before = List.copyOf(entries);
        Set<String> bookedBefore = Set.copyOf(bookedOnce);
        return () -> {
            entries.clear();
            entries.addAll(before);
            bookedOnce.retainAll(bookedBefore);
        };
    }
}
