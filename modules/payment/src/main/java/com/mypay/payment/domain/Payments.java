package com.mypay.payment.domain;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All payments with their cancellations, slips and histories. */
public interface Payments {

    void add(Payment payment);

    Optional<Payment> find(PaymentId id);

    /** For a change: nobody else changes it until the transaction ends. */
    Optional<Payment> findForUpdate(PaymentId id);

    /**
     * Writes how far it is.
     *
     * @param before the status that it was read with
     * @return {@code false} if it has another one by now, and nothing has changed: not possible after
     *     {@link #findForUpdate}
     */
    boolean changed(Payment payment, PaymentStatus before);

    /** The latest of the member that this request has made and that has not failed; for the few that are repeated. */
    Optional<Payment> findByRequest(MemberId member, String caller, String requestId);

    /**
     * What money has not decided on, the oldest first.
     *
     * @param after {@code null}: from the oldest one on
     */
    List<PaymentId> findOpen(@Nullable PaymentId after, int atMost);

    /** Of a member or a franchise, the newest first. @return one row more than the page holds, if there is one */
    List<Payment> find(Search search, PageRequest page);

    void add(Cancellation cancellation);

    Optional<Cancellation> findCancellation(PaymentId id);

    /** For a cancellation of a payment that was found for update. */
    void changed(Cancellation cancellation);

    /** The latest of the payment that this request has made and that has not failed. */
    Optional<Cancellation> findCancellationByRequest(PaymentId payment, String caller, String requestId);

    /** As {@link #findOpen}. */
    List<PaymentId> findOpenCancellations(@Nullable PaymentId after, int atMost);

    /** Of a payment, in the order of their requests. */
    List<Cancellation> cancellationsOf(PaymentId payment);

    void add(Slip slip);

    /** Of a payment or a cancellation that was approved; a cancellation's slip has the cancellation's id. */
    Optional<Slip> findSlip(String slipId);

    void record(PaymentChange change);

    /**
     * Whose payments.
     *
     * @param from inclusive, {@code null}: from the first one on
     * @param to exclusive, {@code null}: to the last one
     */
    record Search(
            @Nullable MemberId member,
            @Nullable MemberId franchise,
            @Nullable Instant from,
            @Nullable Instant to) {}
}
