package com.mypay.payment.application.port;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.payment.domain.PaymentId;

/**
 * Money moves balances. Each request id has one effect there: repeating a call with its id is the way to ask what became
 * of it. Money gives its first answer again, goes on where it was, or says that it is still at it (unknown).
 *
 * <p>All methods throw {@link com.mypay.framework.problem.UnavailableException} if nothing happened and
 * {@link com.mypay.framework.problem.UnknownOutcomeException} if that isn't known.
 */
public interface Money {

    /**
     * Takes the amount from a member, topping up if it is short.
     *
     * @throws com.mypay.framework.problem.RejectedException with one of payment's problems
     */
    Decreased decrease(RequestId requestId, MemberId member, Won amount, PaymentId payment);

    /**
     * Gives the amount back to a member.
     *
     * @throws com.mypay.framework.problem.RejectedException with one of payment's problems
     */
    void increase(RequestId requestId, MemberId member, Won amount, PaymentId cancellation);

    /** @param toppedUp what came from the linked account, often 0 */
    record Decreased(Won balance, Won toppedUp) {}
}
