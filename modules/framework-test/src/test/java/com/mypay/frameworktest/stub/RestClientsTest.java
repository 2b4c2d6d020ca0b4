package com.mypay.frameworktest.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.client.CallHeadersFilter;
import com.mypay.framework.client.ProblemResponseMapper;
import com.mypay.framework.client.RemoteCalls;
import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.stub.StubServer.Request;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.net.URI;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The framework's conventions for calls between services, met by each way another system can behave. */
class RestClientsTest {
    private static final String PATH = "/banking/com/v1/request/firmbanking";

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.staff("kim"));

    private final StubServer banking = StubServer.start();

    public record Instruction(String purpose, long amountWon) {}

    public record Accepted(String id) {}

    @Path("/banking/com/v1")
    @Consumes("application/json")
    @Produces("application/json")
    @RegisterProvider(CallHeadersFilter.class)
    @RegisterProvider(ProblemResponseMapper.class)
    public interface BankingClient {
        @POST
        @Path("/request/firmbanking")
        Accepted request(@HeaderParam("Idempotency-Key") String requestId, Instruction instruction);
    }

    @AfterEach
    void stop() {
        banking.close();
    }

    @Test
    void aGoodAnswerIsReadAndTheCallIsSentAlong() {
        banking.on("POST", PATH).answers(200, "{\"id\":\"f-1\"}");
        assertThat(request(banking.uri())).isEqualTo(new Accepted("f-1"));
        Request request = banking.requests("POST", PATH).get(0);
        assertThat(request.body()).contains("\"amountWon\":30000", "\"purpose\":\"충전\"");
        assertThat(request.header("Idempotency-Key")).isEqualTo("r-1");
        assertThat(request.header("MyPay-Guid")).isEqualTo(TestCall.GUID.value());
        assertThat(request.header("MyPay-Caller")).isEqualTo("service/kit");
    }

    @Test
    void aRefusalNamesItsCode() {
        banking.on("POST", PATH).answers(422, "{\"code\":\"LIMIT_EXCEEDED\",\"detail\":\"a day\"}");
        assertThatThrownBy(() -> request(banking.uri()))
                .isInstanceOfSatisfying(RemoteRefusalException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("LIMIT_EXCEEDED");
                    assertThat(refusal.status()).isEqualTo(422);
                });
    }

    @Test
    void anUnavailableServiceMayBeAskedAgain() {
        banking.on("POST", PATH).answers(503, "{\"code\":\"UNAVAILABLE\"}");
        assertThatThrownBy(() -> request(banking.uri())).isInstanceOf(UnavailableException.class);
    }

    @Test
    void aServiceThatIsNotDeployedYetHasNotRefused() {
        banking.on("POST", PATH).answers(404, "<html>Context Root Not Found</html>");
        assertThatThrownBy(() -> request(banking.uri())).isInstanceOf(UnavailableException.class);
    }

    @Test
    void silenceLeavesTheOutcomeOpenAndIsNotRepeated() {
        banking.on("POST", PATH).neverAnswers();
        assertThatThrownBy(() -> request(banking.uri())).isInstanceOf(UnknownOutcomeException.class);
        assertThat(banking.requests()).hasSize(1);
    }

    @Test
    void aConnectionThatBreaksLeavesTheOutcomeOpen() {
        banking.on("POST", PATH).hangsUp();
        assertThatThrownBy(() -> request(banking.uri())).isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void aServerErrorLeavesTheOutcomeOpen() {
        banking.on("POST", PATH).answers(500, "not even JSON");
        assertThatThrownBy(() -> request(banking.uri())).isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void nobodyThereMeansNothingHappened() {
        assertThatThrownBy(() -> request(StubServer.nobody())).isInstanceOf(UnavailableException.class);
    }

    private static Accepted request(URI system) {
        BankingClient client = RestClients.build(BankingClient.class, system);
        return RemoteCalls.call("banking", () -> client.request("r-1", new Instruction("충전", 30_000)));
    }
}
