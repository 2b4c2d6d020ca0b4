package com.mypay.remittance.application;

import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import com.mypay.remittance.domain.Confirmation;
import com.mypay.remittance.domain.Confirmations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Uses up a confirmation: the sender's own, not too old, not used before. In the running transaction. */
@ApplicationScoped
public class UseConfirmation {

    private final Confirmations confirmations;
    private final Clock clock;

    @Inject
    public UseConfirmation(Confirmations confirmations, Clock clock) {
        this.confirmations = confirmations;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected UseConfirmation() {
        this(null, null);
    }

    /**
     * @param usedFor the remittance or standing remittance
     * @throws RejectedException {@code CONFIRMATION_NOT_FOUND}, {@code CONFIRMATION_EXPIRED} or
     *     {@code CONFIRMATION_USED}
     */
    public Confirmation use(String token, MemberId sender, String usedFor) {
        Confirmation confirmation = confirmations
                .find(token)
                .filter(found -> found.sender().equals(sender))
                .orElseThrow(() -> new RejectedException(RemittanceProblem.CONFIRMATION_NOT_FOUND));
        if (confirmation.isExpired(clock.instant())) {
            throw new RejectedException(RemittanceProblem.CONFIRMATION_EXPIRED);
        }
        if (!confirmations.use(token, usedFor)) {
            throw new RejectedException(RemittanceProblem.CONFIRMATION_USED);
        }
        return confirmation;
    }
}
