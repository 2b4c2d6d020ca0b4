package com.mypay.payment.application;

import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.payment.application.port.Money;
import com.mypay.payment.domain.PaymentId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Money with one effect per request id, which can be told to refuse, to be away, or to lose its answer. */
final class FakeMoney implements Money {

    private final Map<RequestId, Won> effects = new HashMap<>();
    private @Nullable Supplier<RuntimeException> before;
    private @Nullable Supplier<RuntimeException> after;
    private Runnable afterwards = () -> {};
    private Won balance = Won.won(1_000_000);
    private int calls;

    /** Until told otherwise: nothing happens, this is thrown. */
    void failsBefore(Supplier<RuntimeException> failure) {
        before = failure;
    }

    /** Until told otherwise: it happens, and this is thrown instead of the answer. */
    void losesItsAnswer(Supplier<RuntimeException> failure) {
        after = failure;
    }

    /** Runs when money has answered: what goes wrong on our side between its answer and our writing it down. */
    void answersAndThen(Runnable misfortune) {
        afterwards = misfortune;
    }

    void worksAgain() {
        before = null;
        after = null;
        afterwards = () -> {};
    }

    void refuses(PaymentProblem problem) {
        failsBefore(() -> new RejectedException(problem));
    }

    Won balance() {
        return balance;
    }

    int calls() {
        return calls;
    }

    int effects() {
        return effects.size();
    }

    @Override
    public Decreased decrease(RequestId requestId, MemberId member, Won amount, PaymentId payment) {
        move(requestId, amount.negated());
        return new Decreased(balance, Won.ZERO);
    }

    @Override
    public void increase(RequestId requestId, MemberId member, Won amount, PaymentId cancellation) {
        move(requestId, amount);
    }

    private void move(RequestId requestId, Won amount) {
        calls++;
        if (before != null) {
            throw before.get();
        }
        if (effects.putIfAbsent(requestId, amount) == null) {
            balance = balance.plus(amount);
        }
        if (after != null) {
            throw after.get();
        }
        afterwards.run();
    }
}
