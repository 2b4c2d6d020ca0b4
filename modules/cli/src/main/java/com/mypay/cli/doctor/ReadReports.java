package com.mypay.cli.doctor;

import com.mypay.cli.api.Http;
import com.mypay.cli.api.Patient;
import com.mypay.cli.doctor.Examination.Route;
import com.mypay.cli.doctor.Reports.BankReport;
import com.mypay.cli.doctor.Reports.MessageRow;
import com.mypay.cli.doctor.Reports.ServiceCheck;
import com.mypay.cli.doctor.Reports.ServiceReport;
import com.mypay.cli.home.Home;
import com.mypay.cli.process.Parts;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks the services, the broker and the banks. */
final class ReadReports {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final int LAST_DIGITS = 4;

    /** The services' replicas are as old as they are, but for remittance's: installations were made without it. */
    private static final Route LATER_QUEUE =
            new Route("membership.events", "remittance.membership-events", "remittance");

    private static final String SENDER_OF_MEMBERS = "membership";

    /** Has no messages of the business, so that nothing is compared but its own findings. */
    private static final String LOGS = "logs";

    private final Home home;
    private final Http staff;
    private final Http bank;
    private final Patient patient = new Patient(ANSWER_WITHIN);

    ReadReports(Home home) {
        this.home = home;
        this.staff = new Http(home).staff("mypay.doctor", "operator");
        this.bank = Http.bank(home);
    }

    Reports read() {
        List<MessageRow> messages = new ArrayList<>();
        Parts.SERVICES.forEach(service -> messages.addAll(messages(service)));
        long since = sinceTheFirstThatCameOutOf(LATER_QUEUE);
        var queues = BrokerCounts.read(home);
        Map<String, ServiceReport> services = new LinkedHashMap<>();
        Parts.SERVICES.forEach(service -> services.put(service, report(service)));
        services.put(LOGS, report(LOGS));
        return new Reports(services, messages, Map.of(LATER_QUEUE.queue(), since), queues, banks());
    }

    private List<MessageRow> messages(String service) {
        return counts(service, "")
                .map(row -> new MessageRow(
                        service,
                        row.getString("direction"),
                        row.getString("destination"),
                        row.getString("status"),
                        number(row, "messages")))
                .toList();
    }

    /** What was sent to a fan-out before one of its queues was there has never come into that queue. */
    private long sinceTheFirstThatCameOutOf(Route later) {
        return counts(later.receiver(), "")
                .filter(row -> row.getString("direction").equals("IN"))
                .filter(row -> row.getString("destination").equals(later.queue()))
                .map(row -> row.getString("firstMessageId"))
                .min(Comparator.naturalOrder())
                .map(first -> counts(SENDER_OF_MEMBERS, "?from=" + first)
                        .filter(row -> row.getString("direction").equals("OUT"))
                        .filter(row -> row.getString("destination").equals(later.address()))
                        .filter(row -> row.getString("status").equals("DONE"))
                        .mapToLong(row -> number(row, "messages"))
                        .sum())
                .orElse(0L);
    }

    private Stream<JsonObject> counts(String service, String query) {
        return patient
                .get(staff, "/" + service + "/adm/v1/find/message-counts" + query)
                .orRefused(service + " find/message-counts")
                .getJsonArray("messages")
                .stream()
                .map(JsonValue::asJsonObject);
    }

    private ServiceReport report(String service) {
        JsonObject body =
                patient.get(staff, "/" + service + "/adm/v1/audit/invariants").orRefused(service + " audit/invariants");
        List<ServiceCheck> checks = new ArrayList<>();
        for (JsonValue each : body.getJsonArray("checks")) {
            JsonObject check = each.asJsonObject();
            checks.add(new ServiceCheck(
                    check.getString("invariant"),
                    check.getString("rule"),
                    number(check, "rowsChecked"),
                    check.getBoolean("ok") ? null : check.getString("firstViolation", "?")));
        }
        Map<String, Long> totals = new LinkedHashMap<>();
        JsonObject told = body.getJsonObject("totals");
        told.keySet().forEach(name -> totals.put(name, number(told, name)));
        return new ServiceReport(checks, totals);
    }

    private BankReport banks() {
        JsonObject audit = patient.get(bank, "/sim/audit").orRefused("sim/audit");
        Map<String, Long> rules = new LinkedHashMap<>();
        for (JsonValue each : audit.getJsonArray("checks")) {
            JsonObject check = each.asJsonObject();
            rules.put(check.getString("rule"), number(check, "violations"));
        }
        long lies = 0;
        long moved = 0;
        List<JsonObject> corporate = corporateAccounts();
        for (JsonObject account : accountsOf(corporate)) {
            lies += number(account, "balanceWon");
            moved += number(account, "balanceWon") - number(account, "endowmentWon");
        }
        return new BankReport(rules, number(audit, "transfersCompleted"), number(audit, "calls"), lies, moved);
    }

    private List<JsonObject> corporateAccounts() {
        return patient
                .get(staff, "/banking/adm/v1/find/corporate-accounts")
                .orRefused("find/corporate-accounts")
                .getJsonArray("accounts")
                .stream()
                .map(JsonValue::asJsonObject)
                .toList();
    }

    /** Banking masks the numbers, so the banks' accounts are found by bank, holder and last digits. */
    private List<JsonObject> accountsOf(List<JsonObject> corporate) {
        List<JsonObject> found = new ArrayList<>();
        String cursor = "";
        while (!corporate.isEmpty()) {
            JsonObject page =
                    patient.get(bank, "/sim/accounts?limit=1000" + cursor).orRefused("sim/accounts");
            page.getJsonArray("accounts").stream()
                    .map(JsonValue::asJsonObject)
                    .filter(account -> corporate.stream().anyMatch(own -> isSame(own, account)))
                    .forEach(found::add);
            if (!page.containsKey("nextCursor")) {
                break;
            }
            cursor = "&cursor=" + page.getString("nextCursor");
        }
        return found;
    }

    private static boolean isSame(JsonObject own, JsonObject account) {
        return own.getString("bankCode").equals(account.getString("bankCode"))
                && own.getString("holderName").equals(account.getString("holderName"))
                && lastDigits(own.getString("accountNumberMasked"))
                        .equals(lastDigits(account.getString("accountNumber")));
    }

    private static String lastDigits(String number) {
        return number.substring(number.length() - LAST_DIGITS);
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }
}
