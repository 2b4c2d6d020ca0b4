package com.mypay.cli.accounting;

import static com.mypay.cli.accounting.Layout.number;
import static com.mypay.cli.accounting.Layout.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.api.Http;
import com.mypay.cli.api.Http.Answer;
import com.mypay.cli.api.Patient;
import com.mypay.cli.home.Home;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The day's journal (분개장) and trial balance (합계잔액시산표) as files for the accounting system, each as CSV and in lines of
 * fixed length, with control totals as the last line; and the safeguarding statement (선불충전금 보호): what is owed to members
 * and franchises against what the corporate accounts have. The same date gives the same files.
 */
public final class AccountingExport {

    private static final Layout JOURNAL = Layout.of(
            text("entryId", 32),
            number("line", 4),
            text("bookedAt", 27),
            text("cause", 20),
            text("reference", 64),
            text("account", 20),
            text("memberId", 18),
            number("debitWon", 19),
            number("creditWon", 19));
    private static final Layout BALANCE = Layout.of(
            text("account", 20),
            number("openingWon", 19),
            number("debitWon", 19),
            number("creditWon", 19),
            number("closingWon", 19),
            number("lines", 12));
    private static final Layout SAFEGUARDING = Layout.of(text("item", 30), number("won", 19));

    /** First word of a file's last line. */
    private static final String TOTAL = "TOTAL";

    /** What is owed: to members, to franchises and payees, and what is neither yet. */
    private static final Set<String> OWED = Set.of("MEMBER", "PAYMENT_CLEARING", "REMITTANCE_CLEARING");

    private static final String CASH = "CORPORATE_CASH";

    private final Http staff;
    private final Patient patient = new Patient();
    private final PrintWriter out;

    public AccountingExport(Home home, PrintWriter out) {
        this.staff = new Http(home).staff("mypay.accounting", "operator");
        this.out = out;
    }

    /** Control totals: of the journal's lines, and of the trial balance's. */
    private record Totals(long lines, long debitWon, long creditWon) {

        Totals plus(long more, long debit, long credit) {
            return new Totals(lines + more, debitWon + debit, creditWon + credit);
        }
    }

    /** @return the command's exit code */
    public int export(LocalDate date, Path directory) {
        try (ExportFiles files = new ExportFiles(directory)) {
            Totals journal = journal(files, date);
            Map<String, Long> closing = new TreeMap<>();
            Totals balance = trialBalance(files, date, closing);
            if (!journal.equals(balance) || journal.debitWon() != journal.creditWon()) {
                throw new CommandFailure(
                        ExitCode.FAILED_FOR_GOOD,
                        Text.of("accounting.differs", journal.toString(), balance.toString()));
            }
            long surplus = safeguarding(files, date, closing);
            for (Path file : files.complete()) {
                say("accounting.file", file.toString());
            }
            say("accounting.totals", journal.lines(), journal.debitWon(), journal.creditWon());
            say(surplus < 0 ? "accounting.short" : "accounting.covered", surplus);
            return surplus < 0 ? ExitCode.COMPLETED_WITH_ITEMS : ExitCode.OK;
        } catch (IOException e) {
            // Full, read-only, no directory: its message says which file
            throw new CommandFailure(
                    ExitCode.FAILED_RESTARTABLE, Text.of("accounting.unwritable", directory.toString(), e.toString()));
        }
    }

    private Totals journal(ExportFiles files, LocalDate date) throws IOException {
        Both file = new Both(files, "journal-" + date, JOURNAL);
        Totals totals = new Totals(0, 0, 0);
        String cursor = "";
        do {
            JsonObject page = read("/money/adm/v1/find/journal?date=" + date + cursor);
            for (JsonObject line : page.getJsonArray("lines").getValuesAs(JsonObject.class)) {
                long won = line.getJsonNumber("amountWon").longValueExact();
                long debit = Math.max(0, -won);
                long credit = Math.max(0, won);
                totals = totals.plus(1, debit, credit);
                file.line(
                        line.getString("entryId"),
                        line.getInt("lineNumber"),
                        line.getString("bookedAt"),
                        line.getString("cause"),
                        line.getString("reference"),
                        line.getString("account"),
                        line.containsKey("memberId")
                                ? line.getJsonNumber("memberId").toString()
                                : "",
                        debit,
                        credit);
            }
            cursor = page.containsKey("nextCursor")
                    ? "&cursor=" + URLEncoder.encode(page.getString("nextCursor"), UTF_8)
                    : "";
        } while (!cursor.isEmpty());
        file.line(TOTAL, 0, "", "", Long.toString(totals.lines()), "", "", totals.debitWon(), totals.creditWon());
        return totals;
    }

    private Totals trialBalance(ExportFiles files, LocalDate date, Map<String, Long> closing) throws IOException {
        Both file = new Both(files, "trial-balance-" + date, BALANCE);
        Totals totals = new Totals(0, 0, 0);
        long opened = 0;
        long closed = 0;
        List<JsonObject> accounts = read("/money/adm/v1/find/trial-balance?date=" + date)
                .getJsonArray("accounts")
                .getValuesAs(JsonObject.class);
        for (JsonObject account : accounts) {
            long debit = won(account, "debitWon");
            long credit = won(account, "creditWon");
            totals = totals.plus(won(account, "lines"), debit, credit);
            opened += won(account, "openingWon");
            closed += won(account, "closingWon");
            closing.put(account.getString("account"), won(account, "closingWon"));
            file.line(
                    account.getString("account"),
                    won(account, "openingWon"),
                    debit,
                    credit,
                    won(account, "closingWon"),
                    won(account, "lines"));
        }
        file.line(TOTAL, opened, totals.debitWon(), totals.creditWon(), closed, totals.lines());
        return totals;
    }

    /** @return what the corporate accounts have beyond what is owed, by the ledger */
    private long safeguarding(ExportFiles files, LocalDate date, Map<String, Long> closing) throws IOException {
        Both file = new Both(files, "safeguarding-" + date, SAFEGUARDING);
        long owed = 0;
        for (String account : new TreeMap<>(closing).keySet()) {
            if (OWED.contains(account)) {
                long won = Objects.requireNonNull(closing.get(account));
                owed += won;
                file.line("owed " + account, won);
            }
        }
        // Cash stands in the ledger with a minus, against what is owed for it
        long cash = -Objects.requireNonNullElse(closing.get(CASH), 0L);
        file.line("owed", owed);
        file.line("cash by the ledger", cash);
        List<JsonObject> statements = read("/banking/adm/v1/find/reconciliations?date=" + date)
                .getJsonArray("reconciliations")
                .getValuesAs(JsonObject.class);
        for (JsonObject statement : statements) {
            if (statement.containsKey("closingWon")) {
                file.line("bank " + statement.getString("accountId").substring(0, 12), won(statement, "closingWon"));
            }
        }
        file.line("surplus", cash - owed);
        return cash - owed;
    }

    private JsonObject read(String path) {
        Answer answer = patient.get(staff, path);
        if (answer.code().equals("DATE_NOT_OVER")) {
            throw CommandFailure.refused("accounting.notOver");
        }
        return answer.orRefused(path);
    }

    private static long won(JsonObject json, String name) {
        return json.getJsonNumber(name).longValueExact();
    }

    private void say(String key, Object... values) {
        out.println(Text.of(key, values));
        out.flush();
    }

    /** A file in its two forms. */
    private static final class Both {

        private final ExportFiles files;
        private final String name;
        private final Layout layout;

        Both(ExportFiles files, String name, Layout layout) throws IOException {
            this.files = files;
            this.name = name;
            this.layout = layout;
            files.line(name + ".csv", layout.header());
        }

        void line(Object... values) throws IOException {
            files.line(name + ".csv", layout.csv(values));
            files.line(name + ".txt", layout.fixed(values));
        }
    }
}
