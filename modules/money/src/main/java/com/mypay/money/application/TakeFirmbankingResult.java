package com.mypay.money.application;

import com.mypay.money.application.port.Banking.Firmbanking;
import com.mypay.money.domain.Charge;
import com.mypay.money.domain.ChargeId;
import com.mypay.money.domain.Charges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Banking's answer to a charge, as a message. Runs in the message's transaction. */
@ApplicationScoped
public class TakeFirmbankingResult {

    private final Charges charges;
    private final EndCharge endCharge;

    @Inject
    public TakeFirmbankingResult(Charges charges, EndCharge endCharge) {
        this.charges = charges;
        this.endCharge = endCharge;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TakeFirmbankingResult() {
        this(null, null);
    }

    /**
     * The message firmbanking-result.v1.
     *
     * @param requestId a charge's
     * @param status {@code COMPLETED}, {@code REFUSED} or {@code UNKNOWN}
     */
    public record FirmbankingResult(
            String requestId,
            String firmbankingId,
            String status,
            @Nullable String reasonCode,
            long amountWon,
            @Nullable String completedAt) {}

    /** @throws IllegalArgumentException for an answer that fits no charge: a dead letter, to be looked at */
    public void take(FirmbankingResult result) {
        ChargeId id = Charge.idIn(result.requestId());
        Charge charge = charges.find(id)
                .filter(found -> found.requestId().equals(result.requestId()))
                .orElseThrow(() -> new IllegalArgumentException("no charge for request " + result.requestId()));
        if (charge.amount().value() != result.amountWon()) {
            throw new IllegalArgumentException(
                    "charge " + id + " is of " + charge.amount() + ", not of " + result.amountWon() + " won");
        }
        endCharge.end(id, read(result));
    }

    private static Firmbanking read(FirmbankingResult result) {
        return switch (result.status()) {
            case "COMPLETED" -> Firmbanking.completed(result.firmbankingId());
            case "REFUSED" ->
                Firmbanking.refused(
                        result.firmbankingId(), result.reasonCode() == null ? "REFUSED" : result.reasonCode());
            case "UNKNOWN" -> Firmbanking.unknown(result.firmbankingId());
            default -> throw new IllegalArgumentException("unknown status " + result.status());
        };
    }
}
