package com.mypay.banking.adapter.out.metrics;

import com.mypay.banking.application.port.Figures;
import com.mypay.banking.domain.Firmbanking;
import com.mypay.banking.domain.FirmbankingStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counters at {@code /metrics}: firmbankings by purpose and outcome, and the money moved. */
@ApplicationScoped
public class MetricFigures implements Figures {

    @Inject
    private MetricRegistry registry;

    @Override
    public void reached(Firmbanking firmbanking) {
        Tag purpose = new Tag("purpose", firmbanking.purpose().name());
        Tag status = new Tag("status", firmbanking.status().name());
        registry.counter("mypay_banking_firmbankings", purpose, status).inc();
        if (firmbanking.status() == FirmbankingStatus.COMPLETED) {
            registry.counter("mypay_banking_moved_won", purpose)
                    .inc(firmbanking.amount().value());
        }
    }
}
