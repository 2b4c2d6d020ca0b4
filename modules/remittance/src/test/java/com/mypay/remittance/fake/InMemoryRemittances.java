package com.mypay.remittance.fake;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.Remittance.Accepted;
import com.mypay.remittance.domain.Remittance.Progress;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.RemittanceMove;
import com.mypay.remittance.domain.RemittanceStatus;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.Sender;
import com.mypay.remittance.domain.Senders;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Remittances} and {@link Senders} in memory: what isn't stored by {@code changed} is forgotten. */
public final class InMemoryRemittances implements Remittances, RollsBack {

    private record Row(Accepted accepted, Progress progress) {

        Remittance remittance() {
            return Remittance.stored(accepted, progress);
        }

        boolean waits() {
            return progress.step() != null;
        }

        Instant waitingSince() {
            return Objects.requireNonNull(progress.waitingSince());
        }

        Instant answerDue() {
            return Objects.requireNonNull(progress.answerDue());
        }
    }

    private record ByNumber(MemberId sender, long number) implements Comparable<ByNumber> {
        @Override
        public int compareTo(ByNumber other) {
            return Comparator.comparing(ByNumber::sender)
                    .thenComparing(ByNumber::number)
                    .compare(this, other);
        }
    }

    private record Line(String remittance, int number) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            return Comparator.comparing(Line::remittance)
                    .thenComparing(Line::number)
                    .compare(this, other);
        }
    }

    private final Rows<String, Row> rows = new Rows<>();
    private final Rows<ByNumber, String> numbers = new Rows<>();
    private final Rows<Line, RemittanceMove> history = new Rows<>();
    private final Rows<MemberId, Sender.State> senders = new Rows<>();

    /** What is open only: the simulation looks for what is due again and again. */
    private final Rows<String, String> openIds = new Rows<>();

    public Senders senders() {
        return new InMemorySenders();
    }

    /** All, in the order of their ids. */
    public List<Remittance> all() {
        return rows.all().stream().map(Row::remittance).toList();
    }

    /** All lines, remittance by remittance. */
    public List<RemittanceMove> history() {
        return List.copyOf(history.all());
    }

    /** Of all members that have sent. */
    public Optional<Sender> senderOf(MemberId member) {
        return senders.find(member).map(state -> Sender.stored(member, state));
    }

    @Override
    public void add(Remittance remittance) {
        Accepted accepted = remittance.accepted();
        String id = accepted.id().value();
        rows.insert(id, new Row(accepted, remittance.progress()));
        numbers.insert(new ByNumber(remittance.sender(), accepted.number()), id);
        if (remittance.status().isOpen()) {
            openIds.insert(id, id);
        }
        insertMoves(remittance);
    }

    @Override
    public void changed(Remittance remittance) {
        String id = remittance.id().value();
        rows.update(id, new Row(remittance.accepted(), remittance.progress()));
        if (!remittance.status().isOpen()) {
            openIds.delete(id);
        }
        insertMoves(remittance);
    }

    private void insertMoves(Remittance remittance) {
        for (RemittanceMove move : remittance.takeNewMoves()) {
            history.insert(new Line(move.remittance().value(), move.lineNo()), move);
        }
    }

    @Override
    public Optional<Remittance> find(RemittanceId id) {
        return rows.find(id.value()).map(Row::remittance);
    }

    @Override
    public Optional<Remittance> nextRequested(MemberId sender, long afterNumber) {
        return openRows()
                .filter(row -> row.accepted().order().sender().equals(sender)
                        && row.accepted().number() > afterNumber
                        && row.progress().status() == RemittanceStatus.REQUESTED)
                .min(Comparator.comparing(row -> row.accepted().number()))
                .map(Row::remittance);
    }

    @Override
    public List<RemittanceId> due(Instant realNow, int atMost) {
        return openRows()
                .filter(row -> row.waits() && !row.answerDue().isAfter(realNow))
                .sorted(Comparator.comparing(Row::answerDue))
                .limit(atMost)
                .map(row -> row.accepted().id())
                .toList();
    }

    @Override
    public List<Remittance> workList(Instant waitingSince, PageRequest page) {
        return openRows()
                .filter(Row::waits)
                .filter(row -> !row.waitingSince().isAfter(waitingSince)
                        || row.progress().stuckCode() != null)
                .map(Row::remittance)
                .filter(remittance ->
                        page.isFirst() || remittance.workListPlace().compareTo(page.after()) > 0)
                .sorted(Comparator.comparing(Remittance::workListPlace))
                .limit(page.rowsToRead())
                .toList();
    }

    @Override
    public List<RemittanceMove> historyOf(RemittanceId id) {
        return history.all().stream()
                .filter(move -> move.remittance().equals(id))
                .toList();
    }

    @Override
    public List<Remittance> find(Search search, PageRequest page) {
        long before = page.afterAs(Long::valueOf).orElse(Long.MAX_VALUE);
        return rows.all().stream()
                .filter(row -> row.accepted().order().sender().equals(search.sender()))
                .filter(row -> row.accepted().number() < before)
                .filter(row -> isWithin(row.accepted().requestedAt(), search.from(), search.to()))
                .filter(row -> search.status() == null || row.progress().status() == search.status())
                .sorted(Comparator.comparing((Row row) -> row.accepted().number())
                        .reversed())
                .limit(page.rowsToRead())
                .map(Row::remittance)
                .toList();
    }

    private static boolean isWithin(Instant at, @Nullable Instant from, @Nullable Instant to) {
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }

    @Override
    public Open open() {
        long inDoubt = openRows()
                .filter(row -> row.progress().status() == RemittanceStatus.IN_DOUBT)
                .count();
        Instant oldest = openRows()
                .map(row -> row.accepted().requestedAt())
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Open(openIds.all().size(), inDoubt, oldest);
    }

    private Stream<Row> openRows() {
        return openIds.all().stream().map(id -> rows.find(id).orElseThrow());
    }

    @Override
    public Runnable mark() {
        List<Runnable> marks = Stream.of(rows, numbers, history, senders, openIds)
                .map(RollsBack::mark)
                .toList();
        return () -> marks.forEach(Runnable::run);
    }

    private final class InMemorySenders implements Senders {

        @Override
        public Sender lock(MemberId member, LocalDate today) {
            return senderOf(member).orElseGet(() -> {
                Sender first = Sender.first(member, today);
                senders.insert(member, first.state());
                return first;
            });
        }

        @Override
        public Optional<Sender> lockOf(RemittanceId remittance) {
            return rows.find(remittance.value())
                    .flatMap(row -> senderOf(row.accepted().order().sender()));
        }

        @Override
        public void changed(Sender sender) {
            senders.update(sender.member(), sender.state());
        }
    }
}
