package com.mypay.framework.rest;

import com.mypay.framework.config.ServiceName;
import com.mypay.framework.problem.CommonProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * Says in a service's OpenAPI document what holds for all its operations, so that each resource has only to say what is
 * its own: the problems that every operation, and every command, may answer; that all of them look alike; what a request id and a cursor are; an operation's id. Named by {@code mp.openapi.filter} in each
 * WAR.
 */
public class CommonDescription implements OASFilter {

    private static final String PROBLEM_MEDIA_TYPE = "application/problem+json";
    private static final String PROBLEM_SCHEMA = "#/components/schemas/Problem";
    private static final Map<String, String> PARAMETERS = Map.of(
            CommandHeaders.IDEMPOTENCY_KEY,
            "The request id: 1 to 64 letters, digits and . _ : -; the same id is the same command, with one effect",
            "cursor",
            "nextCursor of the page before; missing: the first page",
            "limit",
            "Rows on a page: 1 to 1000, 50 if missing");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        String service = new ServiceName().name();
        Map<String, ?> schemas = document.getComponents() == null
                ? Map.of()
                : document.getComponents().getSchemas();
        boolean knowsProblems = schemas != null && schemas.containsKey("Problem");
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .values()
                        .forEach(operation -> complete(operation, service, path, knowsProblems)));
    }

    private static void complete(Operation operation, String service, String path, boolean knowsProblems) {
        if (operation.getOperationId() == null) {
            operation.setOperationId(idOf(service, path));
        }
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        parameters.forEach(CommonDescription::describe);
        boolean isCommand =
                parameters.stream().anyMatch(parameter -> CommandHeaders.IDEMPOTENCY_KEY.equals(parameter.getName()));
        APIResponses responses =
                Optional.ofNullable(operation.getResponses()).orElseGet(OASFactory::createAPIResponses);
        operation.setResponses(responses);
        List<CommonProblem> malformed =
                new ArrayList<>(List.of(CommonProblem.CALLER_INVALID, CommonProblem.TOO_MANY_HOPS));
        if (operation.getRequestBody() != null) {
            malformed.addAll(List.of(CommonProblem.BODY_UNREADABLE, CommonProblem.FIELD_INVALID));
        }
        if (isCommand) {
            malformed.add(CommonProblem.REQUEST_ID_INVALID);
            add(responses, List.of(CommonProblem.REQUEST_RUNNING));
            add(responses, List.of(CommonProblem.REQUEST_ID_REUSED));
        }
        add(responses, malformed);
        // Also where everybody may ask: staff that has left may not
        add(responses, List.of(CommonProblem.NOT_PERMITTED));
        add(responses, List.of(CommonProblem.INTERNAL_ERROR));
        add(responses, List.of(CommonProblem.UNAVAILABLE));
        if (knowsProblems) {
            responses.getAPIResponses().forEach(CommonDescription::asProblem);
        }
    }

    /** {@code /com/v1/pay/my-money} of payment is {@code paymentPayMyMoney}. */
    private static String idOf(String service, String path) {
        String[] parts = path.split("/");
        return service
                + Stream.of(parts)
                        .skip(Math.max(0, parts.length - 2))
                        .flatMap(part -> Stream.of(part.split("-")))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    private static void describe(Parameter parameter) {
        @Nullable String description = PARAMETERS.get(parameter.getName());
        if (parameter.getDescription() == null && description != null) {
            parameter.setDescription(description);
        }
        if (CommandHeaders.IDEMPOTENCY_KEY.equals(parameter.getName())) {
            parameter.setRequired(true);
        }
    }

    /**
     * The codes stand in the description; those that the resource has not named itself come first.
     *
     * @param problems of one kind
     */
    private static void add(APIResponses responses, List<CommonProblem> problems) {
        String key = Integer.toString(problems.get(0).kind().httpStatus());
        List<String> codes = problems.stream().map(CommonProblem::name).toList();
        @Nullable APIResponse response = responses.getAPIResponse(key);
        if (response == null) {
            responses.addAPIResponse(key, OASFactory.createAPIResponse().description(String.join(", ", codes)));
            return;
        }
        String said = response.getDescription() == null ? "" : response.getDescription();
        List<String> all = new ArrayList<>(
                codes.stream().filter(code -> !said.contains(code)).toList());
        all.add(said);
        response.setDescription(all.stream().filter(text -> !text.isBlank()).collect(Collectors.joining(", ")));
    }

    private static void asProblem(String status, APIResponse response) {
        if (status.matches("[45][0-9][0-9]")) {
            MediaType problem = OASFactory.createMediaType()
                    .schema(OASFactory.createSchema().ref(PROBLEM_SCHEMA));
            Content content = OASFactory.createContent().addMediaType(PROBLEM_MEDIA_TYPE, problem);
            response.setContent(content);
        }
    }
}
