package com.mypay.payment.application;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.payment.domain.Cancellation;
import com.mypay.payment.domain.Payment;
import com.mypay.payment.domain.PaymentChange;
import com.mypay.payment.domain.PaymentId;
import com.mypay.payment.domain.PaymentStatus;
import com.mypay.payment.domain.Payments;
import com.mypay.payment.domain.Slip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The fake of {@link Payments}; the same contract test holds for it and for the database. What it gives is a copy, as rows
 * are: a change that isn't written is lost.
 */
public final class InMemoryPayments implements Payments {

    private final TreeMap<PaymentId, Payment> payments = new TreeMap<>();
    private final TreeMap<PaymentId, Cancellation> cancellations = new TreeMap<>();
    private final TreeMap<String, Slip> slips = new TreeMap<>();
    private final List<PaymentChange> history = new ArrayList<>();

    @Override
    public void add(Payment payment) {
        payments.put(payment.id(), copy(payment));
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return Optional.ofNullable(payments.get(id)).map(InMemoryPayments::copy);
    }

    @Override
    public Optional<Payment> findForUpdate(PaymentId id) {
        return find(id);
    }

    @Override
    public boolean changed(Payment payment, PaymentStatus before) {
        boolean unchanged = find(payment.id()).orElseThrow().status() == before;
        if (unchanged) {
            payments.put(payment.id(), copy(payment));
        }
        return unchanged;
    }

    @Override
    public Optional<Payment> findByRequest(MemberId member, String caller, String requestId) {
        return payments.values().stream()
                .filter(payment -> payment.status() != PaymentStatus.FAILED)
                .filter(payment -> payment.order().member().equals(member)
                        && payment.requested().caller().equals(caller)
                        && payment.requested().requestId().equals(requestId))
                .max(Comparator.comparing(Payment::id))
                .map(InMemoryPayments::copy);
    }

    @Override
    public List<PaymentId> findOpen(@Nullable PaymentId after, int atMost) {
        return payments.values().stream()
                .filter(payment -> payment.status().isOpen())
                .map(Payment::id)
                .filter(id -> after == null || id.compareTo(after) > 0)
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Payment> find(Search search, PageRequest page) {
        return payments.values().stream()
                .filter(payment -> payment.status() != PaymentStatus.REQUESTED)
                .filter(payment ->
                        search.member() == null || payment.order().member().equals(search.member()))
                .filter(payment -> search.franchise() == null
                        || payment.order().franchise().equals(search.franchise()))
                .filter(payment -> search.from() == null
                        || !payment.requested().requestedAt().isBefore(search.from()))
                .filter(payment ->
                        search.to() == null || payment.requested().requestedAt().isBefore(search.to()))
                .filter(payment -> page.isFirst() || payment.id().value().compareTo(page.after()) < 0)
                .sorted(Comparator.comparing(Payment::id).reversed())
                .limit(page.rowsToRead())
                .map(InMemoryPayments::copy)
                .toList();
    }

    @Override
    public void add(Cancellation cancellation) {
        cancellations.put(cancellation.id(), copy(cancellation));
    }

    @Override
    public void changed(Cancellation cancellation) {
        add(cancellation);
    }

    @Override
    public Optional<Cancellation> findCancellation(PaymentId id) {
        return Optional.ofNullable(cancellations.get(id)).map(InMemoryPayments::copy);
    }

    @Override
    public Optional<Cancellation> findCancellationByRequest(PaymentId payment, String caller, String requestId) {
        return cancellations.values().stream()
                .filter(cancellation -> cancellation.status() != PaymentStatus.FAILED)
                .filter(cancellation -> cancellation.paymentId().equals(payment)
                        && cancellation.requested().caller().equals(caller)
                        && cancellation.requested().requestId().equals(requestId))
                .max(Comparator.comparing(Cancellation::id))
                .map(InMemoryPayments::copy);
    }

    @Override
    public List<PaymentId> findOpenCancellations(@Nullable PaymentId after, int atMost) {
        return cancellations.values().stream()
                .filter(cancellation -> cancellation.status().isOpen())
                .map(Cancellation::id)
                .filter(id -> after == null || id.compareTo(after) > 0)
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Cancellation> cancellationsOf(PaymentId payment) {
        return cancellations.values().stream()
                .filter(cancellation -> cancellation.paymentId().equals(payment))
                .map(InMemoryPayments::copy)
                .toList();
    }

    @Override
    public void add(Slip slip) {
        slips.put(slip.id(), slip);
    }

    @Override
    public Optional<Slip> findSlip(String slipId) {
        return Optional.ofNullable(slips.get(slipId));
    }

    @Override
    public void record(PaymentChange change) {
        history.add(change);
    }

    private static Payment copy(Payment payment) {
        return Payment.stored(payment.requested(), payment.progress());
    }

    private static Cancellation copy(Cancellation cancellation) {
        return Cancellation.stored(cancellation.requested(), cancellation.status());
    }

    /** Every step that was written down, in order. */
    public List<PaymentStatus> history() {
        return history.stream().map(PaymentChange::status).toList();
    }
}
