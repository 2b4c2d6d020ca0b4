package com.mypay.remittance.fake;

import com.mypay.framework.value.Won;
import com.mypay.frameworktest.fake.InMemoryTable;
import com.mypay.frameworktest.fake.RollsBack;
import com.mypay.remittance.domain.FeeStatus;
import com.mypay.remittance.domain.PayeeKind;
import com.mypay.remittance.domain.RemittanceFee;
import com.mypay.remittance.domain.RemittanceFee.Terms;
import com.mypay.remittance.domain.RemittanceFees;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@link RemittanceFees} in memory, with the lines that the schema's script brings along. */
public final class InMemoryRemittanceFees implements RemittanceFees, RollsBack {

    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);
    private static final Comparator<RemittanceFee> LATEST = Comparator.comparing(
                    (RemittanceFee fee) -> fee.terms().effectiveFrom())
            .thenComparing(fee -> fee.approvedAt().orElseThrow());

    private final InMemoryTable<String, RemittanceFee> rows = new InMemoryTable<>();

    public InMemoryRemittanceFees() {
        first("1", PayeeKind.MEMBER, 0);
        first("2", PayeeKind.ACCOUNT, 500);
    }

    private void first(String id, PayeeKind kind, long feeWon) {
        Instant then = Instant.parse("2000-01-01T00:00:00Z");
        RemittanceFee fee = RemittanceFee.proposed(
                "0".repeat(31) + id,
                new Terms(kind, Won.won(1), Won.won(feeWon), ALWAYS),
                "staff/installation",
                "0".repeat(31) + "1",
                then);
        fee.approve("staff/contract", then);
        add(fee);
    }

    @Override
    public void add(RemittanceFee fee) {
        if (!rows.add(fee.id(), fee)) {
            throw Duplicates.of(fee.id());
        }
    }

    @Override
    public Optional<RemittanceFee> findForUpdate(String id) {
        return rows.find(id);
    }

    @Override
    public Optional<Won> feeOf(PayeeKind kind, Won amount, LocalDate day) {
        return approved(day)
                .filter(fee -> fee.terms().payeeKind() == kind)
                .filter(fee -> !fee.terms().amountFrom().isMoreThan(amount))
                .max(Comparator.comparing((RemittanceFee fee) -> fee.terms().amountFrom())
                        .thenComparing(LATEST))
                .map(fee -> fee.terms().fee());
    }

    @Override
    public List<RemittanceFee> inForce(LocalDate day) {
        return approved(day)
                .filter(fee ->
                        approved(day).noneMatch(other -> isForTheSame(fee, other) && LATEST.compare(other, fee) > 0))
                .sorted(Comparator.comparing(
                                (RemittanceFee fee) -> fee.terms().payeeKind().name())
                        .thenComparing(fee -> fee.terms().amountFrom()))
                .toList();
    }

    private Stream<RemittanceFee> approved(LocalDate day) {
        return rows
                .where(fee -> fee.status() == FeeStatus.APPROVED
                        && !fee.terms().effectiveFrom().isAfter(day))
                .stream();
    }

    private static boolean isForTheSame(RemittanceFee one, RemittanceFee other) {
        return one.terms().payeeKind() == other.terms().payeeKind()
                && one.terms().amountFrom().equals(other.terms().amountFrom());
    }

    @Override
    public Runnable mark() {
        return rows.mark();
    }

    @Override
    public void committed() {
        rows.committed();
    }
}
