package com.mypay.remittance.application;

import com.mypay.remittance.application.message.FirmbankingResult;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.Resolution;
import com.mypay.remittance.domain.Resolution.Decision;
import com.mypay.remittance.domain.ResolutionStatus;
import com.mypay.remittance.domain.Resolutions;
import com.mypay.remittance.domain.Senders;
import com.mypay.remittance.domain.Step;
import com.mypay.remittance.domain.StepRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Banking's answer. Runs in the message's transaction; may come twice, late and in any order. */
@ApplicationScoped
public class TakeFirmbankingResult {

    private final Orchestrator orchestrator;
    private final Remittances remittances;
    private final Resolutions resolutions;
    private final Senders senders;

    @Inject
    public TakeFirmbankingResult(
            Orchestrator orchestrator, Remittances remittances, Resolutions resolutions, Senders senders) {
        this.orchestrator = orchestrator;
        this.remittances = remittances;
        this.resolutions = resolutions;
        this.senders = senders;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TakeFirmbankingResult() {
        this(null, null, null, null);
    }

    /** @throws IllegalArgumentException if it breaks the contract: a dead letter, to be looked at */
    public void take(FirmbankingResult message) {
        Optional<StepRequest> request = StepRequest.parse(message.requestId());
        if (request.isEmpty()) {
            orchestrator.ignoreUnknown();
            return;
        }
        if (request.get().step() != Step.FIRMBANKING) {
            throw new IllegalArgumentException("banking answers request " + request.get() + ", which was money's");
        }
        checkAmount(request.get().remittance(), message.amountWon());
        orchestrator.take(request.get(), message.answer());
        message.contradicted().ifPresent(decision -> refute(request.get().remittance(), decision));
    }

    /** One that comes late finds the other decision approved, or none. Who approves locks the sender, too. */
    private void refute(RemittanceId id, Decision decision) {
        if (senders.lockOf(id).isPresent()) {
            resolutions.of(id).stream()
                    .filter(one -> one.status() == ResolutionStatus.APPROVED && one.decision() == decision)
                    .flatMap(one -> resolutions.findForUpdate(one.id()).stream())
                    .forEach(Resolution::refute);
        }
    }

    /** The amount doesn't change any more: no lock is needed. */
    private void checkAmount(RemittanceId id, long amountWon) {
        remittances.find(id).map(found -> found.order().amount()).ifPresent(amount -> {
            if (amount.value() != amountWon) {
                throw new IllegalArgumentException(
                        "remittance " + id + " is of " + amount + ", not of " + amountWon + " won");
            }
        });
    }
}
