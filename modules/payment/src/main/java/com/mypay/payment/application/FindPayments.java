package com.mypay.payment.application;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.payment.domain.Payment;
import com.mypay.payment.domain.Payments;
import com.mypay.payment.domain.Payments.Search;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Payments of a member or of a franchise, the newest first. */
@ApplicationScoped
public class FindPayments {

    private final Payments payments;
    private final Transactions transactions;

    @Inject
    public FindPayments(Payments payments, Transactions transactions) {
        this.payments = payments;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FindPayments() {
        this(null, null);
    }

    /** Somebody who doesn't exist, or isn't the caller, has no payments to show. */
    public Page<Payment> find(Caller caller, Search search, PageRequest page) {
        MemberId member = search.member();
        MemberId franchise = search.franchise();
        if (member == null && franchise == null) {
            throw new RejectedException(PaymentProblem.SEARCH_INCOMPLETE);
        }
        boolean allowed =
                (member != null && caller.mayActFor(member)) || (franchise != null && caller.mayActFor(franchise));
        if (!allowed) {
            throw new RejectedException(
                    member != null ? PaymentProblem.MEMBER_NOT_FOUND : PaymentProblem.FRANCHISE_NOT_FOUND);
        }
        List<Payment> rows = transactions.inTransaction(() -> payments.find(search, page));
        return Page.of(rows, page, payment -> payment.id().value());
    }
}
