package com.mypay.money.application;

import com.mypay.framework.value.Won;
import com.mypay.money.domain.TopUpPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What of money's rules is configuration. */
@ApplicationScoped
public class MoneySettings {

    @Inject
    @ConfigProperty(name = "mypay.money.top-up.payment.minimum-won", defaultValue = "10000")
    private long paymentMinimumWon;

    @Inject
    @ConfigProperty(name = "mypay.money.top-up.remittance.unit-won", defaultValue = "10000")
    private long remittanceUnitWon;

    @Produces
    public TopUpPolicy topUpPolicy() {
        return new TopUpPolicy(Won.won(paymentMinimumWon), Won.won(remittanceUnitWon));
    }
}
