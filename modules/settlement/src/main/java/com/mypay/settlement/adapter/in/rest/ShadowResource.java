package com.mypay.settlement.adapter.in.rest;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.rest.ProblemBody;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.Won;
import com.mypay.settlement.application.BusinessDates;
import com.mypay.settlement.application.ShadowRun;
import com.mypay.settlement.application.ShadowRun.Proposal;
import com.mypay.settlement.application.ShadowRun.Result;
import com.mypay.settlement.application.ShadowRun.Shadow;
import com.mypay.settlement.domain.Reserve;
import com.mypay.settlement.domain.SettlementPeriod;
import com.mypay.settlement.domain.SettlementTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What proposed terms would have made of a cycle, for staff that decides about them. */
@ApplicationScoped
@Path("adm/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "shadow", description = "A cycle by proposed terms; nothing is changed; for staff")
@APIResponse(
        responseCode = "403",
        description = "NOT_PERMITTED: the adm area is for staff",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
public class ShadowResource {

    private static final long LARGEST_MINIMUM = 1_000_000_000;
    private static final int LARGEST_RESERVE = 5_000;
    private static final int LONGEST_RESERVE = 365;
    private static final int LARGEST_VAT = 5_000;

    @Inject
    private ShadowRun shadowRun;

    @Schema(name = "ShadowResult", description = "What a cycle comes to by some terms, in won")
    public record ResultBody(
            @Schema(description = "Commission kept, less rebates by monthly volume")
            long commissionWon,

            @Schema(description = "VAT on it") long vatWon,

            @Schema(description = "gross - cancelled - commission - VAT: what the franchises earn")
            long netWon,

            @Schema(description = "Paid out with this cycle")
            long payoutWon,

            @Schema(description = "Carried over, without the reserve; negative: the franchise owes")
            long waitingWon,

            @Schema(description = "Kept back as a reserve") long reservedWon) {

        static ResultBody of(Result result) {
            return new ResultBody(
                    result.commission().value(),
                    result.vat().value(),
                    result.net().value(),
                    result.payout().value(),
                    result.waiting().value(),
                    result.reserved().value());
        }
    }

    @Schema(name = "ShadowSettlement", description = "A franchise by its own terms and by the proposed ones")
    public record ShadowBody(
            @Schema(description = "The franchise", examples = "2001")
            long franchiseId,

            @Schema(description = "Slips of the cycle") long slips,

            @Schema(description = "Taken over from earlier cycles, in won; the same by either terms")
            long carriedInWon,

            @Schema(description = "By its own terms") ResultBody now,

            @Schema(description = "By the proposed terms") ResultBody proposed,

            @Schema(description = "What the franchise would earn more, in won; negative: less")
            long netDifferenceWon,

            @Schema(description = "What it would be paid more with this cycle, in won; negative: less")
            long payoutDifferenceWon) {

        static ShadowBody of(Shadow shadow) {
            return new ShadowBody(
                    shadow.franchiseId().value(),
                    shadow.slips(),
                    shadow.carriedIn().value(),
                    ResultBody.of(shadow.now()),
                    ResultBody.of(shadow.proposed()),
                    shadow.proposed().net().minus(shadow.now().net()).value(),
                    shadow.proposed().payout().minus(shadow.now().payout()).value());
        }
    }

    @Schema(name = "ShadowCycle", description = "A cycle by proposed terms")
    public record ShadowCycleBody(
            @Schema(description = "The business date (day in Seoul)")
            LocalDate businessDate,

            @Schema(description = "All franchises by their own terms")
            ResultBody now,

            @Schema(description = "All franchises by the proposed terms")
            ResultBody proposed,

            @Schema(description = "In the order of the franchises' ids")
            List<ShadowBody> franchises) {

        static ShadowCycleBody of(LocalDate date, List<Shadow> shadows) {
            return new ShadowCycleBody(
                    date,
                    ResultBody.of(shadows.stream().map(Shadow::now).reduce(Result.NONE, Result::plus)),
                    ResultBody.of(shadows.stream().map(Shadow::proposed).reduce(Result.NONE, Result::plus)),
                    shadows.stream().map(ShadowBody::of).toList());
        }
    }

    @GET
    @Path("find/shadow-cycle")
    @Operation(
            summary = "Compute a cycle with proposed terms and show the difference for each franchise",
            description = "Of a cycle that is frozen, settled or closed. What is not sent stays as it is with each"
                    + " franchise; a hold stays. Nothing is changed.")
    @APIResponseSchema(value = ShadowCycleBody.class, responseDescription = "What would have come out")
    @APIResponse(responseCode = "400", description = "BUSINESS_DATE_MALFORMED, FIELD_INVALID, ID_MALFORMED")
    @APIResponse(responseCode = "404", description = "CYCLE_NOT_FOUND")
    public ShadowCycleBody shadow(
            @Parameter(description = "Day in Seoul", example = "2011-12-05") @QueryParam("businessDate") @Nullable String businessDate,
            @Parameter(description = "Only this franchise; all if not sent", example = "2001")
                    @QueryParam("franchiseId")
                    @Nullable String franchiseId,
            @Parameter(description = "Commission on all slips, hundredths of a percent: 0 to 10000", example = "230")
                    @QueryParam("commissionBasisPoints")
                    @Nullable String commissionBasisPoints,
            @Parameter(description = "DAILY, WEEKLY, SEMIMONTHLY or MONTHLY", example = "WEEKLY")
                    @QueryParam("cycle")
                    @Nullable String cycle,
            @Parameter(description = "A smaller amount waits; in won", example = "10000")
                    @QueryParam("minimumPayoutWon")
                    @Nullable String minimumPayoutWon,
            @Parameter(description = "Business days from the end of the period to the payout: 0 to 10", example = "2")
                    @QueryParam("payoutDelayDays")
                    @Nullable String payoutDelayDays,
            @Parameter(
                            description = "Kept back of what the cycle earns, hundredths of a percent: 0 to 5000;"
                                    + " with reserveDays",
                            example = "500")
                    @QueryParam("reserveBasisPoints")
                    @Nullable String reserveBasisPoints,
            @Parameter(description = "Days until the reserve is free: 1 to 365", example = "30")
                    @QueryParam("reserveDays")
                    @Nullable String reserveDays,
            @Parameter(description = "VAT on the commission, hundredths of a percent: 0 to 5000", example = "1000")
                    @QueryParam("vatBasisPoints")
                    @Nullable String vatBasisPoints,
            @Parameter(
                            description = "Tiers by monthly volume, rising, up to 10: won and discount in hundredths of"
                                    + " a percent, with a colon between them and a blank between tiers; a hyphen"
                                    + " tries none",
                            example = "10000000:20 50000000:50")
                    @QueryParam("tiers")
                    @Nullable String tiers) {
        LocalDate date = BusinessDates.parse(businessDate);
        Proposal proposal = new Proposal(
                rate("commissionBasisPoints", commissionBasisPoints, BasisPoints.ONE_WHOLE),
                Optional.ofNullable(Queries.oneOf(SettlementPeriod.class, "cycle", cycle)),
                Queries.number("minimumPayoutWon", minimumPayoutWon, 0, LARGEST_MINIMUM)
                        .map(Won::won),
                Queries.number("payoutDelayDays", payoutDelayDays, 0, SettlementTerms.LONGEST_DELAY)
                        .map(Long::intValue),
                reserve(reserveBasisPoints, reserveDays),
                rate("vatBasisPoints", vatBasisPoints, LARGEST_VAT),
                Queries.tiers(tiers));
        return ShadowCycleBody.of(
                date,
                shadowRun.run(new ShadowRun.Command(
                        date, proposal, Optional.ofNullable(franchiseId).map(Queries::franchiseId))));
    }

    private static Optional<Reserve> reserve(@Nullable String basisPoints, @Nullable String days) {
        Optional<BasisPoints> rate = rate("reserveBasisPoints", basisPoints, LARGEST_RESERVE);
        Optional<Long> known = Queries.number("reserveDays", days, 1, LONGEST_RESERVE);
        if (rate.isPresent() != known.isPresent()) {
            throw new RejectedException(CommonProblem.FIELD_INVALID, "reserveBasisPoints and reserveDays go together");
        }
        return rate.map(kept -> new Reserve(kept, known.orElseThrow().intValue()));
    }

    private static Optional<BasisPoints> rate(String name, @Nullable String text, int highest) {
        return Queries.number(name, text, 0, highest).map(value -> BasisPoints.basisPoints(value.intValue()));
    }
}
