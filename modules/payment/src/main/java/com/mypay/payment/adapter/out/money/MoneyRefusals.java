package com.mypay.payment.adapter.out.money;

import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.payment.application.PaymentProblem;

/** Money's refusals in payment's words. One that payment doesn't expect is a bug of ours. */
final class MoneyRefusals {

    private static final String STILL_RUNNING = "REQUEST_RUNNING";

    private MoneyRefusals() {}

    static RuntimeException ofDecrease(RemoteRefusalException refusal) {
        return switch (refusal.code()) {
            case "MONEY_INSUFFICIENT" -> rejected(PaymentProblem.MONEY_INSUFFICIENT, refusal);
            case "NO_LINKED_ACCOUNT" -> rejected(PaymentProblem.NO_LINKED_ACCOUNT, refusal);
            case "TOP_UP_REFUSED" -> rejected(PaymentProblem.TOP_UP_REFUSED, refusal);
            case "MEMBER_NOT_ACTIVE" -> rejected(PaymentProblem.MEMBER_NOT_ACTIVE, refusal);
            case "MEMBER_NOT_FOUND" -> rejected(PaymentProblem.MEMBER_NOT_FOUND, refusal);
            case STILL_RUNNING -> running(refusal);
            default -> unexpected(refusal);
        };
    }

    static RuntimeException ofIncrease(RemoteRefusalException refusal) {
        return switch (refusal.code()) {
            case "MEMBER_NOT_ACTIVE", "MEMBER_NOT_FOUND" -> rejected(PaymentProblem.CANCEL_REFUSED, refusal);
            case STILL_RUNNING -> running(refusal);
            default -> unexpected(refusal);
        };
    }

    private static RuntimeException rejected(PaymentProblem problem, RemoteRefusalException refusal) {
        return new RejectedException(problem, refusal.detail());
    }

    private static RuntimeException running(RemoteRefusalException refusal) {
        return new UnknownOutcomeException("money is still working on it", "", refusal);
    }

    private static RuntimeException unexpected(RemoteRefusalException refusal) {
        return new IllegalStateException("money refused with a code that payment doesn't know", refusal);
    }
}
