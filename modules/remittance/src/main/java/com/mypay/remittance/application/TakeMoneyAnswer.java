package com.mypay.remittance.application;

import com.mypay.remittance.application.message.MoneyCommandAnswered;
import com.mypay.remittance.domain.Answer;
import com.mypay.remittance.domain.Step;
import com.mypay.remittance.domain.StepRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Money's answer to a step's command. Runs in the message's transaction; may come twice, late and in any order. */
@ApplicationScoped
public class TakeMoneyAnswer {

    private final Orchestrator orchestrator;

    @Inject
    public TakeMoneyAnswer(Orchestrator orchestrator) {
        this.orchestrator = orchestrator;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TakeMoneyAnswer() {
        this(null);
    }

    /** @throws IllegalArgumentException if it breaks the contract: a dead letter, to be looked at */
    public void take(MoneyCommandAnswered message) {
        Answer answer = message.answer();
        Optional<StepRequest> request = StepRequest.parse(message.requestId());
        if (request.isEmpty()) {
            orchestrator.ignoreUnknown();
            return;
        }
        check(message, request.get(), answer);
        orchestrator.take(request.get(), answer);
    }

    private static void check(MoneyCommandAnswered message, StepRequest request, Answer answer) {
        if (!request.remittance().value().equals(message.remittanceId())) {
            throw new IllegalArgumentException("request " + request + " isn't of remittance " + message.remittanceId());
        }
        if (request.step() == Step.FIRMBANKING) {
            throw new IllegalArgumentException("money answers request " + request + ", which was banking's");
        }
        if (answer.kind() != Answer.Kind.DONE) {
            return;
        }
        if (request.step() == Step.HOLD && answer.reference() == null) {
            throw new IllegalArgumentException("the hold of request " + request + " has no id");
        }
        if (request.step() == Step.TOP_UP && !answer.toppedUp().isPositive()) {
            throw new IllegalArgumentException("nothing was topped up by request " + request);
        }
    }
}
