package com.mypay.cli.remit;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.api.Http.Answer;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.TestClock;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Sends money for a member and tells each step until its end. */
public final class Remit {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(TestClock.SEOUL);
    private static final List<String> YES = List.of("y", "yes", "예", "네");

    private final Remittances remittances;
    private final Duration patience;
    private final PrintWriter out;
    private int told;

    /** @param patience how long the end is waited for */
    public Remit(Home home, long sender, Duration patience, PrintWriter out) {
        this.remittances = new Remittances(home, sender);
        this.patience = patience;
        this.out = out;
    }

    /**
     * What to send.
     *
     * @param memo may be empty
     */
    public record Wish(Payee payee, long amountWon, String memo) {}

    /**
     * Looks the payee's name up, asks whether that is the one, and sends.
     *
     * @param answers of whoever sits at the console; empty: the name isn't asked about
     * @return the command's exit code
     * @throws CommandFailure if it was refused or called off; nothing was sent then
     */
    public int send(Wish wish, Optional<Reader> answers) {
        JsonObject payee = taken(remittances.confirm(wish.payee(), newRequestId()));
        if (payee.getString("payeeKind").equals("MEMBER")) {
            say("remit.toMember", payee.getString("payeeName"));
        } else {
            say(
                    "remit.toAccount",
                    payee.getString("payeeName"),
                    payee.getString("bankName"),
                    payee.getString("maskedNumber"));
        }
        long fee = remittances.feeWon(payee.getString("payeeKind"), wish.amountWon());
        say("remit.amount", wish.amountWon(), fee, wish.amountWon() + fee);
        if (answers.isPresent() && !isConfirmed(answers.get())) {
            throw CommandFailure.refused("remit.notConfirmed");
        }
        JsonObject accepted = taken(remittances.request(
                payee.getString("confirmationToken"), wish.amountWon(), wish.memo(), newRequestId()));
        say("remit.accepted", accepted.getString("remittanceId"));
        return follow(accepted.getString("remittanceId"));
    }

    /** Tells the steps of one that was sent before, and goes on until its end. @return the command's exit code */
    public int follow(String remittanceId) {
        Optional<JsonObject> ended = remittances.awaitEnd(remittanceId, patience, this::tellNewSteps);
        if (ended.isEmpty()) {
            say("remit.open", remittanceId);
            return ExitCode.REMITTANCE_OPEN;
        }
        JsonObject end = ended.get();
        if (end.getString("status").equals("SUCCEEDED")) {
            say(
                    "remit.succeeded",
                    won(end, "amountWon"),
                    end.getJsonObject("payee").getString("name"),
                    won(end, "feeWon"));
            return ExitCode.OK;
        }
        JsonObject reason = end.getJsonObject("reason");
        if (reason == null) {
            say("remit.cancelled");
        } else {
            say("remit.failed", reason.getString(Text.isKorean() ? "korean" : "english"), reason.getString("code"));
        }
        return ExitCode.REMITTANCE_FAILED;
    }

    private boolean isConfirmed(Reader answers) {
        out.print(Text.of("remit.confirm"));
        out.flush();
        try {
            String line = new BufferedReader(answers).readLine();
            return line != null && YES.contains(line.strip().toLowerCase(Locale.ROOT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tellNewSteps(JsonObject found) {
        List<JsonObject> steps = found.getJsonArray("steps").getValuesAs(JsonObject.class);
        for (JsonObject step : steps.subList(told, steps.size())) {
            String status = step.getString("status");
            String waitsFor = step.getString("step", "");
            boolean inDoubt = status.equals("IN_DOUBT") && waitsFor.equals("FIRMBANKING");
            String words = Text.of(waitsFor.isEmpty() || inDoubt ? "remit.status." + status : "remit.step." + waitsFor);
            say(
                    step.containsKey("reasonCode") ? "remit.stepBecause" : "remit.step",
                    TIME.format(Instant.parse(step.getString("at"))),
                    words,
                    step.getString("reasonCode", ""));
        }
        told = steps.size();
    }

    /** @throws CommandFailure in the words of the service if it was refused */
    private static JsonObject taken(Answer answer) {
        if (answer.isOk()) {
            return answer.json();
        }
        if (answer.code().isEmpty()) {
            return answer.orRefused("remittance");
        }
        JsonObject problem = answer.json();
        throw CommandFailure.refused(
                "remit.refused", problem.getString("title", ""), answer.code(), problem.getString("next", ""));
    }

    private static String newRequestId() {
        return "remit-" + UUID.randomUUID();
    }

    private static long won(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }

    private void say(String key, Object... values) {
        out.println(Text.of(key, values));
        out.flush();
    }
}
