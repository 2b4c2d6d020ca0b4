package com.mypay.systemtests.kit;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The server's own REST API for jobs, as its operator uses it. */
public final class BatchJobs {

    private static final String PATH = "/ibm/api/batch";

    private final RunningInstallation mypay;

    public BatchJobs(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    public List<Long> instances() {
        return array(client().get(PATH + "/jobinstances", "pageSize", 1000).is(200)).stream()
                .map(instance -> instance.asJsonObject().getJsonNumber("instanceId"))
                .map(jakarta.json.JsonNumber::longValue)
                .toList();
    }

    /** STARTING, STARTED, STOPPING, STOPPED, FAILED, COMPLETED or ABANDONED. */
    public String status(long instance) {
        return client().get(PATH + "/jobinstances/" + instance).is(200).string("batchStatus");
    }

    public Optional<JsonObject> latestExecution(long instance) {
        return array(client().get(PATH + "/jobinstances/" + instance + "/jobexecutions")
                        .is(200))
                .stream()
                .map(JsonValue::asJsonObject)
                .max(Comparator.comparingLong(BatchJobs::id));
    }

    /** STARTED, COMPLETED …; empty if the latest execution hasn't come to the step. */
    public String stepStatus(long instance, String step) {
        return latestExecution(instance)
                .filter(execution -> execution.containsKey("stepExecutions"))
                .flatMap(execution -> execution.getJsonArray("stepExecutions").stream()
                        .map(JsonValue::asJsonObject)
                        .filter(each -> each.getString("stepName").equals(step))
                        .findFirst())
                .map(each -> each.getString("batchStatus"))
                .orElse("");
    }

    public Answer restart(JsonObject execution) {
        return client().put(
                        PATH + "/jobexecutions/" + id(execution) + "?action=restart&reusePreviousParams=true",
                        JsonValue.EMPTY_JSON_OBJECT);
    }

    private static long id(JsonObject execution) {
        return execution.getJsonNumber("executionId").longValue();
    }

    private static JsonArray array(Answer answer) {
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(answer.text()))) {
            return reader.readArray();
        }
    }

    private Client client() {
        return mypay.secureClient().withPassword("operator", mypay.secret("operator"));
    }
}
