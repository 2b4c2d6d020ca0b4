package com.mypay.payment.application;

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

/** The fake of {@link Payments}; the same contract test holds for it and for EclipseLink. */
public final class InMemoryPayments implements Payments {

    private final TreeMap<PaymentId, Payment> payments = new TreeMap<>();
    private final TreeMap<PaymentId, Cancellation> cancellations = new TreeMap<>();
    private final TreeMap<String, Slip> slips = new TreeMap<>();
    private final List<PaymentChange> history = new ArrayList<>();

    @Override
    public void add(Payment payment) {
        payments.put(payment.id(), payment);
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return Optional.ofNullable(payments.get(id));
    }

    @Override
    public Optional<Payment> findForUpdate(PaymentId id) {
        return find(id);
    }

    @Override
    public Optional<Payment> findByRequest(String caller, String requestId) {
        return payments.values().stream()
                .filter(payment -> payment.status() != PaymentStatus.FAILED)
                .filter(payment ->
                        payment.caller().equals(caller) && payment.requestId().equals(requestId))
                .max(Comparator.comparing(Payment::id));
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
                .filter(payment ->
                        search.from() == null || !payment.requestedAt().isBefore(search.from()))
                .filter(payment -> search.to() == null || payment.requestedAt().isBefore(search.to()))
                .filter(payment -> page.isFirst() || payment.id().value().compareTo(page.after()) < 0)
                .sorted(Comparator.comparing(Payment::id).reversed())
                .limit(page.rowsToRead())
                .toList();
    }

    @Override
    public void add(Cancellation cancellation) {
        cancellations.put(cancellation.id(), cancellation);
    }

    @Override
    public Optional<Cancellation> findCancellation(PaymentId id) {
        return Optional.ofNullable(cancellations.get(id));
    }

    @Override
    public Optional<Cancellation> findCancellationByRequest(String caller, String requestId) {
        return cancellations.values().stream()
                .filter(cancellation -> cancellation.status() != PaymentStatus.FAILED)
                .filter(cancellation -> cancellation.caller().equals(caller)
                        && cancellation.requestId().equals(requestId))
                .max(Comparator.comparing(Cancellation::id));
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

    /** Every step that was written down, in order. */
    public List<PaymentStatus> history() {
        return history.stream().map(PaymentChange::status).toList();
    }
}
