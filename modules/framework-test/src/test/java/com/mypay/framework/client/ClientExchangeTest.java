package com.mypay.framework.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.context.GuidFormats;
import com.mypay.framework.edge.EdgeChain;
import com.mypay.framework.edge.EdgeFilter;
import com.mypay.framework.edge.Exchange;
import com.mypay.framework.guidformat.Bank34;
import com.mypay.framework.log.ImageLog;
import com.mypay.framework.log.LogKind;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.fake.FakeConfig;
import com.mypay.frameworktest.fake.FakeTransactions;
import com.mypay.frameworktest.fake.RecordedLogs;
import com.mypay.frameworktest.stub.RestClients;
import com.mypay.frameworktest.stub.StubServer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the image log has of calls that a service makes. */
class ClientExchangeTest {

    @RegisterExtension
    final RecordedLogs logs = RecordedLogs.within(new FakeTransactions());

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("banking"));

    private final StubServer stub = StubServer.start();

    /** As the banks' contract is written: with an account's number in a path. */
    @RegisterRestClient(configKey = "bank")
    @Path("banks/{bankCode}")
    @Produces(MediaType.APPLICATION_JSON)
    @Consumes(MediaType.APPLICATION_JSON)
    public interface BankClient {

        record Order(String accountNumber, long amountWon) {}

        record Result(String result, String holderName) {}

        @POST
        @Path("transfers")
        Result transfer(@PathParam("bankCode") String bankCode, Order order);

        @GET
        @Path("accounts/{accountNumber}")
        Result account(@PathParam("bankCode") String bankCode, @PathParam("accountNumber") String accountNumber);
    }

    @BeforeEach
    void log() {
        EdgeChain.use(new EdgeChain(List.of(new ImageLog())));
    }

    @AfterEach
    void end() {
        EdgeChain.use(new EdgeChain(List.of()));
        stub.close();
    }

    private BankClient client(URI uri) {
        return RestClients.build(BankClient.class, uri);
    }

    private String image() {
        assertThat(logs.of(LogKind.IMAGE)).hasSize(1);
        return logs.of(LogKind.IMAGE).get(0);
    }

    @Test
    void aCallOfABankIsOneLineWithBothBodiesMasked() {
        stub.on("POST", "/banks/088/transfers").answers(200, "{\"result\":\"COMPLETED\",\"holderName\":\"홍길동\"}");
        BankClient.Result result = RemoteCalls.call(
                "bank", () -> client(stub.uri()).transfer("088", new BankClient.Order("110123456789", 30_000)));
        assertThat(result.holderName()).isEqualTo("홍길동");
        assertThat(image())
                .contains("\"direction\":\"OUT\"", "\"edge\":\"BANK\"", "\"peer\":\"bank/088\"", "\"status\":\"200\"")
                .contains("\"operation\":\"transfer\"", "********6789", "홍*동", "\"guid\":\"" + TestCall.GUID)
                .doesNotContain("110123456789", "홍길동");
    }

    /** The bank knows the business transaction by the house's text; whatever else a step adds goes along. */
    @Test
    void theCustomersGuidAndWhatAStepAddsAreSentAlong() {
        GuidFormats.use(GuidFormats.of(
                FakeConfig.of(Map.of(
                        "mypay.guid.format", "bank-34",
                        "mypay.guid.header", "X-Bank-Guid",
                        "mypay.guid.system", "MYPAY01")),
                List.of(new Bank34()),
                "banking"));
        EdgeFilter adding = new EdgeFilter() {
            @Override
            public void before(Exchange exchange) {
                exchange.requestHeaders().put("X-Branch", "7");
                exchange.requestHeaders().put("Accept", "nothing that was said already");
            }
        };
        EdgeChain.use(new EdgeChain(List.of(new ImageLog(), adding)));
        stub.on("POST", "/banks/088/transfers").answers(200, "{\"result\":\"COMPLETED\",\"holderName\":\"x\"}");
        String text = "20260302110000123CHANNEL1000004202";
        Guid guid = new Bank34().read(text).orElseThrow().guid();
        try {
            new CallContext(guid, 2, Caller.service("money"), "test")
                    .run(() -> RemoteCalls.call(
                            "bank",
                            () -> client(stub.uri()).transfer("088", new BankClient.Order("110123456789", 30_000))));
        } finally {
            GuidFormats.use(GuidFormats.none());
        }
        StubServer.Request sent = stub.requests().get(0);
        assertThat(sent.header("X-Bank-Guid")).isEqualTo(text);
        assertThat(sent.header("X-Branch")).isEqualTo("7");
        assertThat(sent.header("Accept")).isEqualTo(MediaType.APPLICATION_JSON);
        assertThat(image()).contains("\"X-Bank-Guid\":\"" + text + "\"");
    }

    @Test
    void anAccountsNumberInAPathIsNotRepeated() {
        stub.on("GET", "/banks/088/accounts/110123456789").answers(200, "{\"result\":\"OPEN\",\"holderName\":\"홍길동\"}");
        RemoteCalls.call("bank", () -> client(stub.uri()).account("088", "110123456789"));
        assertThat(image()).contains("\"operation\":\"account\"").doesNotContain("110123456789");
    }

    @Test
    void whatGetsNoAnswerHasALineToo() {
        stub.on("POST", "/banks/088/transfers").neverAnswers();
        assertThatThrownBy(() -> RemoteCalls.call(
                        "bank", () -> client(stub.uri()).transfer("088", new BankClient.Order("110123456789", 30_000))))
                .isInstanceOf(UnknownOutcomeException.class);
        assertThat(image()).contains("\"status\":\"NO_ANSWER\"", "********6789").doesNotContain("110123456789");
    }

    @Test
    void anAnswerThatBreaksOffIsNone() {
        stub.on("POST", "/banks/088/transfers").breaksOff("{\"result\":");
        assertThatThrownBy(() -> RemoteCalls.call(
                        "bank", () -> client(stub.uri()).transfer("088", new BankClient.Order("110123456789", 1))))
                .isInstanceOf(UnknownOutcomeException.class);
        assertThat(image()).contains("\"status\":\"NO_ANSWER\"");
    }

    /** Nothing was sent: nobody has to be asked what became of it. */
    @Test
    void aCallThatAStepRefusesIsNotMade() {
        EdgeFilter refusing = new EdgeFilter() {
            @Override
            public void before(Exchange exchange) {
                throw new RejectedException(CommonProblem.NOT_PERMITTED, "not at this hour");
            }
        };
        EdgeChain.use(new EdgeChain(List.of(new ImageLog(), refusing)));
        assertThatThrownBy(() -> RemoteCalls.call(
                        "bank", () -> client(stub.uri()).transfer("088", new BankClient.Order("110123456789", 1))))
                .isInstanceOf(UnavailableException.class);
        assertThat(stub.requests()).isEmpty();
        assertThat(image()).contains("\"status\":\"NO_ANSWER\"");
    }

    @Test
    void aCallThatIsRepeatedBeforeAnybodyAskedWhatBecameOfItHasALineToo() {
        stub.on("POST", "/banks/088/transfers").neverAnswers();
        BankClient client = client(stub.uri());
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() -> client.transfer("088", new BankClient.Order("110123456789", 1)))
                    .isInstanceOf(ProcessingException.class);
        }
        assertThat(image()).contains("\"status\":\"NO_ANSWER\"");
        ClientExchange.noAnswer();
        assertThat(logs.of(LogKind.IMAGE)).hasSize(2);
    }

    @Test
    void whoIsNotThereHasALineToo() {
        assertThatThrownBy(() -> RemoteCalls.call(
                        "bank",
                        () -> client(StubServer.nobody()).transfer("088", new BankClient.Order("110123456789", 1))))
                .isInstanceOf(UnavailableException.class);
        assertThat(image()).contains("\"status\":\"NO_ANSWER\"");
    }
}
