package com.mypay.framework.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.GuidFormats;
import com.mypay.framework.context.StaffDirectory;
import com.mypay.framework.edge.BranchCalls;
import com.mypay.framework.edge.EdgeChain;
import com.mypay.framework.edge.EdgeFilter;
import com.mypay.framework.edge.Exchange;
import com.mypay.framework.guidformat.Bank34;
import com.mypay.framework.log.ImageLog;
import com.mypay.framework.log.LogKind;
import com.mypay.framework.value.UuidV7;
import com.mypay.frameworktest.fake.FakeConfig;
import com.mypay.frameworktest.fake.FakeTransactions;
import com.mypay.frameworktest.fake.RecordedLogs;
import jakarta.servlet.ServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the logs have of a REST call, and what an installation's own steps can do around it. */
class EdgeLogTest {
    private static final String GUID = "0123456789abcdef0123456789abcdef";

    @RegisterExtension
    final RecordedLogs logs = RecordedLogs.within(new FakeTransactions());

    /** What the log would have had of a server that had died in the middle of a call. */
    private final List<RecordedLogs.Line> open = new ArrayList<>();

    private final SynchronousDispatcher dispatcher = (SynchronousDispatcher) MockDispatcherFactory.createDispatcher();

    /** A body with somebody's data in it. */
    public record Body(String holderName, @Nullable String accountNumber) {}

    /** Nobody can write it. */
    public static final class Broken {
        public String getText() {
            return Optional.<String>empty().orElseThrow(() -> new IllegalStateException("no text"));
        }
    }

    /** Says again what it was told. */
    @Path("com/v1")
    @Produces(MediaType.APPLICATION_JSON)
    @Consumes(MediaType.APPLICATION_JSON)
    public final class Resource {
        @POST
        @Path("tell/thing")
        public Body tell(Body body) {
            open.addAll(logs.open());
            return body;
        }

        @POST
        @Path("tell/nothing")
        public Broken broken() {
            return new Broken();
        }

        @GET
        @Path("do/nothing")
        public void nothing() {
            open.addAll(logs.open());
        }

        @GET
        @Path("do/harm")
        public Body harm() {
            return Optional.<Body>empty()
                    .orElseThrow(() -> new IllegalStateException("the account 110-123-456789 of '홍길동' is broken"));
        }
    }

    @BeforeEach
    void deploy() throws ReflectiveOperationException {
        CallContextFilter filter = new CallContextFilter();
        inject(filter, "ids", new UuidV7(Clock.systemUTC()));
        StaffDirectory nobody = login -> Optional.empty();
        inject(filter, "staffDirectory", nobody);
        dispatcher.getProviderFactory().register(filter);
        dispatcher.getProviderFactory().register(new ExchangeFilter());
        dispatcher.getProviderFactory().register(new PlainBodies());
        dispatcher.getProviderFactory().register(new ProblemMapper());
        dispatcher.getRegistry().addSingletonResource(new Resource());
        EdgeChain.use(new EdgeChain(List.of(new ImageLog())));
    }

    private static void inject(CallContextFilter filter, String name, Object value)
            throws ReflectiveOperationException {
        Field field = CallContextFilter.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(filter, value);
    }

    @AfterEach
    void forget() {
        GuidFormats.use(GuidFormats.none());
        EdgeChain.use(new EdgeChain(List.of()));
    }

    private MockHttpResponse send(String method, String path, String body, String... headers)
            throws URISyntaxException {
        MockHttpRequest request = MockHttpRequest.create(method, path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (!body.isEmpty()) {
            request.contentType(MediaType.APPLICATION_JSON_TYPE).content(body.getBytes(StandardCharsets.UTF_8));
        }
        MockHttpResponse response = new MockHttpResponse();
        dispatcher.invoke(request, response);
        return response;
    }

    private String image() {
        assertThat(logs.of(LogKind.IMAGE)).hasSize(1);
        return logs.of(LogKind.IMAGE).get(0);
    }

    @Test
    void aCallIsOneLineWithBothBodiesMasked() throws URISyntaxException {
        String body = "{\"holderName\":\"홍길동\",\"accountNumber\":\"110123456789\"}";
        MockHttpResponse response = send(
                "POST",
                "/com/v1/tell/thing?accountNumber=110123456789",
                body,
                "MyPay-Caller",
                "member/1001",
                "Authorization",
                "Bearer abcdef");
        assertThat(new String(response.getOutput(), StandardCharsets.UTF_8)).contains("홍길동", "110123456789");
        assertThat(image())
                .contains(
                        "\"direction\":\"IN\"", "\"edge\":\"REST\"", "\"caller\":\"member/1001\"", "\"status\":\"200\"")
                .contains("\"operation\":\"tell/thing\"", "\"memberId\":1001", "\"cut\":false")
                .contains("\"requestBytes\":" + body.getBytes(StandardCharsets.UTF_8).length)
                .contains("\\\"accountNumber\\\":\\\"********6789\\\"", ":query\":\"accountNumber=********6789")
                .doesNotContain("홍길동", "110123456789", "abcdef\"");
    }

    @Test
    void aGuidOfAnotherFormOrOfSomebodyElseIsReplacedAndBothAreKept() throws URISyntaxException {
        send("GET", "/com/v1/do/nothing", "", "MyPay-Caller", "member/1001", "MyPay-Guid", GUID);
        assertThat(image()).contains("\"sentGuid\":\"" + GUID + "\"").doesNotContain("\"guid\":\"" + GUID);
    }

    @Test
    void aTrustedGuidIsTakenOver() throws URISyntaxException {
        send("GET", "/com/v1/do/nothing", "", "MyPay-Caller", "service/money", "MyPay-Guid", GUID);
        assertThat(image())
                .contains("\"guid\":\"" + GUID + "\"", "\"status\":\"204\"")
                .doesNotContain("sentGuid");
    }

    @Test
    void aGuidThatForgesALineIsKeptHarmless() throws URISyntaxException {
        send("GET", "/com/v1/do/nothing", "", "MyPay-Caller", "service/money", "MyPay-Guid", "a\n{\"b\":\"c");
        assertThat(image()).contains("\"sentGuid\":\"a\\n{\\\"b\\\":\\\"c\"").doesNotContain("\n");
    }

    @Test
    void aCallerOfNoFormHasItsGuidKeptToo() throws URISyntaxException {
        send("GET", "/com/v1/do/nothing", "", "MyPay-Caller", "king/1", "MyPay-Guid", GUID);
        assertThat(image()).contains("\"status\":\"400\"", "\"sentGuid\":\"" + GUID + "\"");
    }

    /** Where an installation has chosen the 34 characters of its bank. */
    private static void chooseBanksFormat() {
        Config config = FakeConfig.of(Map.of(
                "mypay.guid.format", "bank-34",
                "mypay.guid.header", "X-Bank-Guid",
                "mypay.guid.system", "MYPAY01"));
        GuidFormats.use(GuidFormats.of(config, List.of(new Bank34()), "money"));
    }

    @Test
    void aTrustedCallersOwnFormIsTakenOverWithItsHopAndAnsweredWith() throws URISyntaxException {
        chooseBanksFormat();
        String text = "20260302110000123CHANNEL1000004207";
        String guid = new Bank34().read(text).orElseThrow().guid().value();
        MockHttpResponse response =
                send("GET", "/com/v1/do/nothing", "", "MyPay-Caller", "service/channel", "X-Bank-Guid", text);
        assertThat(response.getOutputHeaders().getFirst("X-Bank-Guid")).isEqualTo("20260302110000123CHANNEL1000004208");
        assertThat(response.getOutputHeaders().getFirst("MyPay-Guid")).isEqualTo(guid);
        assertThat(image()).contains("\"guid\":\"" + guid + "\"", "\"hop\":8").doesNotContain("sentGuid");
    }

    @Test
    void whatAnotherServiceSendsComesBeforeTheCustomersForm() throws URISyntaxException {
        chooseBanksFormat();
        String text = "20260302110000123CHANNEL1000004207";
        send(
                "GET",
                "/com/v1/do/nothing",
                "",
                "MyPay-Caller",
                "service/payment",
                "MyPay-Guid",
                GUID,
                "X-Bank-Guid",
                text);
        assertThat(image()).contains("\"guid\":\"" + GUID + "\"").doesNotContain("sentGuid");
    }

    @ParameterizedTest
    @CsvSource({
        "member/1001,20260302110000123CHANNEL1000004207",
        "service/channel,20261302110000123CHANNEL1000004207",
        "service/channel,forged"
    })
    void aTextOfAnotherFormOrOfSomebodyElseIsReplacedAndBothAreKept(String caller, String text)
            throws URISyntaxException {
        chooseBanksFormat();
        MockHttpResponse response = send("GET", "/com/v1/do/nothing", "", "MyPay-Caller", caller, "X-Bank-Guid", text);
        String issued = String.valueOf(response.getOutputHeaders().getFirst("X-Bank-Guid"));
        assertThat(issued).hasSize(34).contains("MYPAY013").isNotEqualTo(text);
        assertThat(image())
                .contains("\"sentGuid\":\"" + text + "\"")
                .contains(
                        "\"guid\":\"" + new Bank34().read(issued).orElseThrow().guid() + "\"");
    }

    /** Whatever comes is one line: of what isn't JSON, or longer than the limit, its hash and its length. */
    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyOfWhateverKindForgesNoLine(byte[] body, boolean shown) throws Exception {
        MockHttpRequest request = MockHttpRequest.create("POST", "/com/v1/tell/thing")
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .content(body);
        MockHttpResponse response = new MockHttpResponse();
        dispatcher.invoke(request, response);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        assertThat(image())
                .contains("\"requestBytes\":" + body.length + ",", "\"requestHash\":\"" + hash + "\"")
                .contains("\"cut\":" + !shown)
                .hasSizeLessThan(6_000)
                .doesNotContain("CANARY", "\u0085", "\u2028")
                .matches("[^\\p{Cc}]*");
    }

    static List<Arguments> bodies() {
        String forged = "\r\n{\"kind\":\"BUSINESS\",\"event\":\"CANARY\"}";
        byte[] binary = new byte[4_096];
        for (int i = 0; i < binary.length; i++) {
            binary[i] = (byte) i;
        }
        return List.of(
                Arguments.of("{\"holderName\":\"CANARY이름\",\r\n\t\"x\":1}".getBytes(StandardCharsets.UTF_8), true),
                Arguments.of(binary, false),
                Arguments.of(("{\"holderName\":\"a" + forged).getBytes(StandardCharsets.UTF_8), false),
                Arguments.of(("{\"accountNumber\":\"1\"}" + forged).getBytes(StandardCharsets.UTF_8), false),
                Arguments.of("\u0000\u001b[2J\u2028\u0085CANARY".getBytes(StandardCharsets.UTF_8), false),
                Arguments.of(("[\"" + "한".repeat(300_000) + "\"]").getBytes(StandardCharsets.UTF_8), false),
                Arguments.of("[".repeat(100_000).getBytes(StandardCharsets.UTF_8), false));
    }

    @Test
    void aCommandIsInTheLogBeforeItBegins() throws URISyntaxException {
        send(
                "POST",
                "/com/v1/tell/thing?accountNumber=110123456789",
                "{\"holderName\":\"홍길동\"}",
                "MyPay-Caller",
                "service/money",
                "MyPay-Guid",
                GUID);
        assertThat(open)
                .singleElement()
                .satisfies(line -> assertThat(line.body())
                        .contains("\"guid\":\"" + GUID, "\"status\":\"NO_ANSWER\"", "\"operation\":\"tell/thing\"")
                        .doesNotContain("110123456789", "홍길동"));
        assertThat(image()).contains("\"status\":\"200\"");
        assertThat(logs.open()).isEmpty();
    }

    @Test
    void aQuestionIsInTheLogOnceItIsAnswered() throws URISyntaxException {
        send("GET", "/com/v1/do/nothing", "");
        assertThat(open).isEmpty();
        assertThat(image()).contains("\"status\":\"204\"");
    }

    @Test
    void anAnswerThatCannotBeWrittenIsOneLineWithTheProblemThatReplacesIt() throws URISyntaxException {
        assertThat(send("POST", "/com/v1/tell/nothing", "{}").getStatus()).isBetween(400, 599);
        assertThat(image()).doesNotContain("\"status\":\"200\"");
        assertThat(logs.open()).isEmpty();
    }

    @Test
    void aCallerThatHasGoneAwayHasALineToo() throws Exception {
        MockHttpRequest request = MockHttpRequest.create("POST", "/com/v1/tell/thing")
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .content("{\"holderName\":\"x\"}".getBytes(StandardCharsets.UTF_8));
        MockHttpResponse gone = new MockHttpResponse();
        gone.setOutputStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("nobody reads");
            }
        });
        try {
            dispatcher.invoke(request, gone);
        } catch (RuntimeException e) {
            assertThat(e).hasStackTraceContaining("nobody reads");
        }
        ServletRequest served = (ServletRequest) Proxy.newProxyInstance(
                ServletRequest.class.getClassLoader(),
                new Class<?>[] {ServletRequest.class},
                (proxy, method, arguments) -> request.getAttribute(String.valueOf(arguments[0])));
        new ExchangeNet().end(served);
        new ExchangeNet().end(served);
        assertThat(image()).contains("\"operation\":\"tell/thing\"");
        assertThat(logs.open()).isEmpty();
    }

    @Test
    void aRefusedCallerHasALineToo() throws URISyntaxException {
        send("GET", "/adm/v1/find/secret", "");
        assertThat(image()).contains("\"status\":\"403\"");
        assertThat(logs.of(LogKind.ERROR))
                .singleElement()
                .asString()
                .contains("\"code\":\"NOT_PERMITTED\"", "\"problemKind\":\"FORBIDDEN\"")
                .doesNotContain("\"stack\"");
    }

    @Test
    void aPathThatNobodyKnowsIsNotRepeated() throws URISyntaxException {
        send("GET", "/com/v1/find/110123456789", "");
        assertThat(image()).contains("\"operation\":\"unknown\"").doesNotContain("110123456789");
    }

    @Test
    void aBugHasAStackAndAFingerprintAndNoValues() throws URISyntaxException {
        send("GET", "/com/v1/do/harm", "");
        assertThat(logs.of(LogKind.ERROR))
                .singleElement()
                .asString()
                .contains("INTERNAL_ERROR", "IllegalStateException", "fingerprint", "EdgeLogTest")
                .doesNotContain("110-123-456789", "홍길동");
    }

    /** As an installation writes it: what it does after the call fails. */
    private static final class Failing implements EdgeFilter {
        private final List<String> seen = new ArrayList<>();

        @Override
        public void after(Exchange exchange) {
            seen.add(exchange.status());
            throw new IllegalStateException("harms nobody");
        }
    }

    @Test
    void anOwnStepMayRefuseAndSeesHowItEnded() throws URISyntaxException {
        Failing own = new Failing();
        EdgeChain.use(new EdgeChain(List.of(new ImageLog(), own, new BranchCalls())));
        assertThat(send("GET", "/com/v1/do/nothing", "").getStatus()).isEqualTo(403);
        assertThat(send("GET", "/com/v1/do/nothing", "", "X-Branch", "7").getStatus())
                .isEqualTo(204);
        assertThat(send("GET", "/com/v1/do/nothing", "", "MyPay-Caller", "service/money")
                        .getStatus())
                .isEqualTo(204);
        assertThat(own.seen).containsExactly("403", "204", "204");
        assertThat(logs.of(LogKind.IMAGE)).hasSize(3);
    }
}
