package com.mypay.framework.audit;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a service finds when it checks its own rows.
 *
 * @param service whose rows
 * @param checks one per invariant and rule
 * @param totals sums and counts that are compared across services ({@code mypay doctor} does)
 */
@Schema(description = "A service's own check of its invariants, and totals to compare across services")
public record AuditReport(
        @Schema(description = "Whose rows", examples = "payment")
        String service,

        @Schema(description = "One for each invariant and rule")
        List<Check> checks,

        @Schema(description = "Sums and counts by name, in won or rows")
        Map<String, Long> totals) {

    /**
     * One rule over all rows.
     *
     * @param invariant I1 to I16
     * @param rule one sentence
     * @param ok whether every row keeps it
     * @param rowsChecked how many rows were looked at
     * @param firstViolation the first row that breaks it, by its key and figures
     */
    @Schema(name = "AuditCheck", description = "One rule over all rows")
    public record Check(
            @Schema(description = "I1 to I16", examples = "I5")
            String invariant,

            @Schema(description = "The rule, in one sentence")
            String rule,

            @Schema(description = "Whether every row keeps it")
            boolean ok,

            @Schema(description = "How many rows were looked at")
            long rowsChecked,

            @Schema(description = "The first row that breaks it, by its key and figures; missing if none does")
            @Nullable String firstViolation) {

        /** @param firstViolation {@code null} if there is none */
        public static Check of(String invariant, String rule, long rowsChecked, @Nullable String firstViolation) {
            return new Check(invariant, rule, firstViolation == null, rowsChecked, firstViolation);
        }
    }
}
