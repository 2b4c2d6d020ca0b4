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
public record AuditReport(String service, List<Check> checks, Map<String, Long> totals) {

    /**
     * One rule over all rows.
     *
     * @param invariant I1 to I16
     * @param rule one sentence
     * @param ok whether every row keeps it
     * @param rowsChecked how many rows were looked at
     * @param firstViolation the first row that breaks it, by its key and figures
     */
    public record Check(
            String invariant,
            String rule,
            boolean ok,
            long rowsChecked,
            @Nullable String firstViolation) {

        /** @param firstViolation {@code null} if there is none */
        public static Check of(String invariant, String rule, long rowsChecked, @Nullable String firstViolation) {
            return new Check(invariant, rule, firstViolation == null, rowsChecked, firstViolation);
        }
    }
}
