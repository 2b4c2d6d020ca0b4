package com.mypay.banksimulator.adapter.in.http;

import com.mypay.banksimulator.application.AuditBooks;
import com.mypay.banksimulator.application.ChangeAccount;
import com.mypay.banksimulator.application.ChangeBank;
import com.mypay.banksimulator.application.FindAccount;
import com.mypay.banksimulator.application.FindAccounts;
import com.mypay.banksimulator.application.FindBanks;
import com.mypay.banksimulator.application.FindStatement;
import com.mypay.banksimulator.application.OpenAccounts;
import com.mypay.banksimulator.application.OpenAccounts.NewAccount;
import com.mypay.banksimulator.application.Page;
import com.mypay.banksimulator.domain.Account;
import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.AccountStatus;
import com.mypay.banksimulator.domain.Bank;
import com.mypay.banksimulator.domain.BankCode;
import com.mypay.banksimulator.domain.BankProblem;
import com.mypay.banksimulator.domain.Behaviour;
import com.mypay.banksimulator.domain.Behaviour.Mode;
import com.mypay.banksimulator.domain.Behaviour.Scope;
import com.mypay.banksimulator.domain.BehaviourPlan;
import com.mypay.banksimulator.domain.Behaviours;
import com.mypay.banksimulator.domain.Rejected;
import com.mypay.banksimulator.domain.TaxStatus;
import com.mypay.banksimulator.domain.Won;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What tests and the day player tell the banks, and see of them: {@code /sim/…}. */
final class SimulationResource {
    private static final Set<String> ACCOUNT_FIELDS =
            Set.of("bankCode", "accountNumber", "holderName", "balanceWon", "taxStatus", "openedOn");
    private static final Set<String> BEHAVIOUR_FIELDS =
            Set.of("mode", "appliesTo", "delayMillis", "nextCalls", "probabilityPercent", "seed", "reason");
    private static final long USUAL_DELAY_MILLIS = 3_000;
    private static final int LONGEST_REASON = 200;

    private final UseCases useCases;
    private final Behaviours behaviours;

    /** What this resource calls. */
    record UseCases(
            OpenAccounts openAccounts,
            ChangeAccount changeAccount,
            ChangeBank changeBank,
            FindBanks findBanks,
            FindAccount findAccount,
            FindAccounts findAccounts,
            FindStatement findStatement,
            AuditBooks auditBooks) {}

    SimulationResource(UseCases useCases, Behaviours behaviours) {
        this.useCases = useCases;
        this.behaviours = behaviours;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/health", this::health),
                new Route("POST", "/sim/accounts", this::openAccounts),
                new Route("GET", "/sim/accounts", this::accounts),
                new Route("GET", "/sim/accounts/{bankCode}/{accountNumber}", this::account),
                new Route("PUT", "/sim/accounts/{bankCode}/{accountNumber}", this::changeAccount),
                new Route("GET", "/sim/accounts/{bankCode}/{accountNumber}/deposits", this::deposits),
                new Route("PUT", "/sim/banks/{bankCode}", this::changeBank),
                new Route("GET", "/sim/banks/{bankCode}/behaviour", this::behaviour),
                new Route("PUT", "/sim/banks/{bankCode}/behaviour", this::tellBehaviour),
                new Route("GET", "/sim/audit", this::audit));
    }

    /** Up means: the books answer. */
    private Reply health(Request request) {
        return Reply.ok(Json.object()
                .add("status", useCases.findBanks().find().isEmpty() ? "DOWN" : "UP")
                .build());
    }

    private Reply openAccounts(Request request) {
        if (!(Json.read(request.body()) instanceof JsonArray array)) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, "a JSON array of accounts is expected");
        }
        List<NewAccount> accounts = new ArrayList<>(array.size());
        for (JsonValue value : array) {
            Fields fields = Fields.of(value, ACCOUNT_FIELDS);
            accounts.add(new NewAccount(
                    AccountId.of(fields.text("bankCode"), fields.text("accountNumber")),
                    fields.text("holderName"),
                    fields.won("balanceWon"),
                    fields.optionalConstant("taxStatus", TaxStatus.class),
                    fields.optionalDate("openedOn")));
        }
        OpenAccounts.Opened opened = useCases.openAccounts().open(accounts);
        return Reply.ok(Json.object()
                .add("opened", opened.opened())
                .add("unchanged", opened.unchanged())
                .build());
    }

    private Reply accounts(Request request) {
        request.checkQuery(Set.of("cursor", "limit"));
        Page<FindAccounts.Row> found = useCases.findAccounts().find(request.page());
        JsonObjectBuilder json = Json.object().add("accounts", Json.array(found.rows(), SimulationResource::row));
        found.nextCursor().ifPresent(cursor -> json.add("nextCursor", cursor));
        return Reply.ok(json.build());
    }

    private static JsonObjectBuilder row(FindAccounts.Row row) {
        return Json.object()
                .add("bankCode", row.bankCode())
                .add("accountNumber", row.accountNumber())
                .add("holderName", row.holderName())
                .add("status", row.status())
                .add("endowmentWon", row.endowmentWon())
                .add("balanceWon", row.balanceWon());
    }

    private Reply account(Request request) {
        return whole(useCases.findAccount().find(request.account()));
    }

    private Reply changeAccount(Request request) {
        AccountStatus status = Fields.of(request.body(), Set.of("status")).constant("status", AccountStatus.class);
        return whole(useCases.changeAccount().change(request.account(), status));
    }

    private static Reply whole(Account account) {
        return Reply.ok(Accounts.facts(account)
                .add("endowmentWon", account.endowment().value())
                .add("balanceWon", account.balance().value())
                .build());
    }

    private Reply deposits(Request request) {
        request.checkQuery(Set.of("limit"));
        AccountId id = useCases.findAccount().find(request.account()).id();
        return Reply.ok(Accounts.reference(id)
                .add(
                        "deposits",
                        Json.array(useCases.findStatement().findDeposits(id, request.limit()), Accounts::statementRow))
                .build());
    }

    private Reply changeBank(Request request) {
        Fields fields = Fields.of(request.body(), Set.of("feePerCallWon", "transferLimitWon"));
        Bank bank = useCases.changeBank()
                .change(
                        request.bankCode(),
                        fields.optionalWhole("feePerCallWon").map(Won::won),
                        fields.optionalWhole("transferLimitWon").map(Won::won));
        return Reply.ok(Json.object()
                .add("bankCode", bank.code().value())
                .add("nameKo", bank.nameKo())
                .add("nameEn", bank.nameEn())
                .add("feePerCallWon", bank.feePerCall().value())
                .add("transferLimitWon", bank.transferLimit().value())
                .build());
    }

    private Reply behaviour(Request request) {
        return told(useCases.findBanks().find(request.bankCode()).code());
    }

    private Reply tellBehaviour(Request request) {
        BankCode bank = useCases.findBanks().find(request.bankCode()).code();
        Fields fields = Fields.of(request.body(), BEHAVIOUR_FIELDS);
        if (fields.optionalInt("nextCalls", 1) < 1) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, "nextCalls is 1 or more");
        }
        String reason = fields.optionalText("reason").orElse("");
        if (reason.length() > LONGEST_REASON) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, "reason has at most 200 characters");
        }
        behaviours.tell(
                bank,
                new Behaviour(
                        fields.constant("mode", Mode.class),
                        fields.optionalConstant("appliesTo", Scope.class).orElse(Scope.TRANSFERS),
                        fields.optionalWhole("delayMillis").orElse(USUAL_DELAY_MILLIS),
                        fields.optionalInt("nextCalls", 0),
                        fields.optionalInt("probabilityPercent", 100),
                        fields.optionalWhole("seed").orElse(0L),
                        reason));
        return told(bank);
    }

    private Reply told(BankCode bank) {
        BehaviourPlan plan = behaviours.of(bank);
        Behaviour behaviour = plan.current();
        JsonObjectBuilder json = Json.object()
                .add("bankCode", bank.value())
                .add("mode", behaviour.mode().name())
                .add("appliesTo", behaviour.scope().name())
                .add("delayMillis", behaviour.delayMillis())
                .add("probabilityPercent", behaviour.probabilityPercent())
                .add("seed", behaviour.seed())
                .add("reason", behaviour.reason());
        if (behaviour.calls() > 0) {
            json.add("nextCalls", plan.remainingCalls());
        }
        return Reply.ok(json.build());
    }

    private Reply audit(Request request) {
        AuditBooks.Audit audit = useCases.auditBooks().audit();
        List<AuditBooks.BankTotals> banks = audit.banks();
        return Reply.ok(Json.object()
                .add("conserved", audit.conserved())
                .add("accounts", sum(banks, AuditBooks.BankTotals::accounts))
                .add("balanceWon", sum(banks, AuditBooks.BankTotals::balanceWon))
                .add("endowmentWon", sum(banks, AuditBooks.BankTotals::endowmentWon))
                .add("transfersCompleted", sum(banks, AuditBooks.BankTotals::transfersCompleted))
                .add("transfersRefused", sum(banks, AuditBooks.BankTotals::transfersRefused))
                .add("transfersInProgress", sum(banks, AuditBooks.BankTotals::transfersInProgress))
                .add("verifications", sum(banks, AuditBooks.BankTotals::verifications))
                .add("calls", sum(banks, AuditBooks.BankTotals::calls))
                .add("executions", sum(banks, AuditBooks.BankTotals::executions))
                .add("feesWon", sum(banks, AuditBooks.BankTotals::feesWon))
                .add("banks", Json.array(banks, SimulationResource::bankTotals))
                .add(
                        "checks",
                        Json.array(
                                audit.checks(),
                                check -> Json.object()
                                        .add("rule", check.rule())
                                        .add("holds", check.violations() == 0)
                                        .add("violations", check.violations())))
                .build());
    }

    private static JsonObjectBuilder bankTotals(AuditBooks.BankTotals bank) {
        return Json.object()
                .add("bankCode", bank.bankCode())
                .add("accounts", bank.accounts())
                .add("balanceWon", bank.balanceWon())
                .add("endowmentWon", bank.endowmentWon())
                .add("interbankPositionWon", bank.interbankPositionWon())
                .add("transfersCompleted", bank.transfersCompleted())
                .add("transfersRefused", bank.transfersRefused())
                .add("transfersInProgress", bank.transfersInProgress())
                .add("verifications", bank.verifications())
                .add("calls", bank.calls())
                .add("executions", bank.executions())
                .add("feesWon", bank.feesWon());
    }

    private static long sum(List<AuditBooks.BankTotals> banks, ToLongFunction<AuditBooks.BankTotals> figure) {
        return banks.stream().mapToLong(figure).sum();
    }
}
