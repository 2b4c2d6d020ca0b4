package com.mypay.simulation.bug;

import com.mypay.remittance.application.Orchestrator;
import com.mypay.remittance.application.TakeMoneyAnswer;
import com.mypay.remittance.application.message.MoneyCommandAnswered;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.StepRequest;
import jakarta.inject.Inject;
import java.util.Optional;

/** Takes an answer for that of the step's present round, whichever it is of. */
final class AcceptsAnyRound extends TakeMoneyAnswer {

    private final Remittances remittances;

    @Inject
    AcceptsAnyRound(Orchestrator orchestrator, Remittances remittances) {
        super(orchestrator);
        this.remittances = remittances;
    }

    @Override
    public void take(MoneyCommandAnswered message) {
        Optional<StepRequest> asked = StepRequest.parse(message.requestId());
        String present = asked.flatMap(request -> remittances.find(new RemittanceId(message.remittanceId())))
                .flatMap(Remittance::waitsFor)
                .filter(waiting -> waiting.step() == asked.orElseThrow().step())
                .map(StepRequest::requestId)
                .orElse(message.requestId());
        super.take(new MoneyCommandAnswered(
                present,
                message.remittanceId(),
                message.outcome(),
                message.reasonCode(),
                message.shortageWon(),
                message.holdId(),
                message.toppedUpWon()));
    }
}
