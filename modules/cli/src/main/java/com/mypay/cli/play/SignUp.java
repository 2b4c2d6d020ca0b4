package com.mypay.cli.play;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.Progress;
import com.mypay.cli.Text;
import com.mypay.cli.api.Http;
import com.mypay.cli.api.MessageCounts;
import com.mypay.cli.api.Patient;
import com.mypay.cli.home.Home;
import com.mypay.cli.play.Plan.Account;
import com.mypay.cli.play.Plan.Person;
import com.mypay.cli.play.Plan.Shop;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets the people and shops of a plan sign up through the APIs: membership, a bank account linked and verified by the
 * code of the 1-won deposit, commission terms proposed by one person and approved by another, the first charge.
 */
public final class SignUp {

    private static final String PROPOSER = "mypay.play";
    private static final String APPROVER = "mypay.play.second";
    private static final Pattern CODE = Pattern.compile("([0-9]{4})$");
    private static final int ACCOUNTS_AT_ONCE = 2_000;

    private final Plan plan;
    private final Parties parties;
    private final Http http;
    private final Http bank;
    private final Patient patient = new Patient();
    private final PrintWriter out;
    private final int clients;
    private final MessageCounts counts;

    public SignUp(Home home, Plan plan, Parties parties, int clients, PrintWriter out) {
        this.plan = plan;
        this.parties = parties;
        this.http = new Http(home);
        this.bank = Http.bank(home);
        this.clients = clients;
        this.out = out;
        this.counts = new MessageCounts(home, out);
    }

    /** Everybody who hasn't signed up yet. Returns once payment knows all of them. */
    public void all() {
        List<Person> people = plan.people().stream()
                .filter(person -> parties.find(person.key()).isEmpty())
                .toList();
        List<Shop> shops = plan.shops().stream()
                .filter(shop -> parties.find(shop.key()).isEmpty())
                .toList();
        openAccounts(people, shops);
        Progress progress = new Progress(out, Text.of("play.people"), people.size());
        eachInItsOwnLane(people, person -> {
            signUp(person);
            progress.step();
        });
        Progress ofShops = new Progress(out, Text.of("play.shops"), shops.size());
        eachInItsOwnLane(shops, shop -> {
            signUp(shop);
            ofShops.step();
        });
        counts.awaitArrival("membership", "membership.events", "payment", "payment.membership-events");
        counts.awaitArrival("membership", "membership.events", "settlement", "settlement.membership-events");
    }

    /** Charges what each needs for the plan; returns once all charges have ended. */
    void chargeAll() {
        Map<String, String> charges = new ConcurrentHashMap<>();
        List<Person> charging =
                plan.people().stream().filter(person -> person.chargeWon() > 0).toList();
        eachInItsOwnLane(charging, person -> charges.put(person.key(), charge(person)));
        Progress progress = new Progress(out, Text.of("play.charges"), charging.size());
        eachInItsOwnLane(charging, person -> {
            awaitCharge(person, required(charges, person.key()));
            progress.step();
        });
    }

    private <T> void eachInItsOwnLane(List<T> all, java.util.function.Consumer<T> work) {
        new Lanes<>(all.stream().map(List::of).toList()).run(clients, work);
    }

    private void openAccounts(List<Person> people, List<Shop> shops) {
        List<JsonObject> accounts = new ArrayList<>();
        for (Person person : people) {
            Account account = person.account();
            if (account != null) {
                accounts.add(accountOf(account, person.name()));
            }
        }
        shops.forEach(shop -> accounts.add(accountOf(shop.account(), shop.name())));
        plan.remittances().outsiders().forEach(one -> accounts.add(accountOf(one.account(), one.name())));
        for (int from = 0; from < accounts.size(); from += ACCOUNTS_AT_ONCE) {
            int to = Math.min(accounts.size(), from + ACCOUNTS_AT_ONCE);
            JsonValue some = Json.createArrayBuilder(accounts.subList(from, to)).build();
            bank.post("/sim/accounts", null, some).orRefused("open accounts");
        }
    }

    private static JsonObject accountOf(Account account, String holder) {
        return Json.createObjectBuilder()
                .add("bankCode", account.bankCode())
                .add("accountNumber", account.number())
                .add("holderName", holder)
                .add("balanceWon", account.endowmentWon())
                .build();
    }

    private void signUp(Person person) {
        JsonObject body = profile(person.name(), person.province(), person.district())
                .add("phone", person.phone())
                .add("email", person.key() + "@example.com")
                .build();
        long id = patient.post(http, "/membership/com/v1/create/member", requestId("member", person.key()), body)
                .orRefused("create/member " + person.key())
                .getJsonNumber("memberId")
                .longValue();
        Account account = person.account();
        if (account != null) {
            link(http.member(id), id, person.key(), person.name(), account);
        }
        if (person.suspended()) {
            JsonObject why = Json.createObjectBuilder()
                    .add("memberId", id)
                    .add("reason", "lost phone")
                    .build();
            patient.post(
                            http.staff(PROPOSER, "operator"),
                            "/membership/adm/v1/suspend/member",
                            requestId("suspend", person.key()),
                            why)
                    .orRefused("suspend/member " + person.key());
        }
        parties.add(person.key(), id);
    }

    private void signUp(Shop shop) {
        JsonObjectBuilder body = profile(shop.name(), shop.province(), shop.district())
                .add("phone", "02-555-0100")
                .add("email", "office@example.com")
                .add("businessNumber", shop.businessNumber());
        Plan.Terms terms = shop.terms();
        if (terms != null) {
            body.add(
                    "settlementTerms",
                    Json.createObjectBuilder()
                            .add("cycle", terms.cycle())
                            .add("minimumPayoutWon", terms.minimumPayoutWon())
                            .add("hold", terms.hold()));
        }
        long id = patient.post(
                        http.staff(PROPOSER, "operator"),
                        "/membership/com/v1/create/franchise",
                        requestId("franchise", shop.key()),
                        body.build())
                .orRefused("create/franchise " + shop.key())
                .getJsonNumber("memberId")
                .longValue();
        link(http.franchise(id), id, shop.key(), shop.name(), shop.account());
        shop.commissionBasisPoints().ifPresent(basisPoints -> agreeOnCommission(shop, id, basisPoints));
        parties.add(shop.key(), id);
    }

    private static JsonObjectBuilder profile(String name, String province, String district) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("province", province)
                .add("district", district);
    }

    private void link(Http as, long id, String key, String holder, Account account) {
        JsonObject body = Json.createObjectBuilder()
                .add("memberId", id)
                .add("bankCode", account.bankCode())
                .add("accountNumber", account.number())
                .add("holderName", holder)
                .build();
        patient.post(as, "/banking/com/v1/register/bank-account", requestId("account", key), body)
                .orRefused("register/bank-account " + key);
        JsonObject code = Json.createObjectBuilder()
                .add("memberId", id)
                .add("code", codeFor(account))
                .build();
        patient.post(as, "/banking/com/v1/verify/bank-account", requestId("verify", key), code)
                .orRefused("verify/bank-account " + key);
    }

    /** As the holder reads it in the account's statement. */
    private String codeFor(Account account) {
        JsonObject deposits = patient.get(
                        bank, "/sim/accounts/" + account.bankCode() + "/" + account.number() + "/deposits?limit=100")
                .orRefused("deposits");
        for (JsonValue deposit : deposits.getJsonArray("deposits")) {
            Matcher code = CODE.matcher(deposit.asJsonObject().getString("memo"));
            if (deposit.asJsonObject().getInt("amountWon") == 1 && code.find()) {
                return code.group(1);
            }
        }
        throw CommandFailure.failed("play.noCode", account.number());
    }

    private void agreeOnCommission(Shop shop, long id, int basisPoints) {
        JsonObject proposal = Json.createObjectBuilder()
                .add("franchiseId", id)
                .add("basisPoints", basisPoints)
                .add("effectiveFrom", plan.partiesOn().toString())
                .build();
        String commissionId = patient.post(
                        http.staff(PROPOSER, "operator"),
                        "/payment/adm/v1/modify/commission",
                        requestId("propose", shop.key()),
                        proposal)
                .orRefused("modify/commission " + shop.key())
                .getString("commissionId");
        patient.post(
                        http.staff(APPROVER, "approver"),
                        "/payment/adm/v1/approve/commission",
                        requestId("approve", shop.key()),
                        Json.createObjectBuilder()
                                .add("commissionId", commissionId)
                                .build())
                .orRefused("approve/commission " + shop.key());
    }

    private String charge(Person person) {
        long id = parties.id(person.key());
        JsonObject body = Json.createObjectBuilder()
                .add("memberId", id)
                .add("amountWon", person.chargeWon())
                .build();
        return patient.post(
                        http.member(id),
                        "/money/com/v1/charge/money",
                        requestId(plan.businessDate() + "-charge", person.key()),
                        body)
                .orRefused("charge/money " + person.key())
                .getString("chargeId");
    }

    private void awaitCharge(Person person, String chargeId) {
        Http as = http.member(parties.id(person.key()));
        for (int look = 0; look < 600; look++) {
            JsonObject charge = patient.get(as, "/money/com/v1/find/charge?chargeId=" + chargeId)
                    .orRefused("find/charge");
            switch (charge.getString("status")) {
                case "COMPLETED" -> {
                    return;
                }
                case "FAILED" ->
                    throw CommandFailure.failed("play.chargeFailed", person.key(), charge.getString("reasonCode", ""));
                default -> Patient.pause(200);
            }
        }
        throw CommandFailure.failed("play.chargeOpen", person.key(), chargeId);
    }

    private String requestId(String what, String key) {
        return plan.tag() + "-" + what + "-" + key;
    }

    private static <V> V required(Map<String, V> map, String key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("nothing for " + key);
        }
        return value;
    }
}
