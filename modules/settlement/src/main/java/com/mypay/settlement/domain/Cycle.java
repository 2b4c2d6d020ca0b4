package com.mypay.settlement.domain;

import com.mypay.framework.value.Won;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cycle (정산 회차): one run over a business date, or over several at once. There is one per last date and number, whoever starts the job however
 * often; one job instance owns it at a time.
 */
@Entity
@Table(name = "SETTLEMENT_CYCLE")
@SuppressWarnings("NullAway.Init") // fields are set by JPA or the factory
public class Cycle {

    /** Of the settlement job: its date's only cycle. */
    public static final int FIRST = 1;

    @Id
    @Column(name = "CYCLE_ID")
    private String id;

    @Column(name = "FIRST_DATE")
    private LocalDate firstDate;

    @Column(name = "BUSINESS_DATE")
    private LocalDate businessDate;

    @Column(name = "CYCLE_NUMBER")
    private int number;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS")
    private CycleStatus status;

    @Column(name = "JOB_INSTANCE_ID")
    private long jobInstanceId;

    @Column(name = "PARTITION_COUNT")
    private int partitions;

    @Column(name = "FROZEN_AT")
    private Instant frozenAt;

    @Column(name = "CLOSED_AT")
    private @Nullable Instant closedAt;

    @Column(name = "PAYMENT_SLIPS")
    private long paymentSlips;

    @Column(name = "CANCELLATION_SLIPS")
    private long cancellationSlips;

    @Column(name = "GROSS_WON")
    private Won gross;

    @Column(name = "CANCELLED_WON")
    private Won cancelled;

    @Column(name = "COMMISSION_WON")
    private @Nullable Won commission;

    @Column(name = "ROUNDING_WON")
    private @Nullable Won rounding;

    @Column(name = "REBATE_WON")
    private @Nullable Won rebate;

    @Column(name = "VAT_WON")
    private @Nullable Won vat;

    @Column(name = "VAT_ROUNDING_WON")
    private @Nullable Won vatRounding;

    @Column(name = "NET_WON")
    private @Nullable Won net;

    @Column(name = "FRANCHISES")
    private @Nullable Long franchises;

    @Column(name = "MEMBERS")
    private @Nullable Long members;

    @Column(name = "GUID")
    private String guid;

    @Version
    @Column(name = "VERSION")
    private int version;

    protected Cycle() {}

    /**
     * @param dates that it settles; it is named by the last of them
     * @param jobInstanceId the job that will settle it
     * @param partitions into how many ranges of franchises its slips are cut, for its whole life
     * @param guid of the job, shared by all its threads and by its restarts
     */
    public static Cycle opened(
            CycleId id, DateRange dates, long jobInstanceId, int partitions, String guid, Instant at) {
        Cycle cycle = new Cycle();
        cycle.id = id.value();
        cycle.firstDate = dates.first();
        cycle.businessDate = dates.last();
        cycle.number = FIRST;
        cycle.status = CycleStatus.FROZEN;
        cycle.jobInstanceId = jobInstanceId;
        cycle.partitions = partitions;
        cycle.guid = guid;
        cycle.frozenAt = at;
        cycle.gross = Won.ZERO;
        cycle.cancelled = Won.ZERO;
        return cycle;
    }

    /** In the transaction that opened it: which slips it has. */
    public void frozenWith(FrozenSlips slips) {
        if (status != CycleStatus.FROZEN) {
            throw new IllegalStateException("cycle " + id + " is " + status);
        }
        paymentSlips = slips.paymentSlips();
        cancellationSlips = slips.cancellationSlips();
        gross = slips.gross();
        cancelled = slips.cancelled();
    }

    /** The job that owned it has ended without closing it, and this one goes on. */
    public void takenOverBy(long otherJobInstanceId) {
        if (status == CycleStatus.CLOSED) {
            throw new IllegalStateException("cycle " + id + " is closed");
        }
        jobInstanceId = otherJobInstanceId;
    }

    public void settled() {
        become(CycleStatus.SETTLED);
    }

    public void paying() {
        become(CycleStatus.PAYING);
    }

    /** @param memberCount how many members paid */
    public void closed(
            LineTotals totals, CycleFigures.Charged charged, long franchiseCount, long memberCount, Instant at) {
        become(CycleStatus.CLOSED);
        commission = totals.commission();
        rounding = totals.rounding();
        net = totals.net();
        rebate = charged.rebate();
        vat = charged.vat();
        vatRounding = charged.rounding();
        franchises = franchiseCount;
        members = memberCount;
        closedAt = at;
    }

    private void become(CycleStatus next) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("cycle " + id + " is " + status + " and can't become " + next);
        }
        status = next;
    }

    public CycleId id() {
        return new CycleId(id);
    }

    /** The last date that it settles, mostly the only one. */
    public LocalDate businessDate() {
        return businessDate;
    }

    public DateRange dates() {
        return new DateRange(firstDate, businessDate);
    }

    public int number() {
        return number;
    }

    public CycleStatus status() {
        return status;
    }

    public long jobInstanceId() {
        return jobInstanceId;
    }

    public int partitions() {
        return partitions;
    }

    public Instant frozenAt() {
        return frozenAt;
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** Of the commission, by what franchises sell in a month; once it is closed. */
    public Optional<Won> rebate() {
        return Optional.ofNullable(rebate);
    }

    /** On the commission, taken from the franchises; once it is closed. */
    public Optional<Won> vat() {
        return Optional.ofNullable(vat);
    }

    /** What rounding VAT for each franchise has left; once it is closed. */
    public Optional<Won> vatRounding() {
        return Optional.ofNullable(vatRounding);
    }

    public FrozenSlips frozen() {
        return new FrozenSlips(paymentSlips, cancellationSlips, gross, cancelled);
    }

    /** Known once it is closed, as the following. */
    public Optional<Won> commission() {
        return Optional.ofNullable(commission);
    }

    public Optional<Won> rounding() {
        return Optional.ofNullable(rounding);
    }

    public Optional<Won> net() {
        return Optional.ofNullable(net);
    }

    public Optional<Long> franchises() {
        return Optional.ofNullable(franchises);
    }

    public Optional<Long> members() {
        return Optional.ofNullable(members);
    }

    public String guid() {
        return guid;
    }
}
