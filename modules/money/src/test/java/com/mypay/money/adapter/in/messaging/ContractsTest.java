package com.mypay.money.adapter.in.messaging;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.RequestId.requestId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import com.mypay.framework.json.Json;
import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.frameworktest.MessageContract;
import com.mypay.money.adapter.in.messaging.MembershipEventsConsumer.MemberChanged;
import com.mypay.money.adapter.in.messaging.RemittanceCommands.CaptureMoneyBody;
import com.mypay.money.adapter.in.messaging.RemittanceCommands.HoldMoneyBody;
import com.mypay.money.adapter.in.messaging.RemittanceCommands.ReleaseMoneyBody;
import com.mypay.money.adapter.in.messaging.RemittanceCommands.TopUpMoneyBody;
import com.mypay.money.adapter.in.messaging.RemittanceCommands.TransferMoneyBody;
import com.mypay.money.application.BookCommission.CycleSettled;
import com.mypay.money.application.BookPayout.PayoutCompleted;
import com.mypay.money.application.CaptureMoney;
import com.mypay.money.application.Delivery;
import com.mypay.money.application.HoldMoney;
import com.mypay.money.application.ReleaseMoney;
import com.mypay.money.application.TakeFirmbankingResult.FirmbankingResult;
import com.mypay.money.application.TopUpMoney;
import com.mypay.money.application.TransferMoney;
import com.mypay.money.domain.HoldId;
import com.mypay.money.domain.MemberKind;
import com.mypay.money.domain.MemberStatus;
import jakarta.json.bind.JsonbException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What money reads is what the senders' contracts say. What it sends is checked where it is sent. */
class ContractsTest {

    private static final String REMITTANCE = "a".repeat(32);
    private static final String HOLD = "b".repeat(32);

    @Test
    void newsOfMembers() {
        String json = """
                {"memberId":1001,"kind":"PERSONAL","status":"ACTIVE","name":"김철수","province":"서울특별시",
                 "district":"강남구","version":3,"changedAt":"2011-12-05T03:00:00Z"}""";
        MessageContract.check(MembershipEventsConsumer.MEMBER_REGISTERED, json);
        MessageContract.check(MembershipEventsConsumer.MEMBER_CHANGED, json);
        var news = Json.read(json, MemberChanged.class).news();
        assertThat(news.member()).isEqualTo(memberId(1001));
        assertThat(news.kind()).isEqualTo(MemberKind.PERSONAL);
        assertThat(news.status()).isEqualTo(MemberStatus.ACTIVE);
        assertThat(news.district()).isEqualTo("강남구");
        assertThat(news.eventNo()).isEqualTo(3);
    }

    @Test
    void resultsOfFirmbanking() {
        String json = """
                {"requestId":"charge-1","firmbankingId":"%s","status":"REFUSED","reasonCode":"INSUFFICIENT_FUNDS",
                 "amountWon":20000}""".formatted("f".repeat(32));
        MessageContract.check(FirmbankingResultsConsumer.TYPE, json);
        assertThat(Json.read(json, FirmbankingResult.class))
                .isEqualTo(new FirmbankingResult(
                        "charge-1", "f".repeat(32), "REFUSED", "INSUFFICIENT_FUNDS", 20_000, null));
    }

    @Test
    void transfersForRemittance() {
        String json = command("\"fromMemberId\":1001,\"toMemberId\":1002,\"amountWon\":30000,\"feeWon\":0");
        MessageContract.check(RemittanceCommands.TRANSFER_MONEY, json);
        assertThat(Json.read(json, TransferMoneyBody.class).command())
                .isEqualTo(new TransferMoney.Command(memberId(1001), memberId(1002), won(30_000), won(0)));
        assertThat(RemittanceCommands.delivery(message(RemittanceCommands.TRANSFER_MONEY, json)))
                .isEqualTo(new Delivery("rem-1", requestId("a-TRANSFER-1"), REMITTANCE));
    }

    @Test
    void holdsForRemittance() {
        String json = command("\"memberId\":1001,\"amountWon\":30500");
        MessageContract.check(RemittanceCommands.HOLD_MONEY, json);
        assertThat(Json.read(json, HoldMoneyBody.class).command())
                .isEqualTo(new HoldMoney.Command(memberId(1001), won(30_500)));
    }

    @Test
    void capturesForRemittance() {
        String json = command("\"holdId\":\"" + HOLD + "\",\"feeWon\":500");
        MessageContract.check(RemittanceCommands.CAPTURE_MONEY, json);
        assertThat(Json.read(json, CaptureMoneyBody.class).command())
                .isEqualTo(new CaptureMoney.Command(new HoldId(HOLD), won(500)));
    }

    @Test
    void releasesForRemittance() {
        String json = command("\"holdId\":\"" + HOLD + "\"");
        MessageContract.check(RemittanceCommands.RELEASE_MONEY, json);
        assertThat(Json.read(json, ReleaseMoneyBody.class).command())
                .isEqualTo(new ReleaseMoney.Command(new HoldId(HOLD)));
    }

    @Test
    void topUpsForRemittance() {
        String json = command("\"memberId\":1001,\"shortageWon\":12300");
        MessageContract.check(RemittanceCommands.TOP_UP_MONEY, json);
        assertThat(Json.read(json, TopUpMoneyBody.class).command())
                .isEqualTo(new TopUpMoney.Command(memberId(1001), won(12_300)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"fromMemberId\":1001, | ",
                "\"fromMemberId\":1001 | \"fromMemberId\":0",
                "\"toMemberId\":1002 | \"toMemberId\":-1",
                "\"toMemberId\":1002 | \"toMemberId\":\"x\"",
                "\"amountWon\":30000 | \"amountWon\":0",
                "\"amountWon\":30000 | \"amountWon\":10000000001",
                ",\"feeWon\":0 | ",
                "\"feeWon\":0 | \"feeWon\":-1",
                "\"feeWon\":0 | \"feeWon\":10000001"
            })
    void aTransferThatSaysAnythingElseIsAPoisonMessage(String what, String instead) {
        String poison = command("\"fromMemberId\":1001,\"toMemberId\":1002,\"amountWon\":30000,\"feeWon\":0")
                .replace(what, instead == null ? "" : instead);
        assertThatThrownBy(() -> Json.read(poison, TransferMoneyBody.class).command())
                .isInstanceOfAny(IllegalArgumentException.class, JsonbException.class);
    }

    /** What the contract of each other command does not allow; a right one beside it is taken. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HOLD | \"amountWon\":30500",
                "HOLD | \"memberId\":1001",
                "HOLD | \"memberId\":0,\"amountWon\":30500",
                "HOLD | \"memberId\":-1,\"amountWon\":30500",
                "HOLD | \"memberId\":\"x\",\"amountWon\":30500",
                "HOLD | \"memberId\":1001,\"amountWon\":0",
                "HOLD | \"memberId\":1001,\"amountWon\":-1",
                "HOLD | \"memberId\":1001,\"amountWon\":10000000001",
                "HOLD | \"memberId\":1001,\"amountWon\":3.7",
                "HOLD | \"memberId\":1001,\"amountWon\":18446744073709581616",
                "TOP_UP | \"shortageWon\":12300",
                "TOP_UP | \"memberId\":1001",
                "TOP_UP | \"memberId\":0,\"shortageWon\":12300",
                "TOP_UP | \"memberId\":1001,\"shortageWon\":0",
                "TOP_UP | \"memberId\":1001,\"shortageWon\":-1",
                "TOP_UP | \"memberId\":1001,\"shortageWon\":10000000001",
                "TOP_UP | \"memberId\":1001,\"shortageWon\":\"a lot\"",
                "CAPTURE | \"feeWon\":0",
                "CAPTURE | \"holdId\":\"h\",\"feeWon\":0",
                "CAPTURE | \"holdId\":\"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbB\",\"feeWon\":0",
                "CAPTURE | \"holdId\":\"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"",
                "CAPTURE | \"holdId\":\"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\",\"feeWon\":-1",
                "CAPTURE | \"holdId\":\"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\",\"feeWon\":10000001",
                "RELEASE | \"hold\":\"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"",
                "RELEASE | \"holdId\":\"\"",
                "RELEASE | \"holdId\":\"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\"",
                "RELEASE | \"holdId\":7"
            })
    void aCommandThatSaysAnythingElseIsAPoisonMessage(Kind kind, String body) {
        assertThatThrownBy(() -> kind.read(message(kind.type, command(body))))
                .isInstanceOfAny(IllegalArgumentException.class, JsonbException.class);
        assertThatCode(() -> kind.read(message(kind.type, command(kind.right)))).doesNotThrowAnyException();
    }

    /** The commands about holds and top-ups, each with a body that is right. */
    private enum Kind {
        HOLD(RemittanceCommands.HOLD_MONEY, "\"memberId\":1001,\"amountWon\":30500"),
        TOP_UP(RemittanceCommands.TOP_UP_MONEY, "\"memberId\":1001,\"shortageWon\":12300"),
        CAPTURE(RemittanceCommands.CAPTURE_MONEY, "\"holdId\":\"" + ContractsTest.HOLD + "\",\"feeWon\":500"),
        RELEASE(RemittanceCommands.RELEASE_MONEY, "\"holdId\":\"" + ContractsTest.HOLD + "\"");

        private final String type;
        private final String right;

        Kind(String type, String right) {
            this.type = type;
            this.right = right;
        }

        /** As its consumer does. */
        Record read(IncomingMessage message) {
            return switch (this) {
                case HOLD -> message.body(HoldMoneyBody.class).command();
                case TOP_UP -> message.body(TopUpMoneyBody.class).command();
                case CAPTURE -> message.body(CaptureMoneyBody.class).command();
                case RELEASE -> message.body(ReleaseMoneyBody.class).command();
            };
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"requestId\":\"r\"}",
                "{\"remittanceId\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}",
                "{\"requestId\":\"r r\",\"remittanceId\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}",
                "{\"requestId\":\"r\",\"remittanceId\":\"a\"}"
            })
    void aCommandHasARequestIdAndARemittance(String poison) {
        assertThatThrownBy(() -> RemittanceCommands.delivery(message(RemittanceCommands.HOLD_MONEY, poison)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String command(String rest) {
        return "{\"requestId\":\"a-TRANSFER-1\",\"remittanceId\":\"" + REMITTANCE + "\"," + rest + "}";
    }

    private static IncomingMessage message(String type, String json) {
        return new IncomingMessage(
                "rem-1",
                "money.remittance-commands",
                type,
                json,
                new CallContext(new Guid("1".repeat(32)), 1, Caller.service("money"), "money.remittance-commands"));
    }

    @Test
    void settledCycles() {
        String json = """
                {"cycleId":"%s","businessDate":"2011-12-05","commissionWon":2096652,"roundingWon":0}""".formatted("c".repeat(32));
        MessageContract.check(LedgerEntriesConsumer.CYCLE_SETTLED, json);
        assertThat(Json.read(json, CycleSettled.class))
                .isEqualTo(new CycleSettled("c".repeat(32), "2011-12-05", 2_096_652, 0, null));
    }

    @Test
    void completedPayouts() {
        String json = """
                {"payoutId":"%s","cycleId":"%s","franchiseId":2001,"amountWon":97500}""".formatted("a".repeat(32), "c".repeat(32));
        MessageContract.check(LedgerEntriesConsumer.PAYOUT_COMPLETED, json);
        assertThat(Json.read(json, PayoutCompleted.class))
                .isEqualTo(new PayoutCompleted("a".repeat(32), "c".repeat(32), 2001, 97_500));
    }
}
