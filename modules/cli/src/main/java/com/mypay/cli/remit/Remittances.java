package com.mypay.cli.remit;

import com.mypay.cli.api.Http;
import com.mypay.cli.api.Http.Answer;
import com.mypay.cli.api.Patient;
import com.mypay.cli.home.Home;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The remittances of one member, through the API. Commands carry a request id and may be repeated with it. */
public final class Remittances {

    private static final String COM = "/remittance/com/v1/";
    private static final Set<String> ENDS = Set.of("SUCCEEDED", "FAILED", "CANCELLED");
    private static final long LOOK_EVERY_MILLIS = 100;

    private final long sender;
    private final Http http;
    private final Patient patient = new Patient();

    public Remittances(Home home, long sender) {
        this.sender = sender;
        this.http = new Http(home).member(sender);
    }

    /** The payee's name and the token to send with, or the problem. */
    public Answer confirm(Payee payee, String requestId) {
        JsonObjectBuilder body = Json.createObjectBuilder().add("memberId", sender);
        return patient.post(
                http, COM + "confirm/payee", requestId, payee.addTo(body).build());
    }

    /** @return that it is accepted, or the problem */
    public Answer request(String confirmationToken, long won, String memo, String requestId) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("memberId", sender)
                .add("confirmationToken", confirmationToken)
                .add("amountWon", won);
        if (!memo.isEmpty()) {
            body.add("memo", memo);
        }
        return patient.post(http, COM + "request/remittance", requestId, body.build());
    }

    public JsonObject find(String remittanceId) {
        return patient.get(http, COM + "find/remittance?remittanceId=" + remittanceId)
                .orRefused("find/remittance");
    }

    /**
     * What the sender pays on top, by the fee table that is in force today.
     *
     * @param payeeKind {@code MEMBER} or {@code ACCOUNT}
     */
    public long feeWon(String payeeKind, long amountWon) {
        return patient
                .get(http, COM + "find/remittance-fees")
                .orRefused("find/remittance-fees")
                .getJsonArray("fees")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(fee -> fee.getString("payeeKind").equals(payeeKind))
                .filter(fee -> won(fee, "amountFromWon") <= amountWon)
                .max(Comparator.comparingLong(fee -> won(fee, "amountFromWon")))
                .map(fee -> won(fee, "feeWon"))
                .orElse(0L);
    }

    private static long won(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }

    /**
     * Looks until it has ended, or long enough.
     *
     * @param each sees every look
     * @return empty if it has not ended in time: it goes on by itself
     */
    public Optional<JsonObject> awaitEnd(String remittanceId, Duration limit, Consumer<JsonObject> each) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            JsonObject found = find(remittanceId);
            each.accept(found);
            if (ENDS.contains(found.getString("status"))) {
                return Optional.of(found);
            }
            if (System.nanoTime() > end) {
                return Optional.empty();
            }
            Patient.pause(LOOK_EVERY_MILLIS);
        }
    }
}
