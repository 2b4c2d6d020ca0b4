package com.mypay.systemtests.kit;

import static com.mypay.systemtests.kit.Json.json;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The banks outside, and what only they know: the truth about real money. */
public final class Banks {

    /** Where the operator has its account. */
    public static final String CORPORATE_BANK = "088";

    public static final List<String> CODES =
            List.of("002", "003", "004", "011", "020", "023", "081", "088", "089", "090", "092");

    private static final AtomicLong NUMBERS = new AtomicLong(7_310_000_000_000L);

    private final Client client;
    private final Set<String> misbehaving = new ConcurrentSkipListSet<>();
    private final Set<String> numbers = new ConcurrentSkipListSet<>();

    Banks(Client client) {
        this.client = client;
    }

    /** An account at a bank. */
    public record Account(String bankCode, String number, String holderName) {}

    public Account open(String bankCode, String holderName, long balanceWon) {
        String number = Long.toString(NUMBERS.incrementAndGet());
        numbers.add(number);
        client.postText(
                        "/sim/accounts",
                        Json.array(json(
                                        "bankCode",
                                        bankCode,
                                        "accountNumber",
                                        number,
                                        "holderName",
                                        holderName,
                                        "balanceWon",
                                        balanceWon))
                                .toString())
                .is(200);
        return new Account(bankCode, number, holderName);
    }

    /** Every account number that was given out here: none of them may stand in a log. */
    public Set<String> numbers() {
        return Set.copyOf(numbers);
    }

    public long balanceWon(Account account) {
        return client.get("/sim/accounts/" + account.bankCode() + "/" + account.number())
                .is(200)
                .number("balanceWon");
    }

    public void setStatus(Account account, String status) {
        client.put("/sim/accounts/" + account.bankCode() + "/" + account.number(), json("status", status))
                .is(200);
    }

    /** The four digits that came with the latest 1-won deposit. */
    public String verificationCode(Account account) {
        JsonObject deposit = client.get(
                        "/sim/accounts/" + account.bankCode() + "/" + account.number() + "/deposits", "limit", 1)
                .is(200)
                .items("deposits")
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no deposit came into the account"));
        String memo = deposit.getString("memo");
        return memo.substring(memo.length() - 4);
    }

    /** How a bank behaves from now on: {@code behaves("004", "SLOW", "delayMillis", 2_000)}. */
    public void behaves(String bankCode, String mode, Object... more) {
        misbehaving.add(bankCode);
        JsonObject behaviour = json("mode", mode);
        for (int i = 0; i < more.length; i += 2) {
            behaviour = Json.with(behaviour, (String) more[i], more[i + 1]);
        }
        client.put("/sim/banks/" + bankCode + "/behaviour", behaviour).is(200);
    }

    /** Of the calls that a bank was told to behave differently to, those that are still to come. */
    public long remainingCalls(String bankCode) {
        return client.get("/sim/banks/" + bankCode + "/behaviour").is(200).number("nextCalls");
    }

    public boolean isNormal(String bankCode) {
        return client.get("/sim/banks/" + bankCode + "/behaviour")
                .is(200)
                .string("mode")
                .equals("NORMAL");
    }

    public void behaveNormally() {
        for (String bankCode : misbehaving) {
            client.put("/sim/banks/" + bankCode + "/behaviour", json("mode", "NORMAL"))
                    .is(200);
        }
        misbehaving.clear();
    }

    /** Received calls of transfers, all of which the bank bills. */
    public long billedCalls(String bankCode, LocalDate month) {
        return bill(bankCode, month).number("calls");
    }

    public Answer bill(String bankCode, LocalDate month) {
        return client.get("/banks/" + bankCode + "/bills/" + month.toString().substring(0, 7))
                .is(200);
    }

    /** The lines of an account on a day. */
    public Stream<JsonObject> statement(Account account, LocalDate day) {
        return client.get(
                        "/banks/" + account.bankCode() + "/statements/" + day,
                        "accountNumber",
                        account.number(),
                        "limit",
                        1000)
                .is(200)
                .items("rows");
    }

    /** What became of a transfer, by the bank's own books. */
    public Answer inquire(String bankCode, LocalDate day, String transactionId) {
        return client.get("/banks/" + bankCode + "/transfers/" + day + "/" + transactionId);
    }

    public Answer audit() {
        return client.get("/sim/audit").is(200);
    }
}
