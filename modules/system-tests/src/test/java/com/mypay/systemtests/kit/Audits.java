package com.mypay.systemtests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** Every service's own check of its invariants, and the banks' books. */
public final class Audits {

    private final RunningInstallation mypay;

    public Audits(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    public Answer of(String service) {
        return mypay.client()
                .asOperator()
                .get("/" + service + "/adm/v1/audit/invariants")
                .is(200);
    }

    public long total(String service, String name) {
        return of(service).json().getJsonObject("totals").getJsonNumber(name).longValueExact();
    }

    /** No service finds a row that breaks a rule, and no won was made or lost at the banks. */
    public void assertAllOk() {
        List<String> violations = RunningInstallation.SERVICES.stream()
                .flatMap(service -> of(service)
                        .items("checks")
                        .peek(check -> assertThat(check.getString("rule")).isNotBlank())
                        .filter(check -> !check.getBoolean("ok"))
                        .map(check -> service + ": " + check))
                .toList();
        assertThat(violations).isEmpty();
        assertThat(failed(mypay.banks().audit())).isEmpty();
    }

    private static List<String> failed(Answer bankAudit) {
        Stream<JsonObject> checks = bankAudit.items("checks");
        return checks.filter(check -> !check.getBoolean("holds"))
                .map(JsonObject::toString)
                .toList();
    }
}
