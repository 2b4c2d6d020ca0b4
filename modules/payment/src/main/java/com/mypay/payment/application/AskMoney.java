package com.mypay.payment.application;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.request.CommandKey;
import com.mypay.framework.request.Requests;
import com.mypay.framework.transaction.Transactions;
import com.mypay.payment.domain.PaymentId;
import com.mypay.payment.domain.PaymentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Asks money about a payment or a cancellation that is written down, and writes down what it says. The one place that
 * knows when "nothing has happened" may be believed: not once money may have been asked before, and not of our own
 * database once money has moved.
 */
@ApplicationScoped
class AskMoney {

    private final Requests requests;
    private final Transactions transactions;

    @Inject
    AskMoney(Requests requests, Transactions transactions) {
        this.requests = requests;
        this.transactions = transactions;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AskMoney() {
        this(null, null);
    }

    /**
     * What is asked, and how each answer is written down (inside a transaction).
     *
     * @param key of the command, which we hold
     * @param payment which the caller looks at when there is no answer
     * @param asked {@code REQUESTED}: opened by this very call; {@code IN_DOUBT}: money may have been asked before
     * @param call outside of transactions
     * @param fail given the problem's code; whether it has failed now, as {@link PaymentLedger#fail} says
     */
    record Question<M, A extends Record>(
            CommandKey key,
            PaymentId payment,
            PaymentStatus asked,
            Supplier<M> call,
            Function<M, A> approve,
            Predicate<String> fail,
            Runnable doubt) {}

    <M, A extends Record> A ask(Question<M, A> question) {
        M moved;
        try {
            moved = question.call().get();
        } catch (RejectedException e) {
            throw failed(question, e.problem().name()) ? e : unknown(question, e);
        } catch (UnavailableException e) {
            if (question.asked() != PaymentStatus.REQUESTED) {
                throw doubted(question, e);
            }
            throw failed(question, CommonProblem.UNAVAILABLE.name()) ? e : unknown(question, e);
        } catch (UnknownOutcomeException e) {
            throw doubted(question, e);
        }
        return written(
                question,
                () -> requests.finish(question.key(), question.approve().apply(moved)));
    }

    /** @return {@code false} if somebody else asks as well, whose answer counts */
    private boolean failed(Question<?, ?> question, String code) {
        return written(question, () -> {
            boolean failed = question.fail().test(code);
            if (failed) {
                requests.abandon(question.key());
            }
            return failed;
        });
    }

    private UnknownOutcomeException doubted(Question<?, ?> question, RuntimeException cause) {
        return written(question, () -> {
            question.doubt().run();
            requests.suspend(question.key());
            return unknown(question, cause);
        });
    }

    /** Whatever becomes of the transaction, the caller must not hear that nothing has happened. */
    private <T> T written(Question<?, ?> question, Supplier<T> work) {
        try {
            return transactions.inTransaction(work);
        } catch (UnavailableException | UnknownOutcomeException e) {
            throw unknown(question, e);
        }
    }

    private static UnknownOutcomeException unknown(Question<?, ?> question, RuntimeException cause) {
        return new UnknownOutcomeException(
                "nobody knows yet what became of " + question.key().operation() + " of payment " + question.payment()
                        + ": " + cause.getMessage(),
                "/payment/com/v1/find/payment?paymentId=" + question.payment(),
                cause);
    }
}
