package com.mypay.settlement.fake;

import com.mypay.framework.persistence.JdbcException;
import com.mypay.framework.value.Days;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.Won;
import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.settlement.domain.BusinessCalendar;
import com.mypay.settlement.domain.CarryOver;
import com.mypay.settlement.domain.CarryOvers;
import com.mypay.settlement.domain.CarryReason;
import com.mypay.settlement.domain.Certificate;
import com.mypay.settlement.domain.Certificates;
import com.mypay.settlement.domain.Charges;
import com.mypay.settlement.domain.CommissionTerms;
import com.mypay.settlement.domain.Cycle;
import com.mypay.settlement.domain.CycleFigures;
import com.mypay.settlement.domain.CycleFigures.Figure;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.CycleRow;
import com.mypay.settlement.domain.CycleStatus;
import com.mypay.settlement.domain.Cycles;
import com.mypay.settlement.domain.DateRange;
import com.mypay.settlement.domain.Franchise;
import com.mypay.settlement.domain.FranchiseRange;
import com.mypay.settlement.domain.FranchiseRange.Weight;
import com.mypay.settlement.domain.Franchises;
import com.mypay.settlement.domain.FrozenSlips;
import com.mypay.settlement.domain.Holidays;
import com.mypay.settlement.domain.ImportId;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.Payout;
import com.mypay.settlement.domain.PayoutId;
import com.mypay.settlement.domain.PayoutStatus;
import com.mypay.settlement.domain.Payouts;
import com.mypay.settlement.domain.RangeFigures;
import com.mypay.settlement.domain.RejectedLine;
import com.mypay.settlement.domain.Seal;
import com.mypay.settlement.domain.Settlement;
import com.mypay.settlement.domain.SettlementLine;
import com.mypay.settlement.domain.SettlementTerms;
import com.mypay.settlement.domain.Settlements;
import com.mypay.settlement.domain.Slip;
import com.mypay.settlement.domain.SlipId;
import com.mypay.settlement.domain.SlipImport;
import com.mypay.settlement.domain.SlipImports;
import com.mypay.settlement.domain.SlipKey;
import com.mypay.settlement.domain.SlipKind;
import com.mypay.settlement.domain.Slips;
import com.mypay.settlement.domain.StepCount;
import com.mypay.settlement.domain.StepCounts;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Settlement's repositories in memory. They look at each other's rows as the database's statements do. */
public final class InMemoryRows implements RollsBack {

    private record Key(String cycleId, long franchiseId) implements Comparable<Key> {
        static Key of(CycleId cycleId, MemberId franchiseId) {
            return new Key(cycleId.value(), franchiseId.value());
        }

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::cycleId)
                    .thenComparing(Key::franchiseId)
                    .compare(this, other);
        }
    }

    private record PartKey(Key settlement, CarryOver.Part part) implements Comparable<PartKey> {
        static PartKey of(CarryOver row) {
            return new PartKey(Key.of(row.cycleId(), row.franchiseId()), row.part());
        }

        @Override
        public int compareTo(PartKey other) {
            return Comparator.comparing(PartKey::settlement)
                    .thenComparing(PartKey::part)
                    .compare(this, other);
        }
    }

    private record Line(CycleId cycleId, SettlementLine line) {}

    private record SealKey(CycleId cycleId, int number) implements Comparable<SealKey> {
        @Override
        public int compareTo(SealKey other) {
            return Comparator.comparing(SealKey::cycleId)
                    .thenComparing(SealKey::number)
                    .compare(this, other);
        }
    }

    private record Step(CycleId cycleId, String step, int partition) {}

    private Map<SlipId, Slip> slips = new TreeMap<>();
    private Map<SlipId, CycleId> cycleOfSlip = new HashMap<>();
    private Map<CycleId, Cycle> cycles = new TreeMap<>();
    private Map<SlipId, Line> lines = new TreeMap<>();
    private Map<Key, Settlement> settlements = new TreeMap<>();
    private Map<PartKey, CarryOver> carryOvers = new TreeMap<>();
    private Map<PayoutId, Payout> payouts = new TreeMap<>();
    private Map<Long, Franchise> franchises = new TreeMap<>();
    private Map<Step, StepCount> steps = new HashMap<>();
    private Map<ImportId, SlipImport> imports = new HashMap<>();
    private Map<ImportId, List<RejectedLine>> rejected = new HashMap<>();
    private Map<SealKey, Seal> seals = new TreeMap<>();
    private Map<Long, Certificate> certificates = new TreeMap<>();

    /** Rows come back; a change within an aggregate does not: what only a database can show is tested on one. */
    @Override
    public Runnable mark() {
        Map<SlipId, Slip> slipsThen = new TreeMap<>(slips);
        Map<SlipId, CycleId> cycleOfSlipThen = new HashMap<>(cycleOfSlip);
        Map<CycleId, Cycle> cyclesThen = new TreeMap<>(cycles);
        Map<SlipId, Line> linesThen = new TreeMap<>(lines);
        Map<Key, Settlement> settlementsThen = new TreeMap<>(settlements);
        Map<PartKey, CarryOver> carryOversThen = new TreeMap<>(carryOvers);
        Map<PayoutId, Payout> payoutsThen = new TreeMap<>(payouts);
        Map<Long, Franchise> franchisesThen = new TreeMap<>(franchises);
        Map<Step, StepCount> stepsThen = new HashMap<>(steps);
        Map<ImportId, SlipImport> importsThen = new HashMap<>(imports);
        Map<ImportId, List<RejectedLine>> rejectedThen = new HashMap<>(rejected);
        Map<SealKey, Seal> sealsThen = new TreeMap<>(seals);
        Map<Long, Certificate> certificatesThen = new TreeMap<>(certificates);
        return () -> {
            slips = slipsThen;
            cycleOfSlip = cycleOfSlipThen;
            cycles = cyclesThen;
            lines = linesThen;
            settlements = settlementsThen;
            carryOvers = carryOversThen;
            payouts = payoutsThen;
            franchises = franchisesThen;
            steps = stepsThen;
            imports = importsThen;
            rejected = rejectedThen;
            seals = sealsThen;
            certificates = certificatesThen;
        };
    }

    private static <K, V> void insert(Map<K, V> rows, K key, V row) {
        if (rows.putIfAbsent(key, row) != null) {
            throw new JdbcException("insert", new SQLException("key " + key + " is there", "23505", 23505));
        }
    }

    /** @param position by which the rows are in order; the page's cursor is its text */
    private static <T, K> Page<T> page(
            Collection<T> rows,
            PageRequest request,
            Comparator<K> order,
            Function<T, K> position,
            Function<String, K> parse) {
        Optional<K> after = request.afterAs(parse);
        List<T> read = rows.stream()
                .filter(row -> after.isEmpty() || order.compare(position.apply(row), after.get()) > 0)
                .sorted(Comparator.comparing(position, order))
                .limit(request.rowsToRead())
                .toList();
        return Page.of(read, request, row -> position.apply(row).toString());
    }

    /** In ten-thousandths of a won. */
    private static long exactVat(Settlement settlement) {
        SettlementTerms terms = settlement.terms();
        long commission = settlement
                .totals()
                .commission()
                .minus(settlement.charges().rebate())
                .value();
        return terms == null ? 0 : commission * terms.commission().vat().value();
    }

    private static MemberId memberId(String text) {
        return new MemberId(Long.parseLong(text));
    }

    public SlipImports slipImports() {
        return new SlipImports() {
            @Override
            public void add(SlipImport slipImport) {
                insert(imports, slipImport.id(), slipImport);
            }

            @Override
            public Optional<SlipImport> find(ImportId id) {
                return Optional.ofNullable(imports.get(id));
            }

            @Override
            public Optional<SlipImport> findByJob(long jobInstanceId) {
                return imports.values().stream()
                        .filter(each -> each.jobInstanceId() == jobInstanceId)
                        .findFirst();
            }

            @Override
            public Map<SlipId, Slip> known(Collection<SlipId> ids) {
                Map<SlipId, Slip> known = new HashMap<>(slips);
                known.keySet().retainAll(ids);
                return known;
            }

            @Override
            public Set<Long> franchises() {
                return Set.copyOf(franchises.keySet());
            }

            @Override
            public void addSlips(ImportId id, List<Slip> added, Instant receivedAt) {
                added.forEach(slip -> insert(slips, slip.id(), slip));
            }

            @Override
            public void addRejected(ImportId id, List<RejectedLine> lines) {
                List<RejectedLine> all = new ArrayList<>(rejected.getOrDefault(id, List.of()));
                all.addAll(lines);
                rejected.put(id, all);
            }

            @Override
            public List<RejectedLine> rejected(ImportId id, long afterLine, int limit) {
                return rejected.getOrDefault(id, List.of()).stream()
                        .filter(line -> line.number() > afterLine)
                        .limit(limit)
                        .toList();
            }
        };
    }

    public Slips slips() {
        return new Slips() {
            @Override
            public void add(Slip slip, Instant receivedAt) {
                insert(slips, slip.id(), slip);
            }

            @Override
            public Optional<Slip> find(SlipId id) {
                return Optional.ofNullable(slips.get(id));
            }

            @Override
            public FrozenSlips freeze(CycleId cycleId, DateRange dates) {
                Set<LocalDate> earlier = cycles.values().stream()
                        .map(Cycle::dates)
                        .filter(other -> other.last().isBefore(dates.first()))
                        .flatMap(DateRange::dates)
                        .collect(Collectors.toSet());
                LineTotals totals = LineTotals.NONE;
                for (Slip slip : slips.values()) {
                    boolean here = dates.contains(slip.businessDate()) || earlier.contains(slip.businessDate());
                    if (here && !cycleOfSlip.containsKey(slip.id())) {
                        cycleOfSlip.put(slip.id(), cycleId);
                        totals = totals.plus(SettlementLine.of(slip));
                    }
                }
                return totals.asFrozen();
            }

            @Override
            public List<Weight> weights(CycleId cycleId) {
                Map<MemberId, Long> counts = new TreeMap<>();
                of(cycleId).forEach(slip -> counts.merge(slip.franchiseId(), 1L, Long::sum));
                return counts.entrySet().stream()
                        .map(entry -> new Weight(entry.getKey(), entry.getValue()))
                        .toList();
            }

            @Override
            public List<Slip> frozen(CycleId cycleId, FranchiseRange range, SlipKey after, int limit) {
                return of(cycleId).stream()
                        .filter(slip -> range.contains(slip.franchiseId()))
                        .filter(slip -> slip.key().compareTo(after) > 0)
                        .sorted(Comparator.comparing(Slip::key))
                        .limit(limit)
                        .toList();
            }

            @Override
            public long payingMembers(CycleId cycleId) {
                return of(cycleId).stream()
                        .filter(slip -> slip.kind() == SlipKind.PAYMENT)
                        .map(Slip::memberId)
                        .distinct()
                        .count();
            }

            @Override
            public SlipCounts counts(LocalDate businessDate) {
                List<Slip> ofDate = slips.values().stream()
                        .filter(slip -> slip.businessDate().equals(businessDate))
                        .toList();
                long payments = ofDate.stream()
                        .filter(slip -> slip.kind() == SlipKind.PAYMENT)
                        .count();
                long waiting = ofDate.stream()
                        .filter(slip -> !cycleOfSlip.containsKey(slip.id()))
                        .count();
                return new SlipCounts(payments, ofDate.size() - payments, waiting);
            }

            @Override
            public Optional<LocalDate> earliestDate() {
                return slips.values().stream().map(Slip::businessDate).min(LocalDate::compareTo);
            }

            private List<Slip> of(CycleId cycleId) {
                return slips.values().stream()
                        .filter(slip -> cycleId.equals(cycleOfSlip.get(slip.id())))
                        .toList();
            }
        };
    }

    public Settlements settlements() {
        return new Settlements() {
            @Override
            public void addLines(CycleId cycleId, List<SettlementLine> newLines) {
                for (SettlementLine line : newLines) {
                    insert(lines, line.slipId(), new Line(cycleId, line));
                    settlements.merge(
                            Key.of(cycleId, line.franchiseId()),
                            new Settlement(
                                    cycleId,
                                    line.franchiseId(),
                                    LineTotals.NONE.plus(line),
                                    Won.ZERO,
                                    null,
                                    null,
                                    null,
                                    Charges.NONE),
                            (before, more) -> new Settlement(
                                    cycleId,
                                    line.franchiseId(),
                                    before.totals().plus(more.totals()),
                                    before.carriedIn(),
                                    before.outcome(),
                                    before.terms(),
                                    before.dueOn(),
                                    before.charges()));
                }
            }

            @Override
            public Optional<SlipKey> lastLine(CycleId cycleId, FranchiseRange range) {
                return lines.values().stream()
                        .filter(line -> line.cycleId().equals(cycleId))
                        .map(line -> new SlipKey(
                                line.line().franchiseId(), line.line().slipId()))
                        .filter(key -> range.contains(key.franchiseId()))
                        .max(SlipKey::compareTo);
            }

            @Override
            public void addWithoutSlips(CycleId cycleId, List<MemberId> franchiseIds) {
                franchiseIds.forEach(
                        id -> insert(settlements, Key.of(cycleId, id), Settlement.withoutSlips(cycleId, id)));
            }

            @Override
            public List<Settlement> undecided(CycleId cycleId, long afterFranchiseId, int limit) {
                return of(cycleId).stream()
                        .filter(settlement -> settlement.outcome() == null)
                        .filter(settlement -> settlement.franchiseId().value() > afterFranchiseId)
                        .limit(limit)
                        .toList();
            }

            @Override
            public void decide(List<Settlement> decided) {
                for (Settlement settlement : decided) {
                    Key key = Key.of(settlement.cycleId(), settlement.franchiseId());
                    if (Objects.requireNonNull(settlements.get(key)).outcome() != null) {
                        throw new IllegalStateException(key + " is decided");
                    }
                    settlements.put(key, settlement);
                }
            }

            /** There is one thread. */
            @Override
            public void lockVolumes(MemberId first, MemberId last) {}

            @Override
            public Map<MemberId, Won> volumes(DateRange dates, CycleId except, MemberId first, MemberId last) {
                FranchiseRange range = new FranchiseRange(first, last);
                Map<MemberId, Won> volumes = new HashMap<>();
                settlements.values().stream()
                        .filter(settlement -> settlement.outcome() != null)
                        .filter(settlement -> range.contains(settlement.franchiseId()))
                        .filter(settlement -> !settlement.cycleId().equals(except))
                        .filter(settlement -> dates.contains(Objects.requireNonNull(cycles.get(settlement.cycleId()))
                                .businessDate()))
                        .forEach(settlement -> volumes.merge(
                                settlement.franchiseId(),
                                settlement
                                        .totals()
                                        .gross()
                                        .minus(settlement.totals().cancelled()),
                                Won::plus));
                return volumes;
            }

            @Override
            public LineTotals sumOfLines(CycleId cycleId) {
                return lines.values().stream()
                        .filter(line -> line.cycleId().equals(cycleId))
                        .map(Line::line)
                        .reduce(LineTotals.NONE, LineTotals::plus, LineTotals::plus);
            }

            @Override
            public Optional<Settlement> find(CycleId cycleId, MemberId franchiseId) {
                return Optional.ofNullable(settlements.get(Key.of(cycleId, franchiseId)));
            }

            @Override
            public Page<Settlement> page(CycleId cycleId, PageRequest request) {
                return InMemoryRows.page(
                        of(cycleId),
                        request,
                        Comparator.naturalOrder(),
                        Settlement::franchiseId,
                        InMemoryRows::memberId);
            }

            @Override
            public Page<LineOfSlip> lines(CycleId cycleId, MemberId franchiseId, PageRequest request) {
                List<LineOfSlip> found = lines.values().stream()
                        .filter(line -> line.cycleId().equals(cycleId))
                        .filter(line -> line.line().franchiseId().equals(franchiseId))
                        .map(this::explained)
                        .toList();
                return InMemoryRows.page(
                        found,
                        request,
                        Comparator.naturalOrder(),
                        line -> line.slip().id(),
                        SlipId::new);
            }

            @Override
            public List<SettlementLine> linesAfter(CycleId cycleId, SlipKey after, int limit) {
                return lines.values().stream()
                        .filter(line -> line.cycleId().equals(cycleId))
                        .map(Line::line)
                        .filter(line -> new SlipKey(line.franchiseId(), line.slipId()).compareTo(after) > 0)
                        .sorted(Comparator.comparing(line -> new SlipKey(line.franchiseId(), line.slipId())))
                        .limit(limit)
                        .toList();
            }

            @Override
            public Optional<LineOfSlip> line(SlipId slipId) {
                return Optional.ofNullable(lines.get(slipId)).map(this::explained);
            }

            private LineOfSlip explained(Line line) {
                LocalDate date =
                        Objects.requireNonNull(cycles.get(line.cycleId())).businessDate();
                Slip slip = Objects.requireNonNull(slips.get(line.line().slipId()));
                return new LineOfSlip(line.cycleId(), date, line.line(), slip);
            }

            private List<Settlement> of(CycleId cycleId) {
                return settlements.values().stream()
                        .filter(settlement -> settlement.cycleId().equals(cycleId))
                        .toList();
            }
        };
    }

    public CarryOvers carryOvers() {
        return new CarryOvers() {
            @Override
            public void addAll(List<CarryOver> added) {
                added.forEach(carryOver -> insert(carryOvers, PartKey.of(carryOver), carryOver));
            }

            @Override
            public List<CarryOver.Sum> take(CycleId by, LocalDate day, List<MemberId> franchiseIds) {
                List<CarryOver> taken = open().stream()
                        .filter(carryOver -> franchiseIds.contains(carryOver.franchiseId()))
                        .filter(carryOver -> !carryOver.cycleId().equals(by))
                        .filter(carryOver -> isDue(carryOver, day))
                        .toList();
                taken.forEach(carryOver -> carryOvers.put(
                        PartKey.of(carryOver),
                        new CarryOver(
                                carryOver.cycleId(),
                                carryOver.franchiseId(),
                                carryOver.part(),
                                carryOver.amount(),
                                carryOver.reason(),
                                carryOver.dueOn(),
                                by,
                                carryOver.createdAt())));
                return sums(taken);
            }

            @Override
            public List<CarryOver.Sum> dueWithoutSlips(
                    CycleId cycleId, LocalDate day, long afterFranchiseId, int limit) {
                Set<MemberId> withSlips = new HashSet<>();
                slips.values().stream()
                        .filter(slip -> cycleId.equals(cycleOfSlip.get(slip.id())))
                        .forEach(slip -> withSlips.add(slip.franchiseId()));
                return sums(open().stream()
                                .filter(carryOver -> isDue(carryOver, day))
                                .toList())
                        .stream()
                        .filter(sum -> sum.franchiseId().value() > afterFranchiseId)
                        .filter(sum -> !withSlips.contains(sum.franchiseId()))
                        .limit(limit)
                        .toList();
            }

            @Override
            public List<CarryOver.Sum> due(CycleId by, LocalDate day, MemberId first, MemberId last) {
                FranchiseRange range = new FranchiseRange(first, last);
                return sums(open().stream()
                        .filter(carryOver -> range.contains(carryOver.franchiseId()))
                        .filter(carryOver -> !carryOver.cycleId().equals(by))
                        .filter(carryOver -> isDue(carryOver, day))
                        .toList());
            }

            @Override
            public List<CarryOver.Sum> takenBy(CycleId cycleId, MemberId first, MemberId last) {
                FranchiseRange range = new FranchiseRange(first, last);
                return sums(carryOvers.values().stream()
                        .filter(carryOver -> cycleId.equals(carryOver.takenBy()))
                        .filter(carryOver -> range.contains(carryOver.franchiseId()))
                        .toList());
            }

            @Override
            public List<CarryOver> from(CycleId cycleId, MemberId first, MemberId last) {
                FranchiseRange range = new FranchiseRange(first, last);
                return carryOvers.values().stream()
                        .filter(carryOver -> carryOver.cycleId().equals(cycleId))
                        .filter(carryOver -> range.contains(carryOver.franchiseId()))
                        .toList();
            }

            @Override
            public List<CarryOver> find(CycleId from, MemberId franchiseId) {
                return from(from, franchiseId, franchiseId);
            }

            @Override
            public Page<CarryOver> open(@Nullable CarryReason reason, PageRequest request) {
                return InMemoryRows.page(
                        open().stream()
                                .filter(carryOver -> reason == null || carryOver.reason() == reason)
                                .toList(),
                        request,
                        Comparator.naturalOrder(),
                        CarryOver::position,
                        CarryOver.Position::parse);
            }

            private boolean isDue(CarryOver carryOver, LocalDate day) {
                return !carryOver.dueOn().isAfter(day) || carryOver.amount().isNegative();
            }

            private List<CarryOver> open() {
                return carryOvers.values().stream()
                        .filter(carryOver -> carryOver.takenBy() == null)
                        .toList();
            }

            private List<CarryOver.Sum> sums(List<CarryOver> rows) {
                Map<MemberId, CarryOver.Sum> sums = new TreeMap<>();
                rows.forEach(row -> sums.merge(
                        row.franchiseId(),
                        new CarryOver.Sum(row.franchiseId(), row.amount(), row.dueOn()),
                        CarryOver.Sum::plus));
                return List.copyOf(sums.values());
            }
        };
    }

    public Cycles cycles() {
        return new Cycles() {
            /** There is one thread. */
            @Override
            public void lockOpening() {}

            @Override
            public void add(Cycle cycle) {
                if (findByDate(cycle.businessDate()).isPresent()) {
                    throw new JdbcException("insert", new SQLException("date is there", "23505", 23505));
                }
                insert(cycles, cycle.id(), cycle);
            }

            @Override
            public Optional<Cycle> find(CycleId id) {
                return Optional.ofNullable(cycles.get(id));
            }

            @Override
            public Optional<Cycle> findByDate(LocalDate businessDate) {
                return cycles.values().stream()
                        .filter(cycle -> cycle.businessDate().equals(businessDate))
                        .findFirst();
            }

            @Override
            public void changed(Cycle cycle, @Nullable CycleStatus from, Instant at) {}

            @Override
            public Page<Cycle> page(PageRequest request) {
                return InMemoryRows.page(
                        cycles.values(), request, Comparator.reverseOrder(), Cycle::businessDate, Days::day);
            }

            @Override
            public Optional<LocalDate> latestDate() {
                return cycles.values().stream().map(Cycle::businessDate).max(LocalDate::compareTo);
            }

            @Override
            public Set<LocalDate> datesFrom(LocalDate first) {
                return cycles.values().stream()
                        .flatMap(cycle -> cycle.dates().dates())
                        .filter(date -> !date.isBefore(first))
                        .collect(Collectors.toSet());
            }

            @Override
            public List<DateRange> overlapping(DateRange dates) {
                return cycles.values().stream()
                        .map(Cycle::dates)
                        .filter(dates::overlaps)
                        .toList();
            }

            @Override
            public RangeFigures figures(DateRange dates) {
                Map<CycleId, Cycle> ofRange = new HashMap<>(cycles);
                ofRange.values().removeIf(cycle -> !dates.contains(cycle.businessDate()));
                List<Slip> frozen = slips.values().stream()
                        .filter(slip -> ofRange.containsKey(cycleOfSlip.get(slip.id())))
                        .toList();
                LineTotals totals = LineTotals.NONE;
                for (Slip slip : frozen) {
                    totals = totals.plus(SettlementLine.of(slip));
                }
                List<CarryOver> left = carryOvers.values().stream()
                        .filter(row -> ofRange.containsKey(row.cycleId()) && !ofRange.containsKey(row.takenBy()))
                        .toList();
                List<Payout> paid = payouts.values().stream()
                        .filter(payout -> ofRange.containsKey(payout.cycleId()))
                        .toList();
                return new RangeFigures(
                        ofRange.size(),
                        totals.asFrozen(),
                        totals.commission(),
                        totals.net(),
                        settlements.values().stream()
                                .filter(row -> ofRange.containsKey(row.cycleId()))
                                .map(Settlement::franchiseId)
                                .distinct()
                                .count(),
                        frozen.stream()
                                .filter(slip -> slip.kind() == SlipKind.PAYMENT)
                                .map(Slip::memberId)
                                .distinct()
                                .count(),
                        new Figure(
                                left.stream()
                                        .map(CarryOver::franchiseId)
                                        .distinct()
                                        .count(),
                                left.stream().map(CarryOver::amount).reduce(Won.ZERO, Won::plus)),
                        paid.stream()
                                .filter(payout -> payout.status() == PayoutStatus.COMPLETED)
                                .map(Payout::amount)
                                .reduce(Won.ZERO, Won::plus),
                        paid.stream()
                                .filter(payout -> !payout.status().isFinal())
                                .count());
            }

            @Override
            public CycleFigures figures(CycleId id) {
                List<Settlement> all = settlements.values().stream()
                        .filter(settlement -> settlement.cycleId().equals(id))
                        .toList();
                Map<CarryReason, Figure> carried = new EnumMap<>(CarryReason.class);
                carryOvers.values().stream()
                        .filter(row -> row.cycleId().equals(id))
                        .forEach(row -> carried.merge(row.reason(), new Figure(1, row.amount()), Figure::plus));
                Map<PayoutStatus, Figure> paid = new EnumMap<>(PayoutStatus.class);
                payouts.values().stream()
                        .filter(payout -> payout.cycleId().equals(id))
                        .forEach(payout -> paid.merge(payout.status(), new Figure(1, payout.amount()), Figure::plus));
                return new CycleFigures(
                        all.size(),
                        all.stream().map(Settlement::totals).reduce(LineTotals.NONE, LineTotals::plus),
                        new CycleFigures.Charged(
                                all.stream().map(row -> row.charges().rebate()).reduce(Won.ZERO, Won::plus),
                                all.stream().map(row -> row.charges().vat()).reduce(Won.ZERO, Won::plus),
                                CommissionTerms.halfUp(all.stream()
                                        .mapToLong(InMemoryRows::exactVat)
                                        .sum())),
                        all.stream().filter(row -> row.outcome() == null).count(),
                        all.stream().map(Settlement::carriedIn).reduce(Won.ZERO, Won::plus),
                        carried,
                        carryOvers.values().stream()
                                .filter(row -> row.cycleId().equals(id))
                                .map(CarryOver::franchiseId)
                                .distinct()
                                .count(),
                        paid);
            }
        };
    }

    public Payouts payouts() {
        return new Payouts() {
            @Override
            public void addAll(List<Payout> added) {
                for (Payout payout : added) {
                    if (find(payout.cycleId(), payout.franchiseId()).isPresent()) {
                        throw new JdbcException("insert", new SQLException("payout is there", "23505", 23505));
                    }
                    insert(payouts, payout.id(), payout);
                }
            }

            @Override
            public Optional<Payout> find(PayoutId id) {
                return Optional.ofNullable(payouts.get(id));
            }

            @Override
            public Optional<Payout> find(CycleId cycleId, MemberId franchiseId) {
                return of(cycleId).stream()
                        .filter(payout -> payout.franchiseId().equals(franchiseId))
                        .findFirst();
            }

            @Override
            public void changed(Payout payout, PayoutStatus from, Instant at) {}

            @Override
            public long open(CycleId cycleId) {
                return of(cycleId).stream()
                        .filter(payout -> !payout.status().isFinal())
                        .count();
            }

            @Override
            public Page<Payout> page(CycleId cycleId, @Nullable PayoutStatus status, PageRequest request) {
                return InMemoryRows.page(
                        of(cycleId).stream()
                                .filter(payout -> status == null || payout.status() == status)
                                .toList(),
                        request,
                        Comparator.naturalOrder(),
                        Payout::franchiseId,
                        InMemoryRows::memberId);
            }

            private List<Payout> of(CycleId cycleId) {
                return payouts.values().stream()
                        .filter(payout -> payout.cycleId().equals(cycleId))
                        .toList();
            }
        };
    }

    public Franchises franchises() {
        return new Franchises() {
            @Override
            public void add(Franchise franchise) {
                insert(franchises, franchise.id().value(), franchise);
            }

            @Override
            public Optional<Franchise> find(MemberId id) {
                return Optional.ofNullable(franchises.get(id.value()));
            }

            @Override
            public Map<MemberId, SettlementTerms> terms(Collection<MemberId> ids) {
                Map<MemberId, SettlementTerms> terms = new HashMap<>();
                ids.forEach(id -> find(id).ifPresent(franchise -> terms.put(id, franchise.terms())));
                return terms;
            }
        };
    }

    /** Without holidays. */
    public Holidays holidays() {
        return new Holidays() {
            @Override
            public BusinessCalendar around(LocalDate day) {
                return new BusinessCalendar(Set.of());
            }

            @Override
            public Optional<LocalDate> last() {
                return Optional.empty();
            }
        };
    }

    public StepCounts stepCounts() {
        return new StepCounts() {
            @Override
            public void add(CycleId cycleId, StepCount chunk) {
                steps.merge(
                        new Step(cycleId, chunk.step(), chunk.partition()),
                        chunk,
                        (one, more) -> new StepCount(
                                one.step(),
                                one.partition(),
                                one.read() + more.read(),
                                one.written() + more.written(),
                                one.skipped() + more.skipped()));
            }

            @Override
            public List<StepCount> of(CycleId cycleId) {
                List<StepCount> found = new ArrayList<>();
                steps.forEach((key, count) -> {
                    if (key.cycleId().equals(cycleId)) {
                        found.add(count);
                    }
                });
                found.sort(Comparator.comparing(StepCount::step).thenComparing(StepCount::partition));
                return found;
            }
        };
    }

    public Certificates certificates() {
        return new Certificates() {
            /** There is one thread. */
            @Override
            public void lockChain() {}

            @Override
            public Optional<Seal> lastSeal(CycleId cycleId) {
                return seals(cycleId, 0, Integer.MAX_VALUE).stream().reduce((first, last) -> last);
            }

            @Override
            public void addSeals(List<Seal> added) {
                added.forEach(seal -> insert(seals, new SealKey(seal.cycleId(), seal.number()), seal));
            }

            @Override
            public List<Seal> seals(CycleId cycleId, int afterNumber, int limit) {
                return seals.values().stream()
                        .filter(seal -> seal.cycleId().equals(cycleId) && seal.number() > afterNumber)
                        .limit(limit)
                        .toList();
            }

            @Override
            public List<CycleRow> rows(CycleId cycleId, CycleRow.Kind kind, String afterKey, int limit) {
                return rows(cycleId, kind).stream()
                        .filter(row -> afterKey.isEmpty() || kind.order().compare(row.key(), afterKey) > 0)
                        .sorted(Comparator.comparing(CycleRow::key, kind.order()))
                        .limit(limit)
                        .toList();
            }

            private List<CycleRow> rows(CycleId cycleId, CycleRow.Kind kind) {
                return switch (kind) {
                    case LINE ->
                        lines.values().stream()
                                .filter(line -> line.cycleId().equals(cycleId))
                                .map(line -> row(
                                        kind,
                                        line.line().franchiseId() + ":"
                                                + line.line().slipId(),
                                        line))
                                .toList();
                    case SETTLEMENT ->
                        settlements.values().stream()
                                .filter(settlement -> settlement.cycleId().equals(cycleId))
                                .map(settlement ->
                                        row(kind, settlement.franchiseId().toString(), settlement))
                                .toList();
                    case PAYOUT ->
                        payouts.values().stream()
                                .filter(payout -> payout.cycleId().equals(cycleId))
                                .map(payout -> row(kind, payout.franchiseId().toString(), payout.amount()))
                                .toList();
                    case CARRY_OVER ->
                        carryOvers.values().stream()
                                .filter(carryOver -> carryOver.cycleId().equals(cycleId))
                                .filter(carryOver -> carryOver.reason() != CarryReason.REFUSED)
                                .map(carryOver -> row(kind, key(carryOver), carryOver.amount()))
                                .toList();
                };
            }

            private String key(CarryOver row) {
                return new CarryOver.Key(row.franchiseId(), row.part()).toString();
            }

            private CycleRow row(CycleRow.Kind kind, String key, Object value) {
                return CycleRow.of(kind, key, List.of(value));
            }

            @Override
            public void add(Certificate certificate) {
                insert(certificates, certificate.number(), certificate);
            }

            @Override
            public Optional<Certificate> last() {
                return certificates.values().stream().reduce((first, last) -> last);
            }

            @Override
            public Optional<Certificate> find(long number) {
                return Optional.ofNullable(certificates.get(number));
            }

            @Override
            public Optional<Certificate> find(CycleId cycleId) {
                return certificates.values().stream()
                        .filter(certificate -> certificate.contents().cycleId().equals(cycleId))
                        .findFirst();
            }

            @Override
            public List<Certificate> after(long number, int limit) {
                return certificates.values().stream()
                        .filter(certificate -> certificate.number() > number)
                        .limit(limit)
                        .toList();
            }

            @Override
            public List<CycleId> uncertified(int limit) {
                return cycles.values().stream()
                        .filter(cycle -> cycle.status() == CycleStatus.CLOSED)
                        .map(Cycle::id)
                        .filter(id -> find(id).isEmpty())
                        .limit(limit)
                        .toList();
            }
        };
    }
}
