package com.mypay.cli.play;

import com.mypay.cli.Progress;
import com.mypay.cli.Text;
import com.mypay.cli.api.Http;
import com.mypay.cli.api.Http.Answer;
import com.mypay.cli.home.Home;
import com.mypay.cli.play.Plan.Account;
import com.mypay.cli.play.Plan.Outsider;
import com.mypay.cli.play.Plan.Send;
import com.mypay.cli.remit.Payee;
import com.mypay.cli.remit.Remittances;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Plays a plan's remittances, several senders at once, and follows each to its end. */
final class PlayRemittances {

    private static final long NOBODY = 999_999_999_999L;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Home home;
    private final Plan plan;
    private final Parties parties;
    private final Http bank;
    private final int clients;
    private final PrintWriter out;
    private final Map<String, Outsider> outsiders;

    PlayRemittances(Home home, Plan plan, Parties parties, int clients, PrintWriter out) {
        this.home = home;
        this.plan = plan;
        this.parties = parties;
        this.bank = Http.bank(home);
        this.clients = clients;
        this.out = out;
        this.outsiders =
                plan.remittances().outsiders().stream().collect(Collectors.toMap(Outsider::key, outsider -> outsider));
    }

    /** @param tally to count in */
    void play(Tally tally) {
        List<Send> sends = plan.remittances().sends();
        Progress progress = new Progress(
                out, Text.of("play.remittances", plan.businessDate().toString()), sends.size());
        Map<String, List<Send>> ofPerson =
                sends.stream().collect(Collectors.groupingBy(Send::person, LinkedHashMap::new, Collectors.toList()));
        new Lanes<>(ofPerson.values()).run(clients, send -> {
            send(send, tally);
            progress.step();
        });
    }

    private void send(Send send, Tally tally) {
        Remittances remittances = new Remittances(home, parties.id(send.person()));
        Optional<Outsider> outsider = Optional.ofNullable(send.toOutsider()).map(outsiders::get);
        outsider.filter(Outsider::closes).ifPresent(one -> change(one.account(), "OPEN"));
        Answer confirmed = remittances.confirm(payee(send, outsider), requestId("confirm", send));
        outsider.filter(Outsider::closes).ifPresent(one -> change(one.account(), "CLOSED"));
        if (!confirmed.isOk()) {
            refused(send, confirmed, tally);
            return;
        }
        Answer accepted = remittances.request(
                confirmed.json().getString("confirmationToken"),
                send.amountWon(),
                send.memo(),
                requestId("remit", send));
        if (!accepted.isOk()) {
            refused(send, accepted, tally);
            return;
        }
        String id = accepted.json().getString("remittanceId");
        Optional<JsonObject> ended = remittances.awaitEnd(id, LONGEST, look -> {});
        ended.ifPresentOrElse(
                end -> ended(send, end, tally), () -> tally.unexpected(Text.of("play.remittanceOpen", send.key(), id)));
    }

    private Payee payee(Send send, Optional<Outsider> outsider) {
        String person = send.toPerson();
        return outsider.map(one -> (Payee) new Payee.Account(
                        one.account().bankCode(), one.account().number()))
                .orElseGet(() -> new Payee.Member(person == null ? NOBODY : parties.id(person)));
    }

    /** At the bank simulator. */
    private void change(Account account, String status) {
        bank.put(
                        "/sim/accounts/" + account.bankCode() + "/" + account.number(),
                        Json.createObjectBuilder().add("status", status).build())
                .orRefused("change the account");
    }

    private static void refused(Send send, Answer answer, Tally tally) {
        tally.refused(answer.code());
        if (!send.refusal().equals(Optional.of(answer.code()))) {
            tally.unexpected(send.key() + ": " + answer.status() + " " + answer.body());
        }
    }

    private static void ended(Send send, JsonObject end, Tally tally) {
        Optional<String> reason =
                Optional.ofNullable(end.getJsonObject("reason")).map(why -> why.getString("code"));
        if (end.getString("status").equals("SUCCEEDED")) {
            tally.sent(
                    send.toOutsider() != null,
                    send.amountWon(),
                    end.getJsonNumber("feeWon").longValue(),
                    end.getJsonNumber("toppedUpWon").longValue());
        } else {
            tally.refused(reason.orElse("-"));
        }
        if (!reason.equals(send.refusal())) {
            tally.unexpected(send.key() + ": " + end);
        }
    }

    private String requestId(String what, Send send) {
        return plan.tag() + "-" + what + "-" + send.key();
    }
}
