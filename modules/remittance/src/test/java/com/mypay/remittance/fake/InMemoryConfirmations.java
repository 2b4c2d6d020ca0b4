package com.mypay.remittance.fake;

import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.remittance.domain.Confirmation;
import com.mypay.remittance.domain.Confirmations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Confirmations} in memory. */
public final class InMemoryConfirmations implements Confirmations, RollsBack {

    private record Row(Confirmation confirmation, @Nullable String usedFor) {}

    private final Rows<String, Row> rows = new Rows<>();

    @Override
    public void add(Confirmation confirmation) {
        rows.insert(confirmation.token(), new Row(confirmation, null));
    }

    @Override
    public Optional<Confirmation> find(String token) {
        return rows.find(token).map(Row::confirmation);
    }

    @Override
    public boolean use(String token, String usedFor) {
        Optional<Row> unused = rows.find(token).filter(row -> row.usedFor() == null);
        unused.ifPresent(row -> rows.update(token, new Row(row.confirmation(), usedFor)));
        return unused.isPresent();
    }

    @Override
    public int count(MemberId sender, Instant after, Instant until) {
        return (int) rows.all().stream()
                .map(Row::confirmation)
                .filter(confirmation -> confirmation.sender().equals(sender)
                        && confirmation.expiresAt().isAfter(after)
                        && !confirmation.expiresAt().isAfter(until))
                .count();
    }

    @Override
    public int forget(Instant expiredBefore) {
        List<String> over = rows.all().stream()
                .map(Row::confirmation)
                .filter(confirmation -> confirmation.expiresAt().isBefore(expiredBefore))
                .map(Confirmation::token)
                .toList();
        over.forEach(rows::delete);
        return over.size();
    }

    @Override
    public Runnable mark() {
        return rows.mark();
    }
}
