package com.mypay.benchmarks;

import com.mypay.cli.api.Http;
import com.mypay.cli.api.Patient;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.TestClock;
import com.mypay.cli.play.Banks;
import com.mypay.cli.play.Parties;
import com.mypay.cli.play.Plan;
import com.mypay.cli.play.SignUp;
import com.mypay.cli.play.SmallDay;
import com.mypay.cli.remit.Remittances;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The members who pay and the franchises that are paid, made through the APIs as {@code mypay day} makes its own. */
final class Payers {

    /** A small day of its own, so that it meets nobody of those that {@code mypay day} plays. */
    private static final long SEED = 79_999;

    private static final int SIGN_UP_CLIENTS = 4;
    private static final long CHARGE_WON = 1_000_000_000;
    private static final long AMOUNT_WON = 1_000;
    private static final int FIND_CHARGE_AT_MOST = 600;
    private static final long FIND_CHARGE_EVERY_MILLIS = 100;

    private final Home home;
    private final List<Payer> payers;
    private final long[] franchises;
    private final Patient patient = new Patient();

    private record Payer(long memberId, Http http) {}

    private Payers(Home home, List<Payer> payers, long[] franchises) {
        this.home = home;
        this.payers = payers;
        this.franchises = franchises;
    }

    static Payers signedUp(Home home, PrintWriter out) {
        Plan plan = SmallDay.of(SEED, new TestClock(home, Clock.systemUTC()).date());
        Parties parties = Parties.of(home, plan.tag());
        new Banks(home).prepare();
        new SignUp(home, plan, parties, SIGN_UP_CLIENTS, out).all();
        Http http = new Http(home);
        List<Payer> payers = plan.people().stream()
                .filter(person -> person.chargeWon() > 0)
                .map(person -> parties.id(person.key()))
                .map(id -> new Payer(id, http.member(id)))
                .toList();
        long[] franchises =
                plan.shops().stream().mapToLong(shop -> parties.id(shop.key())).toArray();
        Payers signedUp = new Payers(home, payers, franchises);
        payers.forEach(signedUp::charge);
        return signedUp;
    }

    List<Long> members() {
        return payers.stream().map(Payer::memberId).toList();
    }

    Remittances remittancesOf(long member) {
        return new Remittances(home, member);
    }

    /**
     * One payment after the other, by members that no other client pays for: as in real life, and so that no client waits
     * for another one's row.
     */
    Runnable client(int client, int clients) {
        List<Payer> own = java.util.stream.IntStream.range(0, payers.size())
                .filter(i -> i % clients == client)
                .mapToObj(payers::get)
                .toList();
        return new Runnable() {
            private int next;

            @Override
            public void run() {
                pay(own.get(next % own.size()), franchises[(client + next) % franchises.length]);
                next++;
            }
        };
    }

    /** Any other answer than "approved" ends the measurement: a refusal is cheaper than a payment. */
    private static void pay(Payer payer, long franchise) {
        JsonObject body = Json.createObjectBuilder()
                .add("memberId", payer.memberId())
                .add("franchiseId", franchise)
                .add("amountWon", AMOUNT_WON)
                .add("orderName", "후라이드 한 마리")
                .build();
        Http.Answer answer = payer.http().post("/payment/com/v1/pay/my-money", newRequestId(), body);
        if (answer.status() != 201) {
            throw new IllegalStateException("a payment was not approved: " + answer);
        }
    }

    /** Enough for hours, so that no payment of a run needs a top-up. */
    private void charge(Payer payer) {
        JsonObject body = Json.createObjectBuilder()
                .add("memberId", payer.memberId())
                .add("amountWon", CHARGE_WON)
                .build();
        String id = patient.post(payer.http(), "/money/com/v1/charge/money", newRequestId(), body)
                .orRefused("charge/money")
                .getString("chargeId");
        for (int look = 0; look < FIND_CHARGE_AT_MOST; look++) {
            String status = patient.get(payer.http(), "/money/com/v1/find/charge?chargeId=" + id)
                    .orRefused("find/charge")
                    .getString("status");
            if (status.equals("COMPLETED")) {
                return;
            }
            Patient.pause(FIND_CHARGE_EVERY_MILLIS);
        }
        throw new IllegalStateException("charge " + id + " doesn't end");
    }

    private static String newRequestId() {
        return UUID.randomUUID().toString();
    }
}
