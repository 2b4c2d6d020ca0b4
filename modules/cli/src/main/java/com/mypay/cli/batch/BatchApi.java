package com.mypay.cli.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.home.Home;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The server's own REST API for batch jobs, as the installation's operator, over HTTPS. */
public final class BatchApi {

    private static final String PATH = "/ibm/api/batch";
    private static final Duration WITHIN = Duration.ofSeconds(30);
    /** As the server writes it: {@code 2026/03/02 02:00:01.234 +0000}. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss[.SSS] Z", Locale.ROOT);

    /** How the server names it, with a status of 400. */
    private static final String NO_SUCH_INSTANCE = "CWWKY0151E";

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int INTERNAL = 500;

    private final String base;
    private final String authorization;
    private final HttpClient client;

    public BatchApi(Home home) {
        this(
                "https://127.0.0.1:" + home.settings().httpsPort(),
                home,
                HttpClient.newBuilder().sslContext(ServerCertificate.pinned(home)));
    }

    public BatchApi(String server, Home home, HttpClient.Builder client) {
        this.base = server + PATH;
        String operator = home.settings().get("mypay.operator", "operator") + ":" + home.secret("operator");
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(operator.getBytes(UTF_8));
        this.client = client.connectTimeout(WITHIN)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** The server is down or was killed in the middle, or it can't work because its database is. */
    public static final class NoAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoAnswer(String path, IOException cause) {
            super(path + ": " + cause, cause);
        }

        NoAnswer(String path, int status) {
            super(path + ": " + status);
        }
    }

    /**
     * A job instance.
     *
     * @param job its name; empty where the server has not told it
     * @param batchStatus STARTING, STARTED, STOPPING, STOPPED, FAILED, COMPLETED or ABANDONED
     */
    public record Instance(long id, String job, String batchStatus) {

        public boolean isRunning() {
            return batchStatus.equals("STARTING") || batchStatus.equals("STARTED") || batchStatus.equals("STOPPING");
        }

        public boolean isRestartable() {
            return batchStatus.equals("FAILED") || batchStatus.equals("STOPPED");
        }
    }

    /**
     * One step of an execution, with its partitions.
     *
     * @param skipped lines that a skip limit let pass, and items that the processor has dropped
     * @param startedAt empty where it has not begun
     */
    public record Step(
            String name,
            String batchStatus,
            String exitStatus,
            long read,
            long written,
            long skipped,
            Optional<Instant> startedAt) {

        public boolean isRunning() {
            return batchStatus.equals("STARTED") || batchStatus.equals("STARTING");
        }
    }

    /** One execution of an instance. */
    public record Execution(
            long id, String batchStatus, String exitStatus, Map<String, String> parameters, List<Step> steps) {}

    public Instance submit(String job, Map<String, String> parameters) {
        JsonObject body = Json.createObjectBuilder()
                .add("applicationName", "mypay")
                .add("moduleName", "batch-jobs.war")
                .add("jobXMLName", job)
                .add("jobParameters", object(parameters))
                .build();
        return instance(call("POST", "/jobinstances", Optional.of(body)).asJsonObject());
    }

    /**
     * A restart takes no parameters over by itself.
     *
     * @return empty if the server refuses it: where the database went away together with the job, a partition may be
     *     noted down as running for ever
     */
    public Optional<Instance> restart(Instance instance, Map<String, String> parameters) {
        JsonObject body = Json.createObjectBuilder()
                .add("jobParameters", object(parameters))
                .build();
        String path = "/jobinstances/" + instance.id() + "?action=restart";
        HttpResponse<String> response = send("PUT", path, Optional.of(body));
        return response.statusCode() == CONFLICT
                ? Optional.empty()
                : Optional.of(instance(checked(path, response).asJsonObject()));
    }

    /** @return empty if it is unknown or was purged */
    public Optional<Instance> find(long instanceId) {
        HttpResponse<String> response = send("GET", "/jobinstances/" + instanceId, Optional.empty());
        return response.statusCode() == NOT_FOUND || response.body().contains(NO_SUCH_INSTANCE)
                ? Optional.empty()
                : Optional.of(instance(
                        checked("/jobinstances/" + instanceId, response).asJsonObject()));
    }

    /** @param limit of the newest ones */
    public List<Instance> list(int limit) {
        return call("GET", "/jobinstances?page=0&pageSize=" + limit, Optional.empty()).asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .map(BatchApi::instance)
                .toList();
    }

    /** The newest last. */
    public List<Execution> executions(long instanceId) {
        JsonStructure executions = call("GET", "/jobinstances/" + instanceId + "/jobexecutions", Optional.empty());
        return executions.asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .map(BatchApi::execution)
                .sorted(Comparator.comparingLong(Execution::id))
                .toList();
    }

    public Optional<Execution> latestExecution(long instanceId) {
        List<Execution> all = executions(instanceId);
        return all.isEmpty() ? Optional.empty() : Optional.of(withCounts(all.get(all.size() - 1)));
    }

    /** A list of executions names their steps and counts nothing. */
    public Execution withCounts(Execution execution) {
        String path = "/jobexecutions/" + execution.id() + "/stepexecutions";
        HttpResponse<String> response = send("GET", path, Optional.empty());
        if (response.statusCode() == NOT_FOUND) {
            return execution; // purged a moment ago
        }
        List<Step> steps = checked(path, response).asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .filter(each -> each.containsKey("stepName")) // the last one holds links
                .map(BatchApi::step)
                .toList();
        return new Execution(
                execution.id(), execution.batchStatus(), execution.exitStatus(), execution.parameters(), steps);
    }

    /** Asks it to end: a chunk step does so behind the chunk that runs. */
    public void stop(long executionId) {
        call("PUT", "/jobexecutions/" + executionId + "?action=stop", Optional.empty());
    }

    /** Takes an instance that has ended out of the repository, with its executions and their logs. */
    public void purge(long instanceId) {
        String path = "/jobinstances/" + instanceId;
        HttpResponse<String> response = send("DELETE", path, Optional.empty());
        if (response.statusCode() / 100 != 2) {
            checked(path, response);
        }
    }

    private static JsonObject object(Map<String, String> parameters) {
        var object = Json.createObjectBuilder();
        parameters.forEach(object::add);
        return object.build();
    }

    private static Instance instance(JsonObject json) {
        return new Instance(
                json.getJsonNumber("instanceId").longValue(),
                json.getString("jobName", ""),
                json.getString("batchStatus"));
    }

    private static Execution execution(JsonObject json) {
        List<Step> steps = new ArrayList<>();
        if (json.containsKey("stepExecutions")) {
            json.getJsonArray("stepExecutions").forEach(step -> steps.add(step(step.asJsonObject())));
        }
        return new Execution(
                json.getJsonNumber("executionId").longValue(),
                json.getString("batchStatus"),
                json.getString("exitStatus", ""),
                parameters(json),
                steps);
    }

    private static Map<String, String> parameters(JsonObject execution) {
        Map<String, String> parameters = new TreeMap<>();
        JsonValue given = execution.getOrDefault("jobParameters", JsonValue.EMPTY_JSON_OBJECT);
        given.asJsonObject().forEach((name, value) -> parameters.put(name, ((JsonString) value).getString()));
        return parameters;
    }

    private static Step step(JsonObject json) {
        return new Step(
                json.getString("stepName", ""),
                json.getString("batchStatus", ""),
                json.getString("exitStatus", ""),
                count(json, "READ_COUNT"),
                count(json, "WRITE_COUNT"),
                count(json, "READ_SKIP_COUNT")
                        + count(json, "PROCESS_SKIP_COUNT")
                        + count(json, "WRITE_SKIP_COUNT")
                        + count(json, "FILTER_COUNT"),
                instant(json.getString("startTime", "")));
    }

    private static Optional<Instant> instant(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(ZonedDateTime.parse(text, TIME).toInstant());
    }

    /** Of the step and all its partitions: a partitioned step counts nothing itself. */
    private static long count(JsonObject step, String name) {
        long own = step.containsKey("metrics") ? metric(step.getJsonObject("metrics"), name) : 0;
        return own
                + step.getOrDefault("partitions", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                        .mapToLong(partition -> count(partition.asJsonObject(), name))
                        .sum();
    }

    private static long metric(JsonObject metrics, String name) {
        JsonValue value = metrics.get(name);
        return value == null ? 0 : Long.parseLong(value.toString().replace("\"", ""));
    }

    private JsonStructure call(String method, String path, Optional<JsonObject> body) {
        return checked(path, send(method, path, body));
    }

    private static JsonStructure checked(String path, HttpResponse<String> response) {
        if (response.statusCode() / 100 == 2) {
            try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
                return reader.read();
            } catch (JsonException e) {
                throw CommandFailure.failed("batch.failed", path, String.valueOf(e));
            }
        }
        if (response.statusCode() >= INTERNAL) {
            throw new NoAnswer(path, response.statusCode());
        }
        throw CommandFailure.failed("batch.failed", path, response.statusCode() + " " + response.body());
    }

    private HttpResponse<String> send(String method, String path, Optional<JsonObject> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(WITHIN)
                .header("Authorization", authorization)
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.toString()))
                                .orElse(BodyPublishers.noBody()));
        body.ifPresent(json -> request.header("Content-Type", "application/json"));
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new NoAnswer(path, e);
        } catch (InterruptedException e) {
            throw CommandFailure.interrupted();
        }
    }
}
