package com.mypay.banking.adapter.out.bank;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mypay.banking.application.port.Bank.AccountFacts;
import com.mypay.banking.application.port.Bank.Answer;
import com.mypay.banking.application.port.Bank.Inquiry;
import com.mypay.banking.domain.BankAccountNumber;
import com.mypay.banking.domain.BankInstruction;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.frameworktest.stub.RestClients;
import com.mypay.frameworktest.stub.StubServer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpBankTest {

    private static final BankAccountNumber FROM = BankAccountNumber.account("088", "110123456789");
    private static final BankAccountNumber TO = BankAccountNumber.account("020", "100200300400");
    private static final LocalDate DAY = LocalDate.parse("2011-12-05");
    private static final BankInstruction TRANSFER = new BankInstruction("t-1", DAY, FROM, TO, won(20_000), "충전");
    private static final String TRANSFERS = "/banks/088/transfers";
    private static final String INQUIRY = "/banks/088/transfers/2011-12-05/t-1";
    private static final String COMPLETED = "{\"transactionId\":\"t-1\",\"transactionDate\":\"2011-12-05\","
            + "\"result\":\"COMPLETED\",\"bankReference\":\"B-7\",\"completedAt\":\"2011-12-05T03:00:01Z\"}";
    private static final String REFUSED = "{\"transactionId\":\"t-1\",\"result\":\"REFUSED\","
            + "\"reasonCode\":\"INSUFFICIENT_FUNDS\",\"reason\":\"잔액\",\"bankReference\":\"B-8\"}";

    private final StubServer server = StubServer.start();
    private final HttpBank bank = new HttpBank(RestClients.build(BankClient.class, server.uri()));

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void aStatementIsAskedForPageByPage() {
        String path = "/banks/088/statements/2011-12-05";
        server.on("GET", path)
                .answers(
                        200,
                        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt>"
                                + "<Bal><Amt Ccy=\"KRW\">5</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>"
                                + "<Bal><Amt Ccy=\"KRW\">5</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>"
                                + "</Stmt></BkToCstmrStmt></Document>");
        assertThat(bank.statement(FROM, DAY, 2, "17", 500).closingWon()).isEqualTo(5);
    }

    @Test
    void aStatementThatCannotBeReadIsNone() {
        server.on("GET", "/banks/088/statements/2011-12-05").answers(200, "<html/>");
        assertThatThrownBy(() -> bank.statement(FROM, DAY, 1, null, 500)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void transferGoesToTheBankOfThePayingAccount() {
        server.on("POST", TRANSFERS).answers(200, COMPLETED);

        assertThat(bank.transfer(TRANSFER)).isEqualTo(Answer.completed("B-7", Instant.parse("2011-12-05T03:00:01Z")));
        assertThat(server.requests("POST", TRANSFERS))
                .singleElement()
                .extracting(StubServer.Request::body)
                .asString()
                .contains(
                        "\"transactionId\":\"t-1\"",
                        "\"transactionDate\":\"2011-12-05\"",
                        "\"from\":{\"accountNumber\":\"110123456789\",\"bankCode\":\"088\"}",
                        "\"amountWon\":20000");
    }

    @Test
    void refusalOfTheBankIsAnAnswer() {
        server.on("POST", TRANSFERS).answers(200, REFUSED);
        assertThat(bank.transfer(TRANSFER)).isEqualTo(Answer.refused("INSUFFICIENT_FUNDS", "B-8"));
    }

    @ParameterizedTest
    @CsvSource({"400,MALFORMED_REQUEST", "404,UNKNOWN_BANK", "413,BODY_TOO_LARGE"})
    void whatABankDoesNotTakeInIsRefused(int status, String code) {
        server.on("POST", TRANSFERS).answers(status, "{\"code\":\"" + code + "\"}");
        assertThat(bank.transfer(TRANSFER)).isEqualTo(Answer.refused(code, null));
    }

    @Test
    void onlyWhatCertainlyDidNotArriveIsUnavailable() {
        server.on("POST", TRANSFERS).answers(503, "{\"code\":\"BANK_DOWN\"}");
        assertThatThrownBy(() -> bank.transfer(TRANSFER)).isInstanceOf(UnavailableException.class);
        HttpBank nobody = new HttpBank(RestClients.build(BankClient.class, StubServer.nobody()));
        assertThatThrownBy(() -> nobody.transfer(TRANSFER)).isInstanceOf(UnavailableException.class);
    }

    @Test
    void silenceIsUnknown() {
        server.on("POST", TRANSFERS).neverAnswers();
        assertThatThrownBy(() -> bank.transfer(TRANSFER)).isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void brokenAnswersAreUnknown() {
        server.on("POST", TRANSFERS)
                .hangsUp()
                .breaksOff("{\"result\":")
                .answers(500, "{\"code\":\"INTERNAL\"}")
                .answers(409, "{\"code\":\"TRANSACTION_ID_REUSED\"}")
                .answers(200, "{\"result\":\"IN_PROGRESS\"}")
                .answers(200, "{\"result\":\"SOMETHING_NEW\"}")
                .answers(200, "{\"result\":\"COMPLETED\"}")
                .answers(200, COMPLETED.replace("2011-12-05T03:00:01Z", "noon"))
                .answers(200, "{}");
        for (int i = 0; i < 9; i++) {
            assertThatThrownBy(() -> bank.transfer(TRANSFER))
                    .as("answer %d", i)
                    .isInstanceOf(UnknownOutcomeException.class);
        }
    }

    @Test
    void answerThatIsNotJsonIsUnknown() {
        server.on("POST", TRANSFERS).answers(200, "<html>");
        assertThatThrownBy(() -> bank.transfer(TRANSFER)).isInstanceOf(UnknownOutcomeException.class);
    }

    @Test
    void inquiryTellsWhatTheBankKnows() {
        server.on("GET", INQUIRY)
                .answers(200, COMPLETED)
                .answers(200, REFUSED)
                .answers(200, "{\"result\":\"IN_PROGRESS\"}")
                .answers(200, "{\"result\":\"NOT_RECEIVED\"}");

        assertThat(bank.inquire(TRANSFER).answer())
                .isEqualTo(Answer.completed("B-7", Instant.parse("2011-12-05T03:00:01Z")));
        assertThat(bank.inquire(TRANSFER).answer()).isEqualTo(Answer.refused("INSUFFICIENT_FUNDS", "B-8"));
        assertThat(bank.inquire(TRANSFER)).isEqualTo(Inquiry.IN_PROGRESS);
        assertThat(bank.inquire(TRANSFER)).isEqualTo(Inquiry.NOT_RECEIVED);
    }

    @Test
    void inquiryWithoutAnAnswerSaysNothing() {
        server.on("GET", INQUIRY)
                .answers(500, "{}")
                .answers(503, "{}")
                .hangsUp()
                .answers(200, "{\"result\":\"HM\"}")
                .neverAnswers();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> bank.inquire(TRANSFER)).isInstanceOf(UnavailableException.class);
        }
    }

    @Test
    void aBankThatFailsTooOftenIsSparedForAWhileAndNoOtherWithIt() {
        Duration spared = Duration.ofSeconds(2);
        HttpBank patient = new HttpBank(RestClients.build(BankClient.class, server.uri()), new BankLines(spared));
        server.on("GET", "/banks/088/accounts/110123456789").answers(503, "{}");
        server.on("GET", "/banks/020/accounts/100200300400").answers(404, "{\"code\":\"UNKNOWN_ACCOUNT\"}");
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> patient.findAccount(FROM))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageNotContaining("failed too often");
        }
        assertThatThrownBy(() -> patient.findAccount(FROM))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("bank 088 is not called right now: it has failed too often");
        assertThat(server.requests("GET", "/banks/088/accounts/110123456789")).hasSize(10);
        assertThat(patient.findAccount(TO)).isEmpty();

        server.on("GET", "/banks/088/accounts/110123456789").answers(404, "{\"code\":\"UNKNOWN_ACCOUNT\"}");
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(UnavailableException.class)
                .untilAsserted(() -> assertThat(patient.findAccount(FROM)).isEmpty());
    }

    @Test
    void verificationGoesToTheAccountsBank() {
        server.on("POST", "/banks/020/verifications").answers(200, COMPLETED);

        assertThat(bank.sendVerification("v-1", DAY, TO, "마이페이1234").completed())
                .isTrue();
        assertThat(server.requests().get(0).body())
                .contains("\"accountNumber\":\"100200300400\"", "\"memo\":\"마이페이1234\"");
    }

    @Test
    void accountIsWhatItsBankTells() {
        server.on("GET", "/banks/088/accounts/110123456789")
                .answers(
                        200,
                        "{\"bankCode\":\"088\",\"accountNumber\":\"110123456789\",\"holderName\":\"김마이\","
                                + "\"status\":\"CLOSED\",\"openedOn\":\"2009-01-02\",\"closedOn\":\"2010-03-04\","
                                + "\"taxStatus\":\"TAXABLE\"}")
                .answers(404, "{\"code\":\"UNKNOWN_ACCOUNT\"}")
                .neverAnswers();

        assertThat(bank.findAccount(FROM))
                .contains(new AccountFacts(
                        FROM,
                        "김마이",
                        "CLOSED",
                        LocalDate.parse("2009-01-02"),
                        LocalDate.parse("2010-03-04"),
                        "TAXABLE"));
        assertThat(bank.findAccount(FROM)).isEmpty();
        assertThatThrownBy(() -> bank.findAccount(FROM))
                .isInstanceOf(UnavailableException.class)
                .hasMessageNotContaining("110123456789");
    }

    @Test
    void onlyItsBankCanSayThatAnAccountIsNotThere() {
        server.on("GET", "/banks/088/accounts/110123456789")
                .answers(401, "{\"code\":\"KEY_EXPIRED\"}")
                .answers(429, "{\"code\":\"TOO_MANY_CALLS\"}")
                .answers(200, "{}")
                .answers(
                        200,
                        "{\"holderName\":\"김마이\",\"status\":\"OPEN\",\"openedOn\":\"once\",\"taxStatus\":\"TAXABLE\"}");
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> bank.findAccount(FROM))
                    .as("answer %d", i)
                    .isInstanceOf(UnavailableException.class);
        }
    }

    @Test
    void ofALongReferenceTheBeginningIsKept() {
        server.on("POST", TRANSFERS)
                .answers(200, COMPLETED.replace("B-7", "B".repeat(100)))
                .answers(200, REFUSED.replace("B-8", "B".repeat(100)));

        assertThat(bank.transfer(TRANSFER).reference()).isEqualTo("B".repeat(64));
        assertThat(bank.transfer(TRANSFER).reference()).isEqualTo("B".repeat(64));
    }
}
