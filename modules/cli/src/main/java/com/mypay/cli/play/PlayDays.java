package com.mypay.cli.play;

import com.mypay.cli.Progress;
import com.mypay.cli.Text;
import com.mypay.cli.api.Http;
import com.mypay.cli.api.Http.Answer;
import com.mypay.cli.api.Patient;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.TestClock;
import com.mypay.cli.play.Plan.Cancel;
import com.mypay.cli.play.Plan.Day;
import com.mypay.cli.play.Plan.Pay;
import com.mypay.cli.play.Plan.Step;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Plays a plan's days, one after the other on the test clock, each with several clients at once. */
final class PlayDays {

    /** Late enough to be no bank's maintenance, early enough that no play reaches midnight. */
    static final LocalTime OPENING = LocalTime.of(9, 0);

    private static final long NOBODY = 999_999_999_999L;

    private final Plan plan;
    private final Parties parties;
    private final TestClock clock;
    private final Http http;
    private final Patient patient = new Patient();
    private final PrintWriter out;
    private final int clients;
    private final Tally tally = new Tally();
    private final Map<String, String> paymentIds = new ConcurrentHashMap<>();

    PlayDays(Home home, Plan plan, Parties parties, TestClock clock, int clients, PrintWriter out) {
        this.plan = plan;
        this.parties = parties;
        this.clock = clock;
        this.http = new Http(home);
        this.clients = clients;
        this.out = out;
    }

    Tally play() {
        List<Day> before =
                plan.days().stream().filter(day -> !isBusinessDate(day)).toList();
        Progress earlier = new Progress(
                out,
                Text.of("play.earlier"),
                before.stream().mapToInt(day -> day.steps().size()).sum());
        before.forEach(day -> play(day, earlier));
        for (Day day : plan.days()) {
            if (isBusinessDate(day)) {
                long begin = System.nanoTime();
                play(
                        day,
                        new Progress(
                                out,
                                Text.of("play.steps", day.date().toString()),
                                day.steps().size()));
                tally.played(System.nanoTime() - begin);
            }
        }
        return tally;
    }

    private boolean isBusinessDate(Day day) {
        return day.date().equals(plan.businessDate());
    }

    private void play(Day day, Progress progress) {
        clock.moveTo(day.date(), OPENING);
        Map<String, List<Step>> ofPerson = day.steps().stream()
                .collect(Collectors.groupingBy(Step::person, LinkedHashMap::new, Collectors.toList()));
        new Lanes<>(ofPerson.values()).run(clients, step -> {
            if (step instanceof Pay pay) {
                pay(pay, isBusinessDate(day));
            } else if (step instanceof Cancel cancel) {
                cancel(cancel);
            }
            progress.step();
        });
    }

    private void pay(Pay pay, boolean timed) {
        long member = parties.id(pay.person());
        String shop = pay.shop();
        JsonObject body = Json.createObjectBuilder()
                .add("memberId", member)
                .add("franchiseId", shop == null ? NOBODY : parties.id(shop))
                .add("amountWon", pay.amountWon())
                .add("orderName", pay.orderName())
                .build();
        long begin = System.nanoTime();
        Answer answer =
                patient.post(http.member(member), "/payment/com/v1/pay/my-money", requestId("pay", pay.key()), body);
        if (timed) {
            tally.timed(System.nanoTime() - begin);
        }
        if (isAsExpected(pay, answer)) {
            JsonObject approved = answer.json();
            paymentIds.put(pay.key(), approved.getString("paymentId"));
            tally.paid(pay.amountWon(), approved.getJsonNumber("toppedUpWon").longValue());
        }
    }

    private void cancel(Cancel cancel) {
        String paymentId = paymentIds.get(cancel.paymentKey());
        if (paymentId == null) {
            tally.unexpected(cancel.key() + ": its payment was not approved");
            return;
        }
        JsonObjectBuilder body =
                Json.createObjectBuilder().add("paymentId", paymentId).add("reason", cancel.reason());
        cancel.amountWon().ifPresent(won -> body.add("amountWon", won));
        Answer answer = patient.post(
                http.member(parties.id(cancel.person())),
                "/payment/com/v1/cancel/payment",
                requestId("cancel", cancel.key()),
                body.build());
        if (isAsExpected(cancel, answer)) {
            tally.cancelled(answer.json().getJsonNumber("cancelledWon").longValue());
        }
    }

    /** Counts refusals, and names what came out otherwise than planned. @return whether it was carried out */
    private boolean isAsExpected(Step step, Answer answer) {
        if (!answer.isOk()) {
            tally.refused(answer.code());
        }
        boolean planned =
                answer.isOk() ? step.refusal().isEmpty() : step.refusal().equals(java.util.Optional.of(answer.code()));
        if (!planned) {
            tally.unexpected(step.key() + ": " + answer.status() + " " + answer.body());
        }
        return answer.isOk();
    }

    /** The date is no part of it: a payment of the past that two days need is one payment. */
    private String requestId(String what, String key) {
        return plan.tag() + "-" + what + "-" + key;
    }
}
