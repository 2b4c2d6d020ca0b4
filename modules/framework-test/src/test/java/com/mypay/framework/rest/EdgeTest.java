package com.mypay.framework.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.StaffDirectory;
import com.mypay.framework.context.StaffDirectory.Standing;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.value.PageRequest;
import com.mypay.frameworktest.fake.CountingIds;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every request passes on its way in and out, on the server's own JAX-RS. */
class EdgeTest {
    private static final String GUID = "0123456789abcdef0123456789abcdef";

    private final SynchronousDispatcher dispatcher = (SynchronousDispatcher) MockDispatcherFactory.createDispatcher();
    private Supplier<Object> answer = () -> CallContext.current().caller();
    private Function<String, Optional<Standing>> staff = login -> Optional.empty();

    /** A body with each kind of field. */
    public record Body(
            long amountWon,
            @Nullable Integer basisPoints,
            @Nullable String name,
            @Nullable LocalDate day) {}

    /** What the resource has read. */
    public record Read(@Nullable String text) {}

    /** An operation of each area. */
    @Path("/")
    @Produces(MediaType.APPLICATION_JSON)
    @Consumes(MediaType.APPLICATION_JSON)
    public final class Resource {

        @GET
        @Path("adm/v1/find/secret")
        public Read secret() {
            return read(answer.get());
        }

        @GET
        @Path("com/v1/find/thing")
        public Read thing(@QueryParam("day") @Nullable LocalDate day, @QueryParam("cursor") @Nullable String cursor) {
            PageRequest page = CommandHeaders.page(cursor, 1);
            return read(day == null ? page.after() + answer.get() : day);
        }

        @POST
        @Path("com/v1/make/thing")
        public Read make(@HeaderParam(CommandHeaders.IDEMPOTENCY_KEY) @Nullable String key, Body body) {
            return read(CommandHeaders.requestId(key) + " " + body);
        }

        @POST
        @Path("adm/v1/approve/thing")
        public Read approve() {
            return read(CommandHeaders.staff("approver"));
        }

        private Read read(Object value) {
            return new Read(String.valueOf(value));
        }
    }

    @BeforeEach
    void deploy() {
        dispatcher.getProviderFactory().register(filter());
        dispatcher.getProviderFactory().register(new ExchangeFilter());
        dispatcher.getProviderFactory().register(new PlainBodies());
        dispatcher.getProviderFactory().register(new JsonMapper());
        dispatcher.getProviderFactory().register(new DayParameters());
        dispatcher.getProviderFactory().register(new ProblemMapper());
        dispatcher.getRegistry().addSingletonResource(new Resource());
    }

    /** As the server injects it. */
    private CallContextFilter filter() {
        CallContextFilter filter = new CallContextFilter();
        inject(filter, "ids", new CountingIds());
        StaffDirectory directory = login -> staff.apply(login);
        inject(filter, "staffDirectory", directory);
        return filter;
    }

    private static void inject(CallContextFilter filter, String name, Object value) {
        try {
            Field field = CallContextFilter.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(filter, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void nobodyLeavesItsContextBehind() {
        assertThat(CallContext.currentOrNull()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/adm/v1/find/secret",
                "/adm;a=b/v1/find/secret",
                "/adm;/v1/find/secret",
                "//adm/v1/find/secret",
                "/%61dm/v1/find/secret",
                "/;a/adm/v1/find/secret"
            })
    void theStaffsAreaIsClosedToOthersHoweverItIsWritten(String path) {
        answer = () -> "the secret";
        for (String caller : new String[] {"", "member/1001", "franchise/1002", "anonymous/"}) {
            MockHttpResponse response = get(path, "MyPay-Caller", caller);
            assertThat(text(response)).as(caller).doesNotContain("the secret");
            assertThat(response.getStatus()).isIn(403, 404);
        }
        assertProblem(get("/adm/v1/find/secret"), 403, "NOT_PERMITTED");
        assertThat(text(get("/adm/v1/find/secret", "MyPay-Caller", "staff/kim")))
                .contains("the secret");
        assertThat(text(get("/adm/v1/find/secret", "MyPay-Caller", "service/batch")))
                .contains("the secret");
    }

    @Test
    void aRoleBelongsToStaffOnly() {
        assertThat(post("/adm/v1/approve/thing", "", "MyPay-Caller", "staff/lee", "MyPay-Roles", "operator, approver")
                        .getStatus())
                .isEqualTo(200);
        assertProblem(post("/adm/v1/approve/thing", "", "MyPay-Caller", "staff/lee"), 403, "NOT_PERMITTED");
        assertProblem(
                post("/adm/v1/approve/thing", "", "MyPay-Caller", "service/lee", "MyPay-Roles", "approver"),
                403,
                "NOT_PERMITTED");
    }

    @Test
    void staffHasOfItsRolesThoseThatMembershipHasGivenIt() {
        staff = login -> login.equals("lee")
                ? Optional.of(new Standing(true, Set.of("operator", "approver")))
                : Optional.empty();
        assertThat(approveAs("staff/lee", "approver").getStatus()).isEqualTo(200);
        assertProblem(approveAs("staff/lee", "operator"), 403, "NOT_PERMITTED");
        assertThat(approveAs("staff/unknown", "approver").getStatus()).isEqualTo(200);

        answer = () -> CallContext.current().caller().roles();
        staff = login -> Optional.of(new Standing(true, Set.of("operator")));
        assertProblem(approveAs("staff/lee", "approver"), 403, "NOT_PERMITTED");
        assertThat(text(get("/adm/v1/find/secret", "MyPay-Caller", "staff/lee", "MyPay-Roles", "operator,approver")))
                .isEqualTo("{\"text\":\"[operator]\"}");
    }

    @Test
    void staffThatHasLeftMayDoNothingAnywhere() {
        staff = login -> Optional.of(new Standing(false, Set.of("approver")));

        assertProblem(approveAs("staff/lee", "approver"), 403, "NOT_PERMITTED");
        assertProblem(get("/adm/v1/find/secret", "MyPay-Caller", "staff/lee"), 403, "NOT_PERMITTED");
        assertProblem(get("/com/v1/find/thing", "MyPay-Caller", "staff/lee"), 403, "NOT_PERMITTED");
        assertThat(get("/com/v1/find/thing", "MyPay-Caller", "member/1001").getStatus())
                .isEqualTo(200);
    }

    @Test
    void whileMembershipDoesNotAnswerStaffCanDoNothing() {
        staff = login -> {
            throw new UnavailableException("membership did not answer");
        };

        assertProblem(approveAs("staff/lee", "approver"), 503, "UNAVAILABLE");
        assertThat(get("/com/v1/find/thing", "MyPay-Caller", "service/money").getStatus())
                .isEqualTo(200);
    }

    private MockHttpResponse approveAs(String caller, String roles) {
        return post("/adm/v1/approve/thing", "", "MyPay-Caller", caller, "MyPay-Roles", roles);
    }

    @ParameterizedTest
    @ValueSource(strings = {"king/1", "member/0", "member/1,member/2", "anonymous/somebody", "staff/a b", "member"})
    void aMalformedCallerIsRefused(String caller) {
        assertProblem(get("/com/v1/find/thing", "MyPay-Caller", caller), 400, "CALLER_INVALID");
    }

    @Test
    void onlyTrustedCallersBringTheirGuid() {
        assertThat(guidOf(get("/com/v1/find/thing", "MyPay-Guid", GUID, "MyPay-Caller", "service/money")))
                .isEqualTo(GUID);
        assertThat(guidOf(get("/com/v1/find/thing", "MyPay-Guid", GUID, "MyPay-Caller", "member/1001")))
                .isNotEqualTo(GUID)
                .hasSize(32);
        assertThat(guidOf(get("/com/v1/find/thing", "MyPay-Guid", "0".repeat(32), "MyPay-Caller", "service/money")))
                .isNotEqualTo("0".repeat(32))
                .hasSize(32);
    }

    @Test
    void theHopGrowsAndALoopEnds() {
        answer = () -> CallContext.current().hop();
        assertThat(text(get("/com/v1/find/thing", "MyPay-Hop", "3", "MyPay-Caller", "service/money")))
                .contains("\"4\"");
        assertThat(text(get("/com/v1/find/thing", "MyPay-Hop", "3"))).contains("\"0\"");
        assertThat(text(get("/com/v1/find/thing", "MyPay-Hop", "-1", "MyPay-Caller", "service/money")))
                .contains("\"0\"");
        assertProblem(
                get("/com/v1/find/thing", "MyPay-Hop", "64", "MyPay-Caller", "service/money"), 400, "TOO_MANY_HOPS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amountWon\":3.7}",
                "{\"amountWon\":1e3}",
                "{\"amountWon\":18446744073709581616}",
                "{\"amountWon\":1e999999999}",
                "{\"basisPoints\":2.5}",
                "{\"name\":\"x\",\"deep\":[{\"amountWon\":0.1}]}"
            })
    void aNumberThatIsNoWholeOneIsRefusedAndNotCut(String body) {
        assertProblem(post("/com/v1/make/thing", body, "Idempotency-Key", "r1"), 400, "FIELD_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":\"a\\nb\"}", "{\"name\":\"a\\u0085b\"}", "{\"deep\":[{\"name\":\"\\u0000\"}]}"})
    void aTextOfMoreThanOneLineIsRefused(String body) {
        assertProblem(post("/com/v1/make/thing", body, "Idempotency-Key", "r1"), 400, "FIELD_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12026-01-01", "+999999999-12-31", "1899-12-31", "2026-02-30", "soon"})
    void aDayThatTheDatabasesDoNotKnowIsRefused(String day) {
        String body = "{\"day\":\"" + day + "\"}";
        assertProblem(post("/com/v1/make/thing", body, "Idempotency-Key", "r1"), 400, "BODY_UNREADABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "not json", "[1]", "\"text\"", "{\"amountWon\":}", "{\"amountWon\":[]}"})
    void whatIsNotItsJsonIsRefused(String body) {
        assertProblem(post("/com/v1/make/thing", body, "Idempotency-Key", "r1"), 400, "BODY_UNREADABLE");
    }

    @Test
    void aBodyWithoutEndOrBottomIsRefused() {
        String huge = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";
        assertProblem(post("/com/v1/make/thing", huge, "Idempotency-Key", "r1"), 400, "BODY_UNREADABLE");
        String deep = "[".repeat(100_000);
        assertProblem(post("/com/v1/make/thing", deep, "Idempotency-Key", "r1"), 400, "BODY_UNREADABLE");
    }

    @Test
    void aBodyIsReadAsItIs() {
        String body = "{\"amountWon\":-30000,\"basisPoints\":250,\"name\":\"후라이드 3.7\",\"day\":\"2026-03-02\"}";
        assertThat(text(post("/com/v1/make/thing", body, "Idempotency-Key", "r1")))
                .contains("r1 Body[amountWon=-30000, basisPoints=250, name=후라이드 3.7, day=2026-03-02]");
    }

    @Test
    void aCommandNeedsARequestId() {
        assertProblem(post("/com/v1/make/thing", "{}"), 400, "REQUEST_ID_INVALID");
        assertProblem(post("/com/v1/make/thing", "{}", "Idempotency-Key", "a b"), 400, "REQUEST_ID_INVALID");
    }

    @Test
    void aMalformedParameterIsRefused() {
        assertProblem(get("/com/v1/find/thing?day=2026-02-30"), 400, "FIELD_INVALID");
        assertProblem(get("/com/v1/find/thing?cursor=%25%25"), 400, "CURSOR_INVALID");
        assertProblem(get("/com/v1/find/thing?cursor=" + "a".repeat(401)), 400, "CURSOR_INVALID");
        assertThat(text(get("/com/v1/find/thing?day=2026-03-02"))).contains("2026-03-02");
    }

    @Test
    void whatDoesNotExistIsSaidAsAProblemToo() {
        assertProblem(get("/com/v1/find/nothing"), 404, "NO_SUCH_OPERATION");
        assertProblem(get("/com/v1/make/thing"), 405, "NOT_SUPPORTED");
    }

    @Test
    void eachKindOfFailureHasItsStatus() {
        answer = () -> {
            throw new UnavailableException("money can't be reached");
        };
        assertProblem(get("/com/v1/find/thing"), 503, "UNAVAILABLE");
        answer = () -> {
            throw new UnknownOutcomeException("money is silent", "/payment/com/v1/find/payment?paymentId=1", null);
        };
        MockHttpResponse unknown = get("/com/v1/find/thing");
        assertProblem(unknown, 504, "OUTCOME_UNKNOWN");
        assertThat(text(unknown)).contains("/payment/com/v1/find/payment?paymentId=1");
        answer = () -> {
            throw new RejectedException(CommonProblem.NO_SUCH_DEAD_LETTER, "message m1");
        };
        assertProblem(get("/com/v1/find/thing"), 404, "NO_SUCH_DEAD_LETTER");
        answer = () -> {
            throw new IllegalStateException("the account 110-123-456789 is broken");
        };
        MockHttpResponse bug = get("/com/v1/find/thing");
        assertProblem(bug, 500, "INTERNAL_ERROR");
        assertThat(text(bug)).doesNotContain("110-123-456789");
    }

    @Test
    void aProblemSpeaksTheCallersLanguage() {
        assertThat(text(get("/com/v1/find/nothing", "Accept-Language", "ko-KR,en;q=0.5")))
                .contains("존재하지 않는 기능입니다.");
        assertThat(text(get("/com/v1/find/nothing", "Accept-Language", "fr"))).contains("There is no such operation.");
    }

    private void assertProblem(MockHttpResponse response, int status, String code) {
        assertThat(response.getStatus()).as(text(response)).isEqualTo(status);
        assertThat(text(response)).contains("\"code\":\"" + code + "\"", "\"guid\":\"" + guidOf(response) + "\"");
        assertThat(guidOf(response)).hasSize(32);
    }

    private static String guidOf(MockHttpResponse response) {
        return String.valueOf(response.getOutputHeaders().getFirst("MyPay-Guid"));
    }

    private static String text(MockHttpResponse response) {
        return new String(response.getOutput(), StandardCharsets.UTF_8);
    }

    private MockHttpResponse get(String path, String... headers) {
        return send(request("GET", path), headers);
    }

    private MockHttpResponse post(String path, String body, String... headers) {
        return send(
                request("POST", path)
                        .contentType(MediaType.APPLICATION_JSON_TYPE)
                        .content(body.getBytes(StandardCharsets.UTF_8)),
                headers);
    }

    private static MockHttpRequest request(String method, String path) {
        try {
            return MockHttpRequest.create(method, path);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    private MockHttpResponse send(MockHttpRequest request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        MockHttpResponse response = new MockHttpResponse();
        dispatcher.invoke(request, response);
        return response;
    }
}
