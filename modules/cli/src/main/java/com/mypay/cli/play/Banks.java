package com.mypay.cli.play;

import com.mypay.cli.api.Http;
import com.mypay.cli.api.Http.Answer;
import com.mypay.cli.api.Patient;
import com.mypay.cli.home.Home;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;

/** The operator's side of the banks: contracts, and the corporate account that holds the cash behind all my money. */
public final class Banks {

    /** The banks that people and shops of a played day have their accounts at. */
    static final List<String> CODES = List.of("088", "004", "020", "011", "081");

    private static final String CORPORATE_BANK = "088";
    private static final String CORPORATE_NUMBER = "100000000001";
    private static final String OPERATOR = "마이페이";
    private static final long FEE_PER_CALL_WON = 400;
    private static final long PER_TRANSFER_LIMIT_WON = 10_000_000_000L;
    private static final long DAILY_LIMIT_WON = 10_000_000_000_000L;

    private final Http staff;
    private final Http bank;
    private final Patient patient = new Patient();

    public Banks(Home home) {
        this.staff = new Http(home).staff("mypay.play", "operator");
        this.bank = Http.bank(home);
    }

    /** May be repeated; leaves contracts and a corporate account that are there as they are. */
    public void prepare() {
        Answer banks = patient.get(bank, "/banks");
        try (JsonReader reader = Json.createReader(new StringReader(banks.body()))) {
            for (JsonValue each : reader.readArray()) {
                String code = each.asJsonObject().getString("bankCode");
                if (CODES.contains(code)) {
                    agree(code, each.asJsonObject().getString("nameKo"));
                }
            }
        }
        JsonArray corporate = patient.get(staff, "/banking/adm/v1/find/corporate-accounts")
                .orRefused("find/corporate-accounts")
                .getJsonArray("accounts");
        if (corporate.stream().noneMatch(account -> account.asJsonObject().getBoolean("primary"))) {
            openCorporateAccount(CORPORATE_NUMBER, 0, "played-corporate-account");
        }
    }

    /**
     * The other system hands over what its slips have brought it: from now on payouts go out of this account.
     *
     * @param number at the bank of the corporate accounts
     */
    void takeOverFunds(String number, long won, String requestId) {
        openCorporateAccount(number, won, requestId);
    }

    private void agree(String bankCode, String name) {
        JsonObject terms = Json.createObjectBuilder()
                .add("bankCode", bankCode)
                .add("bankName", name)
                .add("inForceFrom", "2000-01-01")
                .add("inForceTo", "2099-12-31")
                .add("feePerCallWon", FEE_PER_CALL_WON)
                .add("perTransferLimitWon", PER_TRANSFER_LIMIT_WON)
                .add("dailyLimitWon", DAILY_LIMIT_WON)
                .build();
        Answer answer =
                patient.post(staff, "/banking/adm/v1/register/bank-contract", "played-contract-" + bankCode, terms);
        if (!answer.code().equals("BANK_CONTRACT_EXISTS")) {
            answer.orRefused("register/bank-contract");
        }
    }

    private void openCorporateAccount(String number, long won, String requestId) {
        JsonObject account = Json.createObjectBuilder()
                .add("bankCode", CORPORATE_BANK)
                .add("accountNumber", number)
                .add("holderName", OPERATOR)
                .add("balanceWon", won)
                .build();
        bank.post("/sim/accounts", null, Json.createArrayBuilder().add(account).build())
                .orRefused("open the corporate account");
        JsonObject body = Json.createObjectBuilder()
                .add("bankCode", CORPORATE_BANK)
                .add("accountNumber", number)
                .add("primary", true)
                .build();
        patient.post(staff, "/banking/adm/v1/register/corporate-account", requestId, body)
                .orRefused("register/corporate-account");
    }
}
