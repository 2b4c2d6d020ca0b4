package com.mypay.money.adapter.in.messaging;

import com.mypay.framework.messaging.IncomingMessage;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.RequestId;
import com.mypay.framework.value.Won;
import com.mypay.money.application.CaptureMoney;
import com.mypay.money.application.Delivery;
import com.mypay.money.application.HoldMoney;
import com.mypay.money.application.ReleaseMoney;
import com.mypay.money.application.TopUpMoney;
import com.mypay.money.application.TransferMoney;
import com.mypay.money.domain.HoldId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What remittance has money do, as the messages say it. What isn't of their forms is a poison message. */
public final class RemittanceCommands {

    public static final String TRANSFER_MONEY = "transfer-money.v1";
    public static final String HOLD_MONEY = "hold-money.v1";
    public static final String CAPTURE_MONEY = "capture-money.v1";
    public static final String RELEASE_MONEY = "release-money.v1";
    public static final String TOP_UP_MONEY = "top-up-money.v1";

    private static final long MAX_AMOUNT_WON = 10_000_000_000L;
    private static final long MAX_FEE_WON = 10_000_000L;
    private static final Pattern HOLD_ID = Pattern.compile("[0-9a-f]{32}");

    private RemittanceCommands() {}

    /** What all of them have. */
    public record Head(@Nullable String requestId, @Nullable String remittanceId) {}

    /** The message {@value #TRANSFER_MONEY}. */
    public record TransferMoneyBody(
            long fromMemberId,
            long toMemberId,
            long amountWon,
            @Nullable Long feeWon) {
        public TransferMoney.Command command() {
            return new TransferMoney.Command(
                    new MemberId(fromMemberId), new MemberId(toMemberId), amount(amountWon), fee(feeWon));
        }
    }

    /** The message {@value #HOLD_MONEY}. */
    public record HoldMoneyBody(long memberId, long amountWon) {
        public HoldMoney.Command command() {
            return new HoldMoney.Command(new MemberId(memberId), amount(amountWon));
        }
    }

    /** The message {@value #CAPTURE_MONEY}. */
    public record CaptureMoneyBody(
            @Nullable String holdId, @Nullable Long feeWon) {
        public CaptureMoney.Command command() {
            return new CaptureMoney.Command(hold(holdId), fee(feeWon));
        }
    }

    /** The message {@value #RELEASE_MONEY}. */
    public record ReleaseMoneyBody(@Nullable String holdId) {
        public ReleaseMoney.Command command() {
            return new ReleaseMoney.Command(hold(holdId));
        }
    }

    /** The message {@value #TOP_UP_MONEY}. */
    public record TopUpMoneyBody(long memberId, long shortageWon) {
        public TopUpMoney.Command command() {
            return new TopUpMoney.Command(new MemberId(memberId), amount(shortageWon));
        }
    }

    /** @throws IllegalArgumentException if the message is of no command */
    public static Delivery delivery(IncomingMessage message) {
        Head head = message.body(Head.class);
        return new Delivery(
                message.id(),
                new RequestId(required("requestId", head.requestId())),
                required("remittanceId", head.remittanceId()));
    }

    private static Won amount(long won) {
        if (won <= 0 || won > MAX_AMOUNT_WON) {
            throw new IllegalArgumentException("an amount is 1 to 10,000,000,000 won, not " + won);
        }
        return Won.won(won);
    }

    private static Won fee(@Nullable Long won) {
        long fee = required("feeWon", won);
        if (fee < 0 || fee > MAX_FEE_WON) {
            throw new IllegalArgumentException("a fee is 0 to 10,000,000 won, not " + fee);
        }
        return Won.won(fee);
    }

    private static HoldId hold(@Nullable String id) {
        String named = required("holdId", id);
        if (!HOLD_ID.matcher(named).matches()) {
            throw new IllegalArgumentException("a hold's id is 32 hex digits");
        }
        return new HoldId(named);
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
