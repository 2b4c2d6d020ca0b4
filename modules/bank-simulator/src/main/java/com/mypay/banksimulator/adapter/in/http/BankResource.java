package com.mypay.banksimulator.adapter.in.http;

import com.mypay.banksimulator.application.FindAccount;
import com.mypay.banksimulator.application.FindBanks;
import com.mypay.banksimulator.application.FindBill;
import com.mypay.banksimulator.application.FindStatement;
import com.mypay.banksimulator.application.FindTransfer;
import com.mypay.banksimulator.application.FinishTransfer;
import com.mypay.banksimulator.application.MakeTransfer;
import com.mypay.banksimulator.application.MakeTransfer.Handling;
import com.mypay.banksimulator.application.Page;
import com.mypay.banksimulator.domain.Account;
import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.AccountNumber;
import com.mypay.banksimulator.domain.Bank;
import com.mypay.banksimulator.domain.BankCode;
import com.mypay.banksimulator.domain.BankProblem;
import com.mypay.banksimulator.domain.Behaviour;
import com.mypay.banksimulator.domain.Behaviour.Mode;
import com.mypay.banksimulator.domain.Behaviour.Scope;
import com.mypay.banksimulator.domain.Behaviours;
import com.mypay.banksimulator.domain.Days;
import com.mypay.banksimulator.domain.Instruction;
import com.mypay.banksimulator.domain.Rejected;
import com.mypay.banksimulator.domain.Transfer;
import com.mypay.banksimulator.domain.TransferId;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** What a bank offers its customers' systems: {@code /banks/…}. Each bank answers as it is told to behave. */
final class BankResource {
    private static final Set<String> TRANSFER_FIELDS =
            Set.of("transactionId", "transactionDate", "from", "to", "amountWon", "memo");
    private static final Set<String> VERIFICATION_FIELDS =
            Set.of("transactionId", "transactionDate", "accountNumber", "memo");

    private final UseCases useCases;
    private final Behaviours behaviours;
    private final Clock clock;

    /** What this resource calls. */
    record UseCases(
            MakeTransfer makeTransfer,
            FinishTransfer finishTransfer,
            FindTransfer findTransfer,
            FindBanks findBanks,
            FindAccount findAccount,
            FindStatement findStatement,
            FindBill findBill) {}

    BankResource(UseCases useCases, Behaviours behaviours, Clock clock) {
        this.useCases = useCases;
        this.behaviours = behaviours;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/banks", this::banks),
                new Route("GET", "/banks/{bankCode}/accounts/{accountNumber}", this::account),
                new Route("GET", "/banks/{bankCode}/accounts/{accountNumber}/balance", this::balance),
                new Route("POST", "/banks/{bankCode}/verifications", this::verify),
                new Route("POST", "/banks/{bankCode}/transfers", this::transfer),
                new Route("GET", "/banks/{bankCode}/transfers/{transactionDate}/{transactionId}", this::inquire),
                new Route("GET", "/banks/{bankCode}/statements/{date}", this::statement),
                new Route("GET", "/banks/{bankCode}/bills/{month}", this::bill));
    }

    private Reply banks(Request request) {
        request.checkQuery(Set.of());
        return Reply.ok(Json.array(useCases.findBanks().find(), this::bank).build());
    }

    private JsonObjectBuilder bank(Bank bank) {
        return Json.object()
                .add("bankCode", bank.code().value())
                .add("nameKo", bank.nameKo())
                .add("nameEn", bank.nameEn())
                .add("up", behaviours.of(bank.code()).current().mode() != Mode.DOWN);
    }

    private Reply transfer(Request request) {
        BankCode bank = request.bankCode();
        Fields fields = Fields.of(request.body(), TRANSFER_FIELDS);
        return instruct(Instruction.transfer(
                new TransferId(bank, fields.date("transactionDate"), fields.text("transactionId")),
                fields.account("from"),
                fields.account("to"),
                fields.won("amountWon"),
                fields.optionalText("memo").orElse("")));
    }

    private Reply verify(Request request) {
        BankCode bank = request.bankCode();
        Fields fields = Fields.of(request.body(), VERIFICATION_FIELDS);
        LocalDate today = Days.dayOf(clock.instant());
        return instruct(Instruction.verification(
                bank,
                fields.optionalDate("transactionDate").orElse(today),
                fields.text("transactionId"),
                new AccountNumber(fields.text("accountNumber")),
                fields.text("memo")));
    }

    private Reply instruct(Instruction instruction) {
        Behaviour behaviour = behaviours.next(instruction.id().bankCode(), Scope.TRANSFERS);
        return switch (behaviour.mode()) {
            case NORMAL -> outcome(make(instruction, Handling.EXECUTE));
            case SLOW -> {
                Transfer made = make(instruction, Handling.EXECUTE);
                yield new Reply.Later(behaviour.delayMillis(), () -> outcome(made));
            }
            case SILENT -> {
                make(instruction, Handling.EXECUTE);
                yield new Reply.Later(behaviour.delayMillis(), Reply.NoAnswer::new);
            }
            case LOST -> new Reply.Later(behaviour.delayMillis(), Reply.NoAnswer::new);
            case LATE -> {
                Transfer taken = make(instruction, Handling.EXECUTE_LATER);
                yield new Reply.Later(
                        behaviour.delayMillis(),
                        () -> outcome(useCases.finishTransfer().finish(taken)));
            }
            case TWICE ->
                outcome(make(instruction, Handling.EXECUTE))
                        .afterwards(() -> make(instruction, Handling.EXECUTE_DOUBLED_CALL));
            case REFUSE ->
                outcome(useCases.makeTransfer()
                        .make(new MakeTransfer.Command(instruction, Handling.REFUSE, behaviour.reason())));
            case DOWN -> down();
        };
    }

    private Transfer make(Instruction instruction, Handling handling) {
        return useCases.makeTransfer().make(new MakeTransfer.Command(instruction, handling, ""));
    }

    private Reply inquire(Request request) {
        request.checkQuery(Set.of());
        BankCode bank = known(request.bankCode());
        TransferId id = new TransferId(bank, request.date("transactionDate"), request.pathValue("transactionId"));
        return behaving(bank, () -> {
            Optional<Transfer> found = useCases.findTransfer().find(id);
            return Reply.ok(found.map(BankResource::inquired)
                    .orElseGet(() -> identified(id).add("result", "NOT_RECEIVED"))
                    .build());
        });
    }

    private static Reply.Answer outcome(Transfer transfer) {
        return Reply.ok(result(transfer).build());
    }

    private static JsonObjectBuilder inquired(Transfer transfer) {
        Instruction instruction = transfer.instruction();
        return result(transfer)
                .add("from", Accounts.reference(instruction.from()))
                .add("to", Accounts.reference(instruction.to()))
                .add("amountWon", instruction.amount().value())
                .add("memo", instruction.memo());
    }

    private static JsonObjectBuilder result(Transfer transfer) {
        JsonObjectBuilder json =
                identified(transfer.id()).add("result", transfer.status().name());
        transfer.refusal()
                .ifPresent(refusal ->
                        json.add("reasonCode", refusal.reason().name()).add("reason", refusal.text()));
        json.add("bankReference", transfer.bankReference());
        transfer.completedAt().ifPresent(at -> json.add("completedAt", at.toString()));
        return json;
    }

    private static JsonObjectBuilder identified(TransferId id) {
        return Json.object()
                .add("transactionId", id.transactionId())
                .add("transactionDate", id.transactionDate().toString());
    }

    private Reply account(Request request) {
        request.checkQuery(Set.of());
        known(request.bankCode());
        return behaving(
                request.bankCode(),
                () -> Reply.ok(Accounts.facts(useCases.findAccount().find(request.account()))
                        .build()));
    }

    private Reply balance(Request request) {
        request.checkQuery(Set.of());
        known(request.bankCode());
        return behaving(request.bankCode(), () -> {
            Account account = useCases.findAccount().find(request.account());
            return Reply.ok(Accounts.reference(account.id())
                    .add("balanceWon", account.balance().value())
                    .add("at", clock.instant().toString())
                    .build());
        });
    }

    private Reply statement(Request request) {
        if (request.queryValue("format").isPresent()) {
            return statementMessage(request);
        }
        request.checkQuery(Set.of("accountNumber", "cursor", "limit"));
        BankCode bank = known(request.bankCode());
        LocalDate date = request.date("date");
        Optional<AccountNumber> account = request.queryValue("accountNumber").map(AccountNumber::new);
        Page.Request page = request.page();
        return behaving(bank, () -> {
            Page<FindStatement.Row> found = useCases.findStatement().find(bank, date, account, page);
            JsonObjectBuilder json = Json.object().add("bankCode", bank.value()).add("date", date.toString());
            account.ifPresent(number -> json.add("accountNumber", number.value()));
            json.add("rows", Json.array(found.rows(), Accounts::statementRow));
            found.nextCursor().ifPresent(cursor -> json.add("nextCursor", cursor));
            return Reply.ok(json.build());
        });
    }

    /** An account's statement as {@code camt.053}. */
    private Reply statementMessage(Request request) {
        request.checkQuery(Set.of("format", "accountNumber", "page", "cursor", "limit"));
        if (!request.queryValue("format").equals(Optional.of("camt.053"))) {
            throw new Rejected(BankProblem.MALFORMED_REQUEST, "the format is camt.053");
        }
        BankCode bank = known(request.bankCode());
        LocalDate date = request.date("date");
        AccountNumber number = request.queryValue("accountNumber")
                .map(AccountNumber::new)
                .orElseThrow(
                        () -> new Rejected(BankProblem.MALFORMED_REQUEST, "a camt.053 is about one accountNumber"));
        Page.Request page = request.page();
        int pageNumber = request.pageNumber();
        return behaving(bank, () -> {
            Account account = useCases.findAccount().find(new AccountId(bank, number));
            Page<FindStatement.Row> found = useCases.findStatement().find(bank, date, Optional.of(number), page);
            Camt053.Statement statement =
                    new Camt053.Statement(account.id(), date, pageNumber, account.balance(), clock.instant());
            return new Reply.Answer(200, Camt053.CONTENT_TYPE, Camt053.of(statement, found), Optional.empty());
        });
    }

    private Reply bill(Request request) {
        request.checkQuery(Set.of());
        Bank bank = useCases.findBanks().find(request.bankCode());
        YearMonth month = request.month("month");
        return behaving(bank.code(), () -> {
            List<FindBill.Day> days = useCases.findBill().find(bank.code(), month);
            return Reply.ok(Json.object()
                    .add("bankCode", bank.code().value())
                    .add("month", month.toString())
                    .add("feePerCallWon", bank.feePerCall().value())
                    .add("calls", sum(days, FindBill.Day::calls))
                    .add("completedCalls", sum(days, FindBill.Day::completedCalls))
                    .add("refusedCalls", sum(days, FindBill.Day::refusedCalls))
                    .add("executions", sum(days, FindBill.Day::executions))
                    .add("verifications", sum(days, FindBill.Day::verifications))
                    .add("totalWon", sum(days, FindBill.Day::totalWon))
                    .add("completedWon", sum(days, FindBill.Day::completedWon))
                    .add("days", Json.array(days, BankResource::billDay))
                    .build());
        });
    }

    private static JsonObjectBuilder billDay(FindBill.Day day) {
        return Json.object()
                .add("date", day.date().toString())
                .add("calls", day.calls())
                .add("completedCalls", day.completedCalls())
                .add("refusedCalls", day.refusedCalls())
                .add("executions", day.executions())
                .add("verifications", day.verifications())
                .add("totalWon", day.totalWon())
                .add("completedWon", day.completedWon());
    }

    private static long sum(List<FindBill.Day> days, ToLongFunction<FindBill.Day> figure) {
        return days.stream().mapToLong(figure).sum();
    }

    private Reply behaving(BankCode bank, Supplier<Reply> query) {
        Behaviour behaviour = behaviours.next(bank, Scope.EVERYTHING);
        return switch (behaviour.mode()) {
            case NORMAL, TWICE, REFUSE -> query.get();
            case SLOW, LATE -> new Reply.Later(behaviour.delayMillis(), query);
            case SILENT, LOST -> new Reply.Later(behaviour.delayMillis(), Reply.NoAnswer::new);
            case DOWN -> down();
        };
    }

    private BankCode known(BankCode code) {
        return useCases.findBanks().find(code).code();
    }

    private static Reply down() {
        throw new Rejected(BankProblem.BANK_DOWN, "the bank takes no calls; nothing was taken in");
    }
}
