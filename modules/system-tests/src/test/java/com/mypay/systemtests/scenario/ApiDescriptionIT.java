package com.mypay.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Command;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the running server says of its own APIs: everything is described, and nothing is refused that isn't listed. */
@ExtendWith(SharedInstallation.class)
class ApiDescriptionIT {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+|UNAVAILABLE");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** What no API answers: how a settlement's or an import's job ends, and how a command by message is refused. */
    private static final Map<String, Set<String>> TOLD_ELSEWHERE = Map.of(
            "settlement",
            Set.of(
                    "CYCLE_ALREADY_CLOSED",
                    "CYCLE_ALREADY_RUNNING",
                    "CYCLES_OVERLAP",
                    "CYCLE_DOES_NOT_ADD_UP",
                    "BUSINESS_DATE_IN_FUTURE",
                    "IMPORT_ALREADY_DONE",
                    "IMPORT_ALREADY_RUNNING",
                    "IMPORT_CHANGED"),
            "banking",
            Set.of("PAYEE_ACCOUNT_NOT_FOUND"),
            "money",
            Set.of("FEE_TOO_LARGE", "SAME_MEMBER", "HOLD_NOT_FOUND", "HOLD_ENDED"));

    private final RunningInstallation mypay;
    private final JsonObject document;

    ApiDescriptionIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.document = mypay.client().get("/openapi", "format", "json").is(200).json();
    }

    /** An operation of the document. */
    private record Operation(String path, String method, JsonObject json) {

        String service() {
            return path.split("/", 3)[1];
        }

        JsonObject responses() {
            return json.getJsonObject("responses");
        }

        Stream<JsonObject> parameters() {
            return json.getOrDefault("parameters", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                    .map(JsonValue::asJsonObject);
        }

        boolean isCommand() {
            return parameters()
                    .anyMatch(parameter -> parameter.getString("name").equals("Idempotency-Key"));
        }

        Set<String> codes(int status) {
            return responses().containsKey(Integer.toString(status))
                    ? codesIn(
                            responses().getJsonObject(Integer.toString(status)).getString("description"))
                    : Set.of();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void everyOperationHasASummaryAndAnIdOfItsOwn() {
        List<Operation> operations = operations();
        assertThat(operations).hasSizeGreaterThan(60);
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.json().getString("summary", ""))
                    .as(operation.toString())
                    .isNotBlank();
            assertThat(operation.json().getString("operationId", ""))
                    .as(operation.toString())
                    .matches("[a-z][A-Za-z0-9]+");
        });
        assertThat(operations.stream().map(operation -> operation.json().getString("operationId")))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyParameterIsDescribed() {
        for (Operation operation : operations()) {
            assertThat(operation.parameters())
                    .allSatisfy(parameter -> assertThat(parameter.getString("description", ""))
                            .as("%s of %s", parameter.getString("name"), operation)
                            .isNotBlank());
        }
    }

    @Test
    void everyPropertyOfEverySchemaIsDescribed() {
        JsonObject schemas = document.getJsonObject("components").getJsonObject("schemas");
        assertThat(schemas).hasSizeGreaterThan(50);
        List<String> undescribed = new ArrayList<>();
        schemas.forEach((name, schema) -> properties(schema.asJsonObject()).forEach((property, of) -> {
            if (of.asJsonObject().getString("description", "").isBlank()) {
                undescribed.add(name + "." + property);
            }
        }));
        assertThat(undescribed).isEmpty();
    }

    @Test
    void everySuccessAndEveryProblemSaysWhatItLooksLike() {
        for (Operation operation : operations()) {
            assertThat(operation.responses().keySet())
                    .as("successes of %s", operation)
                    .anyMatch(status -> status.startsWith("2"));
            operation.responses().forEach((status, response) -> {
                JsonObject content = response.asJsonObject()
                        .getOrDefault("content", JsonValue.EMPTY_JSON_OBJECT)
                        .asJsonObject();
                if (status.startsWith("2")) {
                    assertThat(content.keySet())
                            .as("%s %s", operation, status)
                            .isNotEmpty()
                            .noneMatch(mediaType -> schemaOf(content, mediaType).isEmpty());
                } else {
                    assertThat(schemaOf(content, "application/problem+json"))
                            .as("%s %s", operation, status)
                            .isEqualTo("#/components/schemas/Problem");
                }
            });
        }
    }

    @Test
    void everyOperationListsWhatAllMayAnswer() {
        for (Operation operation : operations()) {
            assertThat(operation.codes(400)).as(operation.toString()).contains("CALLER_INVALID");
            assertThat(operation.codes(500)).as(operation.toString()).contains("INTERNAL_ERROR");
            assertThat(operation.codes(503)).as(operation.toString()).contains("UNAVAILABLE");
            assertThat(operation.codes(403)).as(operation.toString()).contains("NOT_PERMITTED");
            if (operation.json().containsKey("requestBody")) {
                assertThat(operation.codes(400)).as(operation.toString()).contains("FIELD_INVALID", "BODY_UNREADABLE");
            }
            if (operation.isCommand()) {
                assertThat(operation.codes(400)).as(operation.toString()).contains("REQUEST_ID_INVALID");
                assertThat(operation.codes(409)).as(operation.toString()).contains("REQUEST_RUNNING");
                assertThat(operation.codes(422)).as(operation.toString()).contains("REQUEST_ID_REUSED");
            }
        }
    }

    /** Read from the services' own lists, with the status that goes with the kind of problem. */
    @Test
    void everyProblemOfEveryServiceIsListedUnderItsStatus() throws Exception {
        for (String service : RunningInstallation.SERVICES) {
            List<Operation> ofService = operations().stream()
                    .filter(operation -> operation.service().equals(service))
                    .toList();
            Set<String> missing = new TreeSet<>();
            int found = 0;
            for (Problem problem : problemsOf(service)) {
                boolean listed = ofService.stream()
                        .anyMatch(operation -> operation.codes(problem.status()).contains(problem.code()));
                found += listed ? 1 : 0;
                if (!listed && !TOLD_ELSEWHERE.getOrDefault(service, Set.of()).contains(problem.code())) {
                    missing.add(problem.status() + " " + problem.code());
                }
            }
            assertThat(missing)
                    .as("problems of %s that no operation lists", service)
                    .isEmpty();
            assertThat(found).as("problems of %s", service).isGreaterThan(4);
        }
    }

    @Test
    void nothingIsListedThatNobodyAnswers() throws Exception {
        Set<String> known = new HashSet<>();
        problems("framework", "com.mypay.framework.problem.CommonProblem")
                .forEach(problem -> known.add(problem.code()));
        for (String service : RunningInstallation.SERVICES) {
            problemsOf(service).forEach(problem -> known.add(problem.code()));
        }
        problemsOf("logs").forEach(problem -> known.add(problem.code()));
        Set<String> states = Set.of("IN_DOUBT");
        for (Operation operation : operations()) {
            operation.responses().forEach((status, response) -> {
                if (!status.startsWith("2")) {
                    assertThat(codesIn(response.asJsonObject().getString("description")))
                            .as("%s %s", operation, status)
                            .isSubsetOf(Stream.concat(known.stream(), states.stream())
                                    .collect(Collectors.toSet()));
                }
            });
        }
    }

    @Test
    void theDocumentCanBeReadByPeople() {
        assertThat(mypay.client().get("/openapi/ui/").is(200).contentType()).startsWith("text/html");
    }

    @Test
    void metricsTellOfCallsQueuesJobsAndMoney() {
        Member member = mypay.people().aMember().withMoney(50_000).signedUp();
        Member franchise = mypay.people().aFranchise().withAccount().signedUp();
        long paidBefore = sum(metric("mypay_payment_approved_won"));
        mypay.people().pay(member.id(), franchise.id(), 30_000).is(201);
        assertThat(sum(metric("mypay_payment_approved_won")) - paidBefore).isEqualTo(30_000);
        assertThat(metric("mypay_payment_pay_seconds_count")).isNotEmpty();
        assertThat(metric("REST_request_seconds_count")).isNotEmpty();
        assertThat(sum(metric("mypay_banking_moved_won"))).isGreaterThanOrEqualTo(50_000);
        for (String queue : List.of("mypay_messages_unsent", "mypay_messages_queued", "mypay_messages_dead")) {
            assertThat(metric(queue)).as(queue).hasSizeGreaterThanOrEqualTo(RunningInstallation.SERVICES.size());
        }

        new TradingDay(mypay, java.time.LocalDate.of(2018, 5, 4), List.of(member))
                .sells(List.of(franchise), 2, 3_000)
                .closes();
        long settledBefore = sum(metric("mypay_settlement_payouts_won"));
        mypay.command("settle", "--date", "2018-05-04").exits(0);
        assertThat(sum(metric("mypay_settlement_payouts_won"))).isGreaterThan(settledBefore);
        assertThat(metric("mypay_batch_jobs_ended_total")).isNotEmpty();
    }

    private List<String> metric(String name) {
        Answer metrics =
                mypay.client().with("Accept", "text/plain").get("/metrics").is(200);
        return metrics.text()
                .lines()
                .filter(line -> line.matches(name + "(_total)?(\\{.*)? .*"))
                .toList();
    }

    private static long sum(List<String> lines) {
        return lines.stream()
                .mapToLong(line -> Math.round(Double.parseDouble(line.substring(line.lastIndexOf(' ')))))
                .sum();
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.getJsonObject("paths")
                .forEach((path, item) -> item.asJsonObject().forEach((method, json) -> {
                    if (METHODS.contains(method)) {
                        operations.add(new Operation(path, method, json.asJsonObject()));
                    }
                }));
        return operations;
    }

    private static JsonObject properties(JsonObject schema) {
        return schema.getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
    }

    /** The schema's name, or the whole of it where it has none; empty if there is none. */
    private static String schemaOf(JsonObject content, String mediaType) {
        if (!content.containsKey(mediaType) || !content.getJsonObject(mediaType).containsKey("schema")) {
            return "";
        }
        JsonObject schema = content.getJsonObject(mediaType).getJsonObject("schema");
        return schema.getString("$ref", schema.isEmpty() ? "" : schema.toString());
    }

    private static Set<String> codesIn(String description) {
        Set<String> codes = new TreeSet<>();
        Matcher matcher = CODE.matcher(description);
        while (matcher.find()) {
            codes.add(matcher.group());
        }
        return codes;
    }

    /** @param status that goes with its kind */
    private record Problem(String code, int status) {}

    private static List<Problem> problemsOf(String service) throws Exception {
        String name = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
        return problems(service, "com.mypay." + service + ".application." + name + "Problem");
    }

    private static List<Problem> problems(String module, String className) throws Exception {
        try (URLClassLoader classes = new URLClassLoader(new URL[] {classesOf(module), classesOf("framework")})) {
            List<Problem> problems = new ArrayList<>();
            for (Object constant : classes.loadClass(className).getEnumConstants()) {
                Object kind = call(constant, "kind");
                problems.add(new Problem(((Enum<?>) constant).name(), (int) call(kind, "httpStatus")));
            }
            return problems;
        }
    }

    private static Object call(Object target, String name) throws ReflectiveOperationException {
        Method method = target.getClass().getMethod(name);
        return method.invoke(target);
    }

    private static URL classesOf(String module) throws MalformedURLException {
        Path classes = Command.root().resolve("modules").resolve(module).resolve("target/classes");
        assertThat(Files.isDirectory(classes)).as(classes.toString()).isTrue();
        return classes.toUri().toURL();
    }
}
