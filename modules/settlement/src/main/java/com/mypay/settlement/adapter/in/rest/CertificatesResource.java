package com.mypay.settlement.adapter.in.rest;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.rest.ProblemBody;
import com.mypay.settlement.application.BusinessDates;
import com.mypay.settlement.application.RecomputeCycle;
import com.mypay.settlement.application.RecomputeCycle.Difference;
import com.mypay.settlement.application.RecomputeCycle.Recomputed;
import com.mypay.settlement.application.VerifyCertificates;
import com.mypay.settlement.application.VerifyCertificates.Found;
import com.mypay.settlement.application.VerifyCertificates.Verified;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The certificates of closed cycles, for staff and auditors. */
@ApplicationScoped
@Path("adm/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "certificates",
        description = "What was certified when cycles were closed, beside what is there now; for staff")
@APIResponse(
        responseCode = "403",
        description = "NOT_PERMITTED: the adm area is for staff",
        content =
                @Content(mediaType = "application/problem+json", schema = @Schema(implementation = ProblemBody.class)))
public class CertificatesResource {

    @Inject
    private VerifyCertificates verifyCertificates;

    @Inject
    private RecomputeCycle recomputeCycle;

    @Schema(name = "FoundRow", description = "A row that is not what was certified")
    public record FoundBody(
            @Schema(description = "The cycle's business date")
            LocalDate businessDate,

            @Schema(description = "The cycle") String cycleId,

            @Schema(description = "CERTIFICATE, CYCLE, SEAL, LINE (or its slip), SETTLEMENT, PAYOUT, CARRY_OVER")
            String row,

            @Schema(
                    description =
                            "Number of the certificate or seal, franchise:slip of a line, franchise of the others",
                    examples = "2001")
            String key,

            @Schema(description = "CHANGED, REMOVED or ADDED")
            String damage) {

        static FoundBody of(Found found) {
            return new FoundBody(
                    found.businessDate(),
                    found.cycleId().value(),
                    found.row(),
                    found.key(),
                    found.damage().name());
        }
    }

    @Schema(name = "VerifiedCertificates", description = "What was compared, and what differs")
    public record VerifiedBody(
            @Schema(description = "Certificates looked at") long certificates,

            @Schema(description = "Rows of their cycles") long rows,

            @Schema(description = "Number of the last one looked at; 0 for none")
            long lastNumber,

            @Schema(description = "Its hash, to be compared with the copy in the job's log")
            String lastHash,

            @Schema(description = "Send it as 'after' to go on; missing at the end") @Nullable Long next,

            @Schema(description = "Send it as 'afterSeal', too: in the middle of a cycle; 0 at the beginning of one")
            int nextSeal,

            @Schema(description = "Each row that differs; empty if all is as it was certified")
            List<FoundBody> found) {

        static VerifiedBody of(Verified verified) {
            return new VerifiedBody(
                    verified.certificates(),
                    verified.rows(),
                    verified.lastNumber(),
                    verified.lastHash(),
                    verified.next(),
                    verified.nextSeal(),
                    verified.found().stream().map(FoundBody::of).toList());
        }
    }

    @GET
    @Path("audit/certificates")
    @Operation(summary = "Compare what was certified with what is there now, and name each row that differs")
    @APIResponseSchema(value = VerifiedBody.class, responseDescription = "What was compared and found")
    @APIResponse(responseCode = "400", description = "FIELD_INVALID")
    public VerifiedBody verify(
            @Parameter(description = "Begin behind the certificate of this number; 0 if not sent", example = "0")
                    @QueryParam("after")
                    @Nullable String after,
            @Parameter(description = "And behind this seal of its cycle; 0 if not sent", example = "0")
                    @QueryParam("afterSeal")
                    @Nullable String afterSeal) {
        return VerifiedBody.of(verifyCertificates.verify(number(after, "after"), number(afterSeal, "afterSeal")));
    }

    @Schema(name = "Difference", description = "Something that is not what the rules give")
    public record DifferenceBody(
            @Schema(description = "CYCLE, LINE, SETTLEMENT, CARRIED_IN, OUTCOME, PAYOUT or CARRY_OVER")
            String what,

            @Schema(description = "The slip of a line, the cycle of itself, the franchise of the others")
            String key,

            @Schema(description = "What comes out now; - for nothing")
            String recomputed,

            @Schema(description = "What was written then; - for nothing")
            String stored) {

        static DifferenceBody of(Difference difference) {
            return new DifferenceBody(
                    difference.what(), difference.key(), difference.recomputed(), difference.stored());
        }
    }

    @Schema(name = "RecomputedCycle", description = "A closed cycle, computed again")
    public record RecomputedBody(
            @Schema(description = "The business date (day in Seoul)")
            LocalDate businessDate,

            @Schema(description = "The cycle") String cycleId,

            @Schema(description = "Slips that were computed again")
            long lines,

            @Schema(description = "Franchises that were decided again")
            long settlements,

            @Schema(description = "gross - cancelled - commission, in won")
            long netWon,

            @Schema(description = "Paid by the banks, in won")
            long paidWon,

            @Schema(description = "Asked for, without a final answer yet, in won")
            long awaitedWon,

            @Schema(description = "Carried over to later cycles, in won")
            long carriedWon,

            @Schema(description = "Each difference to what was written and asked for; empty if there is none")
            List<DifferenceBody> differences) {

        static RecomputedBody of(Recomputed recomputed) {
            return new RecomputedBody(
                    recomputed.cycle().businessDate(),
                    recomputed.cycle().id().value(),
                    recomputed.lines(),
                    recomputed.settlements(),
                    recomputed.net().value(),
                    recomputed.paid().value(),
                    recomputed.awaited().value(),
                    recomputed.carriedOver().value(),
                    recomputed.differences().stream().map(DifferenceBody::of).toList());
        }
    }

    @GET
    @Path("audit/cycle")
    @Operation(summary = "Compute a closed cycle again and compare it with its lines and with what was paid")
    @APIResponseSchema(value = RecomputedBody.class, responseDescription = "What came out")
    @APIResponse(responseCode = "400", description = "BUSINESS_DATE_MALFORMED")
    @APIResponse(responseCode = "404", description = "CYCLE_NOT_FOUND")
    @APIResponse(responseCode = "409", description = "CYCLE_NOT_CLOSED")
    public RecomputedBody recompute(
            @Parameter(description = "Day in Seoul", example = "2011-12-05") @QueryParam("businessDate") @Nullable String businessDate) {
        return RecomputedBody.of(recomputeCycle.recompute(BusinessDates.parse(businessDate)));
    }

    private static int number(@Nullable String text, String name) {
        if (text == null) {
            return 0;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new RejectedException(CommonProblem.FIELD_INVALID, name + " is a number");
        }
        return Integer.parseInt(text);
    }
}
