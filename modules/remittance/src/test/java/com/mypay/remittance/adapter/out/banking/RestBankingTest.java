package com.mypay.remittance.adapter.out.banking;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mypay.framework.client.RemoteRefusalException;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.frameworktest.stub.RestClients;
import com.mypay.frameworktest.stub.StubServer;
import com.mypay.frameworktest.stub.StubServer.Request;
import com.mypay.remittance.application.RemittanceProblem;
import com.mypay.remittance.application.port.Banking.TransferableBank;
import com.mypay.remittance.domain.Payee;
import com.mypay.remittance.domain.VerificationLevel;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestBankingTest {
    private static final String CONFIRM = "/com/v1/confirm/payee-account";
    private static final String ACCOUNT = "/com/v1/find/registered-bank-account";
    private static final String BANKS = "/com/v1/find/transferable-banks";
    private static final MemberId KIM = new MemberId(1001);

    @RegisterExtension
    static final TestCall CALL = TestCall.by(Caller.member(KIM));

    private final StubServer banking = StubServer.start();

    @AfterEach
    void stop() {
        banking.close();
    }

    @Test
    void anAccountIsItsHoldersUnderBankingsIdForIt() {
        banking.on("POST", CONFIRM)
                .answers(
                        201,
                        "{\"payeeAccountId\":\"" + "a".repeat(32) + "\",\"bankCode\":\"004\",\"bankName\":\"국민은행\","
                                + "\"maskedNumber\":\"******7890\",\"holderName\":\"박민수\"}");
        assertThat(rest().confirmPayee("004", "1234567890"))
                .isEqualTo(Payee.account(new Payee.Account("a".repeat(32), "004", "국민은행", "******7890"), "박민수"));
        Request request = banking.requests().get(0);
        assertThat(request.header("Idempotency-Key")).isEqualTo(CountingIds.id(1));
        assertThat(request.header("MyPay-Guid")).isEqualTo(TestCall.GUID.value());
        assertThat(request.body()).contains("\"bankCode\":\"004\"", "\"accountNumber\":\"1234567890\"");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_NOT_AT_BANK, PAYEE_NOT_FOUND",
        "ACCOUNT_NOT_OPEN, PAYEE_NOT_ACTIVE",
        "SAME_ACCOUNT, PAYEE_NOT_ACTIVE",
        "BANK_CONTRACT_NOT_IN_FORCE, BANK_NOT_TRANSFERABLE",
        "BANK_IN_MAINTENANCE, BANK_NOT_TRANSFERABLE",
        "NO_CORPORATE_ACCOUNT, BANK_NOT_TRANSFERABLE"
    })
    void whatBankingRefusesIsSaidInOurWords(String code, RemittanceProblem problem) {
        banking.on("POST", CONFIRM).answers(422, "{\"code\":\"" + code + "\"}");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> rest().confirmPayee("004", "1234567890"))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
    }

    @Test
    void whyABankCannotBeSentToIsSaidToo() {
        banking.on("POST", CONFIRM).answers(422, "{\"code\":\"BANK_IN_MAINTENANCE\"}");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> rest().confirmPayee("004", "1234567890"))
                .satisfies(e -> {
                    assertThat(e.problem()).isEqualTo(RemittanceProblem.BANK_NOT_TRANSFERABLE);
                    assertThat(e.detail()).isEqualTo("BANK_IN_MAINTENANCE");
                });
    }

    @Test
    void anyOtherRefusalIsABugOfOurs() {
        banking.on("POST", CONFIRM).answers(400, "{\"code\":\"FIELD_INVALID\"}");
        assertThatIllegalStateException().isThrownBy(() -> rest().confirmPayee("004", "1234567890"));
        banking.on("GET", ACCOUNT).answers(400, "{\"code\":\"FIELD_INVALID\"}");
        assertThatExceptionOfType(RemoteRefusalException.class).isThrownBy(() -> rest().levelOf(KIM));
    }

    @Test
    void whoHasAVerifiedAccountIsVerified() {
        banking.on("GET", ACCOUNT)
                .answers(200, "{\"accountId\":\"1\",\"status\":\"VERIFIED\"}")
                .answers(200, "{\"accountId\":\"1\",\"status\":\"REGISTERED\"}")
                .answers(404, "{\"code\":\"BANK_ACCOUNT_NOT_FOUND\"}");
        assertThat(rest().levelOf(KIM)).isEqualTo(VerificationLevel.VERIFIED);
        assertThat(rest().levelOf(KIM)).isEqualTo(VerificationLevel.BASIC);
        assertThat(rest().levelOf(KIM)).isEqualTo(VerificationLevel.BASIC);
        assertThat(banking.requests().get(0).query()).isEqualTo("memberId=1001");
    }

    @Test
    void theBanksOfRemittances() {
        banking.on("GET", BANKS)
                .answers(
                        200,
                        "{\"banks\":[{\"bankCode\":\"004\",\"bankName\":\"국민은행\",\"inMaintenance\":true,"
                                + "\"perTransferLimitWon\":10000000}]}");
        assertThat(rest().transferableBanks())
                .containsExactly(new TransferableBank("004", "국민은행", true, won(10_000_000)));
        assertThat(banking.requests().get(0).query()).isEqualTo("purpose=REMITTANCE");
    }

    @Test
    void aBankingThatDoesNotAnswerHasDoneNothing() {
        banking.on("POST", CONFIRM).neverAnswers().hangsUp().answers(500, "").answers(503, "");
        for (int call = 0; call < 4; call++) {
            assertUnavailable(() -> rest().confirmPayee("004", "1234567890"));
        }
        banking.on("GET", ACCOUNT).hangsUp();
        assertUnavailable(() -> rest().levelOf(KIM));
        banking.on("GET", BANKS).answers(503, "");
        assertUnavailable(() -> rest().transferableBanks());
        assertUnavailable(() -> rest(StubServer.nobody()).levelOf(KIM));
    }

    private RestBanking rest() {
        return rest(banking.uri());
    }

    private static RestBanking rest(URI system) {
        return new RestBanking(RestClients.build(BankingClient.class, system), new CountingIds());
    }

    private static void assertUnavailable(Runnable call) {
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(call::run);
    }
}
