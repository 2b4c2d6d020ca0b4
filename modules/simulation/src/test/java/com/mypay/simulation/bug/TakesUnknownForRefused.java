package com.mypay.simulation.bug;

import com.mypay.remittance.application.Orchestrator;
import com.mypay.remittance.application.TakeFirmbankingResult;
import com.mypay.remittance.application.message.FirmbankingResult;
import com.mypay.remittance.application.message.FirmbankingResult.Status;
import com.mypay.remittance.domain.Remittances;
import com.mypay.remittance.domain.Resolutions;
import com.mypay.remittance.domain.Senders;
import jakarta.inject.Inject;

/** Releases before the bank's answer is known. */
final class TakesUnknownForRefused extends TakeFirmbankingResult {

    @Inject
    TakesUnknownForRefused(
            Orchestrator orchestrator, Remittances remittances, Resolutions resolutions, Senders senders) {
        super(orchestrator, remittances, resolutions, senders);
    }

    @Override
    public void take(FirmbankingResult message) {
        super.take(new FirmbankingResult(
                message.requestId(),
                message.firmbankingId(),
                message.status() == Status.UNKNOWN ? Status.REFUSED : message.status(),
                message.reasonCode(),
                message.amountWon(),
                message.completedAt()));
    }
}
