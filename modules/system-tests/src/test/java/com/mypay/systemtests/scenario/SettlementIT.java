package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Banks;
import com.mypay.systemtests.kit.BatchJobs;
import com.mypay.systemtests.kit.Command;
import com.mypay.systemtests.kit.LogLines;
import com.mypay.systemtests.kit.Messages;
import com.mypay.systemtests.kit.Part;
import com.mypay.systemtests.kit.People;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import com.mypay.systemtests.kit.Sql;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code mypay settle} as a scheduler runs it: its exit codes, two at once, the server killed in each step, the other
 * parts too, a bank in trouble. Each test has a business date of its own, on the test clock.
 */
@ExtendWith(SharedInstallation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettlementIT {

    private static final int COMPLETED = 0;
    private static final int FAILED = 1;
    private static final int REFUSED = 2;
    private static final int COMPLETED_WITH_ITEMS = 4;
    private static final int FAILED_RESTARTABLE = 8;
    private static final int FAILED_FOR_GOOD = 12;
    private static final int ALREADY_DONE = 16;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(4);
    private static final int MEMBERS = 3;
    private static final int FRANCHISES = 5;
    private static final int PAYMENTS_EACH = 4;
    private static final long ABOUT_WON = 12_000;

    /** The payout step's chunk; a franchise more, and its decision is another commit. */
    private static final int PAYOUT_CHUNK = 200;

    private static final int PAYOUTS_IN_TROUBLE = 2;

    private final RunningInstallation mypay;
    private final People people;
    private final BatchJobs jobs;
    private final List<Member> members = new ArrayList<>();
    private final List<Member> franchises = new ArrayList<>();
    private LocalDate nextDate = LocalDate.of(2019, 3, 4);

    SettlementIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.people = mypay.people();
        this.jobs = new BatchJobs(mypay);
    }

    @BeforeAll
    void signUp() {
        IntStream.range(0, MEMBERS)
                .forEach(i -> members.add(people.aMember().withMoney(5_000_000).signedUp()));
        IntStream.range(0, FRANCHISES)
                .forEach(i ->
                        franchises.add(people.aFranchise().withAccountAt("020").signedUp()));
    }

    @AfterEach
    void banksAreWell() {
        mypay.banks().behaveNormally();
    }

    @Test
    void aDateIsSettledOnceAndNothingChangesAfterwards() {
        TradingDay day = anOrdinaryDay();
        assertThat(settle(day).exits(COMPLETED).output()).contains("Settlement of " + day.date() + " is completed.");
        day.assertSettledOnce();
        JsonObject cycle = day.cycle();
        List<Long> instances = jobs.instances();
        assertThat(settle(day).exits(ALREADY_DONE).lines())
                .containsExactly(day.date() + " is settled already: nothing was changed.");
        assertThat(day.cycle()).isEqualTo(cycle);
        assertThat(jobs.instances()).isEqualTo(instances);
        day.assertSettledOnce();
    }

    /** What a slip comes to, the whole cycle again, by other terms, and that nobody has changed it since. */
    @Test
    void aClosedCycleIsExplainedComputedAgainAndProven() throws IOException {
        TradingDay day = anOrdinaryDay();
        settle(day).exits(COMPLETED);
        String slip = day.aSlipOf(franchises.get(0));
        assertThat(mypay.command("explain", slip).exits(COMPLETED).output())
                .contains("For the franchise: ")
                .contains(" won were paid out (payout ");
        assertThat(mypay.command("settle", "--verify", day.date().toString())
                        .exits(COMPLETED)
                        .output())
                .contains(day.date() + " comes out again to the won");
        JsonObject cycle = day.cycle();
        String terms = Files.writeString(
                        mypay.home().resolve("terms.json"), "{\"commissionBasisPoints\":0,\"payoutDelayDays\":2}")
                .toString();
        assertThat(mypay.command("settle", "--shadow", day.date().toString(), "--terms", terms)
                        .exits(COMPLETED)
                        .lines())
                .hasSizeGreaterThan(franchises.size() + 1)
                .anyMatch(line ->
                        line.startsWith(day.date() + ": all franchises earn ") && line.contains(" won, then 0 won ("))
                .endsWith("Nothing was changed.");
        assertThat(day.cycle()).isEqualTo(cycle);
        JsonObject proven = mypay.client()
                .asOperator()
                .get("/settlement/adm/v1/audit/certificates")
                .is(200)
                .json();
        assertThat(proven.getJsonNumber("certificates").longValue()).isPositive();
        assertThat(proven.getJsonArray("found"))
                .noneMatch(found -> found.toString().contains(day.date().toString()));
    }

    /** The banks' statements against ours, the books as files, what is finished and old removed. */
    @Test
    void whatComesAfterASettledDate(@TempDir Path directory) throws IOException {
        TradingDay day = anOrdinaryDay();
        settle(day).exits(COMPLETED);
        new Messages(mypay).awaitAllArrived();
        mypay.setClock(takeDate().atTime(0, 10).atZone(ZoneId.of("Asia/Seoul")).toInstant());
        String date = day.date().toString();

        Command.Result reconciled =
                mypay.command("batch", "submit", "reconcile-bank-statement", "--parameter", "businessDate=" + date);
        assertThat(reconciled.exitCode()).as(reconciled.output()).isIn(COMPLETED, COMPLETED_WITH_ITEMS);
        List<JsonObject> statements = mypay.client()
                .asOperator()
                .get("/banking/adm/v1/find/reconciliations", "date", date)
                .is(200)
                .items("reconciliations")
                .toList();
        assertThat(statements)
                .isNotEmpty()
                .allSatisfy(
                        statement -> assertThat(statement.getString("status")).isEqualTo("ENDED"));
        assertThat(statements.stream()
                        .mapToInt(statement -> statement.getInt("matched"))
                        .sum())
                .isPositive();
        mypay.client()
                .asOperator()
                .get("/banking/adm/v1/find/reconciliation-items")
                .is(200);

        Command.Result written = mypay.command("accounting", "--date", date, "--to", directory.toString());
        assertThat(written.exitCode()).as(written.output()).isIn(COMPLETED, COMPLETED_WITH_ITEMS);
        assertThat(Files.readString(directory.resolve("journal-" + date + ".csv")))
                .contains(",COMMISSION,", "TOTAL,");
        assertThat(directory.resolve("safeguarding-" + date + ".txt")).isNotEmptyFile();

        // At a time before those of all other scenarios, whose clocks go back and forth: what they have left stays
        mypay.setClock(LocalDate.of(2010, 1, 4)
                .atTime(1, 0)
                .atZone(ZoneId.of("Asia/Seoul"))
                .toInstant());
        mypay.command("batch", "submit", "purge-finished").exits(COMPLETED);
    }

    /** What the franchise books: each line, sums that are those of the lines, and what its bank account got. */
    @Test
    void aFranchiseGetsItsStatementAsCsvAndPdf() throws IOException {
        TradingDay day = anOrdinaryDay();
        settle(day).exits(COMPLETED);
        Member franchise = franchises.get(0);
        List<String[]> rows = Files.readAllLines(statement(day, franchise, "csv")).stream()
                .map(row -> row.split(",", -1))
                .toList();
        List<String[]> lines = rows.stream()
                .filter(row -> row[0].equals("결제") || row[0].equals("취소"))
                .toList();
        assertThat(lines).extracting(line -> line[1]).doesNotHaveDuplicates().contains(day.aSlipOf(franchise));
        assertThat(lines)
                .allSatisfy(line -> assertThat(Long.parseLong(line[3]) - Long.parseLong(line[5]))
                        .isEqualTo(Long.parseLong(line[6])));
        assertThat(lines.stream().mapToLong(line -> Long.parseLong(line[6])).sum())
                .isEqualTo(sum(rows, "정산액"))
                .isEqualTo(sum(rows, "지급"))
                .isEqualTo(day.payoutWon(franchise));

        assertThat(Files.readString(statement(day, franchise, "pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-")
                .endsWith("%%EOF\n");
        assertThat(mypay.command(
                                "statement",
                                "--franchise",
                                "2",
                                "--date",
                                day.date().toString())
                        .exits(FAILED)
                        .output())
                .contains("has no settlement of " + day.date());
    }

    private Path statement(TradingDay day, Member franchise, String kind) {
        Path file = mypay.home().resolve("statement." + kind);
        mypay.command(
                        "statement",
                        "--franchise",
                        Long.toString(franchise.id()),
                        "--date",
                        day.date().toString(),
                        "--file",
                        file.toString())
                .exits(COMPLETED);
        return file;
    }

    private static long sum(List<String[]> rows, String name) {
        return rows.stream()
                .filter(row -> row[0].equals(name))
                .mapToLong(row -> Long.parseLong(row[6]))
                .sum();
    }

    @Test
    void aDateWithoutSlipsIsSettledToo() {
        TradingDay day = new TradingDay(mypay, takeDate(), members);
        assertThat(settle(day).exits(COMPLETED).lines())
                .last()
                .asString()
                .isEqualTo("Settlement of " + day.date() + " is completed: there was nothing to settle.");
        assertThat(day.cycle().getString("status")).isEqualTo("CLOSED");
        assertThat(day.figure("paymentSlips")).isZero();
    }

    @Test
    void aRefusedPayoutNeedsALookAndIsPaidWithTheNextDate() {
        TradingDay day = anOrdinaryDay();
        Member unlucky = franchises.get(2);
        mypay.banks().setStatus(unlucky.linkedAccount(), "DORMANT");
        Command.Result settled = settle(day).exits(COMPLETED_WITH_ITEMS);
        assertThat(settled.lines()).last().asString().contains("1 payouts were refused and 0 have no answer yet");
        day.assertSettledUpToThePayouts();
        assertThat(day.figure("refusedFranchises")).isOne();
        assertThat(day.figure("refusedWon")).isEqualTo(day.payoutWon(unlucky));
        assertThat(day.received(unlucky)).isZero();
        for (Member franchise : day.franchises()) {
            if (!franchise.equals(unlucky)) {
                assertThat(day.received(franchise)).isEqualTo(day.payoutWon(franchise));
            }
        }
        assertThat(settle(day).exits(ALREADY_DONE).lines()).hasSize(1);

        mypay.banks().setStatus(unlucky.linkedAccount(), "OPEN");
        TradingDay next = anOrdinaryDay();
        settle(next).exits(COMPLETED);
        assertThat(next.received(unlucky)).isEqualTo(day.payoutWon(unlucky) + next.payoutWon(unlucky));
        assertThat(next.figure("carriedInWon")).isEqualTo(day.payoutWon(unlucky));
    }

    @Test
    void aFailedSettlementIsRestartedByTheServersOwnApi() {
        TradingDay day = anOrdinaryDay();
        try (Obstacle lasting = Obstacle.atTheLineOf(mypay, day.aSlipOf(franchises.get(0)))) {
            assertThat(settle(day).exits(FAILED_RESTARTABLE).lines())
                    .last()
                    .asString()
                    .startsWith("Settlement of " + day.date() + " failed: ")
                    .endsWith("The same command goes on where it stopped.");
            lasting.release();
        }
        long instance = day.figure("jobInstanceId");
        assertThat(jobs.status(instance)).isEqualTo("FAILED");
        jobs.restart(jobs.latestExecution(instance).orElseThrow()).succeeded();
        awaitThat("the restarted job is completed", () -> jobs.status(instance).equals("COMPLETED"));
        day.assertSettledOnce();
        settle(day).exits(ALREADY_DONE);
    }

    @Test
    void sumsThatDifferEndItForGoodBeforeMoneyMoves() throws SQLException {
        TradingDay day = anOrdinaryDay();
        try (RunningCommand settling = RunningCommand.start(
                        mypay, "settle", "--date", day.date().toString());
                Obstacle inTheSettleStep = Obstacle.atTheLineOf(mypay, day.aSlipOf(franchises.get(0)))) {
            awaitThat("the cycle is frozen", () -> day.findCycle().status() == 200);
            addToGross(day, 1);
            inTheSettleStep.release();
            assertThat(settling.ends().exits(FAILED_FOR_GOOD).lines())
                    .last()
                    .asString()
                    .contains("can't be restarted: CYCLE_DOES_NOT_ADD_UP");
        }
        assertThat(day.cycle().getString("status")).isEqualTo("FROZEN");
        assertThat(payoutsOf(day)).isZero();
        addToGross(day, -1);
        settle(day).exits(COMPLETED);
        day.assertSettledOnce();
    }

    @Test
    void ofTwoThatStartAtOnceOneRuns() {
        TradingDay day = anOrdinaryDay();
        int before = jobs.instances().size();
        try (Obstacle atTheFreeze = Obstacle.atTheSlipsOf(mypay, day.date());
                RunningCommand one = RunningCommand.start(
                        mypay, "settle", "--date", day.date().toString());
                RunningCommand other = RunningCommand.start(
                        mypay, "settle", "--date", day.date().toString())) {
            awaitThat("both jobs have started", () -> jobs.instances().size() == before + 2);
            atTheFreeze.release();
            assertThat(List.of(one.ends(), other.ends()))
                    .as("what both said")
                    .extracting(Command.Result::exitCode)
                    .containsExactlyInAnyOrder(COMPLETED, ALREADY_DONE);
        }
        day.assertSettledOnce();
    }

    @Test
    void whileItRunsNobodyElseStartsIt() {
        TradingDay day = anOrdinaryDay();
        try (Obstacle inTheSettleStep = Obstacle.atTheLineOf(mypay, day.aSlipOf(franchises.get(0)));
                RunningCommand settling = RunningCommand.start(
                        mypay, "settle", "--date", day.date().toString())) {
            awaitThat("the cycle is frozen", () -> day.findCycle().status() == 200);
            assertThat(settle(day).exits(ALREADY_DONE).lines())
                    .containsExactly("Settlement of " + day.date() + " is running already (job instance "
                            + day.figure("jobInstanceId") + ").");
            assertThat(settling.goesOn()).isTrue();
            inTheSettleStep.release();
            settling.ends().exits(COMPLETED);
        }
        day.assertSettledOnce();
    }

    @Test
    void theServerIsKilledInTheSettleStep() {
        TradingDay day = anOrdinaryDay();
        try (Obstacle inOnePartition = Obstacle.atTheLineOf(mypay, day.aSlipOf(franchises.get(0)));
                RunningCommand settling = RunningCommand.start(
                        mypay, "settle", "--date", day.date().toString())) {
            awaitThat(
                    "the other partition has settled", () -> day.findCycle().status() == 200 && settlementsOf(day) > 0);
            assertThat(jobs.stepStatus(day.figure("jobInstanceId"), "settle")).isEqualTo("STARTED");
            kill(settling);
            inOnePartition.release();
        }
        checkThatItGoesOnByItself(day);
    }

    /** The first chunk of payouts is on its way to the bank, the second one is not decided. */
    @Test
    void theServerIsKilledInThePayoutStep() {
        List<Member> many = new ArrayList<>(franchises);
        many.addAll(franchisesUnderTheirMinimum(PAYOUT_CHUNK));
        Member last = people.aFranchise().withAccountAt("020").signedUp();
        TradingDay day = new TradingDay(mypay, takeDate(), members)
                .sells(franchises, PAYMENTS_EACH, ABOUT_WON)
                .sells(many.subList(FRANCHISES, many.size()), 1, 1_000)
                .sells(List.of(last), 2, ABOUT_WON)
                .closes();
        try (Obstacle inTheSettleStep = Obstacle.atTheLineOf(mypay, day.aSlipOf(franchises.get(0)));
                RunningCommand settling = RunningCommand.start(
                        mypay, "settle", "--date", day.date().toString())) {
            awaitThat("the last franchise is settled", () -> day.findCycle().status() == 200 && isSettled(day, last));
            try (Obstacle inTheSecondChunk = Obstacle.atThePayoutOf(mypay, day.cycleId(), last.id())) {
                inTheSettleStep.release();
                awaitThat("the first chunk is decided", () -> payoutsOf(day) == FRANCHISES);
                assertThat(jobs.stepStatus(day.figure("jobInstanceId"), "payout"))
                        .isEqualTo("STARTED");
                kill(settling);
                inTheSecondChunk.release();
            }
        }
        checkThatItGoesOnByItself(day);
    }

    /** The bank has executed payouts, and nobody has heard of it. */
    @Test
    void theServerIsKilledInTheVerifyStep() {
        TradingDay day = anOrdinaryDay();
        mypay.banks().behaves(Banks.CORPORATE_BANK, "SILENT", "delayMillis", 30_000);
        try (RunningCommand settling =
                RunningCommand.start(mypay, "settle", "--date", day.date().toString())) {
            awaitThat(
                    "it waits for the bank",
                    () -> day.findCycle().status() == 200
                            && jobs.stepStatus(day.figure("jobInstanceId"), "verify")
                                    .equals("STARTED"));
            awaitThat(
                    "the bank has paid",
                    () -> day.franchises().stream().anyMatch(franchise -> day.received(franchise) > 0));
            kill(settling);
        }
        mypay.banks().behaveNormally();
        checkThatItGoesOnByItself(day);
    }

    @Test
    void theDatabaseIsKilledInTheSettleStep() {
        TradingDay day = anOrdinaryDay();
        try (Obstacle inOnePartition = Obstacle.atTheLineOf(mypay, day.aSlipOf(franchises.get(0)));
                RunningCommand settling = RunningCommand.start(
                        mypay, "settle", "--date", day.date().toString())) {
            awaitThat(
                    "the other partition has settled", () -> day.findCycle().status() == 200 && settlementsOf(day) > 0);
            mypay.kill(Part.DATABASE);
            inOnePartition.release();
            mypay.up();
            settling.ends().exits(FAILED_RESTARTABLE);
        }
        goOnAndCheck(day);
    }

    /** While the bank executes payouts: by the command that has begun it, or by the same one again. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SERVER")
    void anotherPartIsKilledWhileFranchisesArePaidOut(Part part) {
        TradingDay day = anOrdinaryDay();
        mypay.banks().behaves(Banks.CORPORATE_BANK, "SLOW", "delayMillis", 2_000);
        try (RunningCommand settling =
                RunningCommand.start(mypay, "settle", "--date", day.date().toString())) {
            awaitThat(
                    "the bank has paid",
                    () -> day.franchises().stream().anyMatch(franchise -> day.received(franchise) > 0));
            assertThat(day.cycle().getString("status")).isNotEqualTo("CLOSED");
            mypay.kill(part);
            mypay.up();
            Command.Result ended = settling.ends();
            assertThat(ended.exitCode()).as(ended.output()).isIn(COMPLETED, FAILED_RESTARTABLE);
        }
        mypay.banks().behaveNormally();
        assertThat(settle(day).exitCode()).isIn(COMPLETED, ALREADY_DONE);
        day.assertSettledOnce();
        mypay.command("doctor").exits(0);
    }

    /** Each in its own way: MyPay comes to know what became of the payouts, and nobody is paid twice. */
    @ParameterizedTest
    @CsvSource({
        "SLOW, 2000",
        "SILENT, 6500",
        "LATE, 8500",
        "LOST, 6500",
        "TWICE, 0",
        "DOWN, 0",
    })
    void aBankThatPaysOutBadlyPaysEverybodyOnce(String trouble, long delayMillis) {
        TradingDay day = anOrdinaryDay();
        mypay.banks()
                .behaves(
                        Banks.CORPORATE_BANK,
                        trouble,
                        "delayMillis",
                        delayMillis,
                        "nextCalls",
                        PAYOUTS_IN_TROUBLE,
                        "appliesTo",
                        trouble.equals("DOWN") ? "EVERYTHING" : "TRANSFERS");
        settle(day).exits(COMPLETED);
        assertThat(mypay.banks().isNormal(Banks.CORPORATE_BANK)).isTrue();
        day.assertSettledOnce();
    }

    @Test
    void datesThatCannotBeSettledAreRefusedInOneLine() {
        LocalDate today = mypay.today();
        assertThat(mypay.command("settle", "--date", today.plusDays(1).toString())
                        .exits(REFUSED)
                        .lines())
                .containsExactly("The business date " + today.plusDays(1) + " has not begun: today is " + today + ".");
        for (String malformed : List.of("2019-02-29", "04.03.2019", "yesterday", "")) {
            assertThat(mypay.command("settle", "--date", malformed)
                            .exits(REFUSED)
                            .lines())
                    .containsExactly("'" + malformed + "' is no date: write it as 2011-12-05.");
        }
        assertThat(mypay.command("settle").exits(REFUSED).output()).contains("--date");
    }

    /** Paid and cancelled as a whole, so that nothing is paid out that no member has brought. */
    @Test
    void slipsOfAFileComeInOnceAndTheirDatesAreSettledAsOneCycle() throws IOException, SQLException {
        Member franchise = people.aFranchise().signedUp();
        awaitThat("settlement knows the franchise", () -> isKnown(franchise));
        LocalDate first = takeDate();
        LocalDate last = takeDate();
        mypay.setClock(
                last.plusDays(1).atTime(1, 0).atZone(RunningInstallation.SEOUL).toInstant());
        String header = "slipId,kind,paymentId,franchiseId,memberId,amountWon,remainingBeforeWon,"
                + "commissionBasisPoints,approvedAt\n";
        String payment = "van-1,PAYMENT,van-1," + franchise.id() + ",7,10000,10000,140," + first + " 12:00:00\n";
        String cancellation =
                payment.replace("van-1,PAYMENT", "van-2,CANCELLATION").replace(first + " ", last + " ");
        String file = Files.writeString(mypay.home().resolve("van.csv"), header + payment + "no slip\n" + cancellation)
                .toString();

        assertThat(mypay.command("import-slips", file)
                        .exits(COMPLETED_WITH_ITEMS)
                        .output())
                .contains("2 slips, 0 known before, 1 lines rejected");
        assertThat(Files.readAllLines(mypay.home().resolve("imports/van.csv.rejected.csv")))
                .containsExactly("line,reason", "3,\"1 columns instead of 9\"");
        mypay.command("import-slips", file).exits(ALREADY_DONE);
        assertTheImportIsOneTimeLine();
        String torn = Files.writeString(mypay.home().resolve("torn.csv"), header + payment + "van-3,PAY")
                .toString();
        mypay.command("import-slips", torn).exits(FAILED_FOR_GOOD);

        assertThat(mypay.command(
                                "settle",
                                "--from",
                                first.toString(),
                                "--to",
                                last.toString(),
                                "--as-one-cycle",
                                "--json")
                        .exits(COMPLETED)
                        .lines())
                .last()
                .asString()
                .startsWith("{\"from\":\"" + first + "\",\"to\":\"" + last
                        + "\",\"paymentSlips\":1,\"cancellationSlips\":1,\"grossWon\":10000,\"cancelledWon\":10000,"
                        + "\"commissionWon\":0,\"netWon\":0,\"franchises\":1,");
        mypay.command("settle", "--date", first.toString()).exits(ALREADY_DONE);
    }

    /** Of the job's steps, and what came of them. */
    private void assertTheImportIsOneTimeLine() throws SQLException {
        LogLines logs = new LogLines(mypay);
        String guid = logs.awaitGuidsOf(importId()).get(0);
        logs.awaitTrace(
                guid,
                lines -> Stream.of("check", "import", "report")
                                .allMatch(step -> lines.stream()
                                        .anyMatch(line -> LogLines.is(line, "operation", "import-slips/" + step)
                                                && LogLines.is(line, "edge", "BATCH")))
                        && lines.stream()
                                .anyMatch(line -> LogLines.is(line, "event", "SLIPS_IMPORTED")
                                        && LogLines.is(line.getJsonObject("details"), "slips", "2")));
    }

    private String importId() throws SQLException {
        try (Connection connection = new Sql(mypay, "settlement").connect();
                PreparedStatement imports = connection.prepareStatement(
                        "SELECT IMPORT_ID FROM SLIP_IMPORT WHERE FILE_NAME LIKE '%van.csv'");
                ResultSet rows = imports.executeQuery()) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private boolean isKnown(Member franchise) throws SQLException {
        try (Connection connection = new Sql(mypay, "settlement").connect();
                PreparedStatement known =
                        connection.prepareStatement("SELECT 1 FROM FRANCHISE WHERE FRANCHISE_ID = ?")) {
            known.setLong(1, franchise.id());
            return known.executeQuery().next();
        }
    }

    private void kill(RunningCommand settling) {
        assertThat(settling.goesOn()).isTrue();
        mypay.kill(Part.SERVER);
        assertThat(settling.ends().exits(FAILED_RESTARTABLE).lines())
                .last()
                .asString()
                .contains("Run `mypay up`, then the same command again");
    }

    /** Nobody has to ask for it: a server that starts goes on with what it has left behind. */
    private void checkThatItGoesOnByItself(TradingDay day) {
        mypay.up();
        awaitThat(
                "the cycle is closed",
                () -> day.findCycle().json().getString("status").equals("CLOSED"));
        settle(day).exits(ALREADY_DONE);
        assertSettledOnce(day);
    }

    private void goOnAndCheck(TradingDay day) {
        mypay.up();
        settle(day).exits(COMPLETED);
        assertSettledOnce(day);
    }

    private void assertSettledOnce(TradingDay day) {
        day.assertSettledOnce();
        mypay.command("doctor").exits(0);
    }

    private TradingDay anOrdinaryDay() {
        return new TradingDay(mypay, takeDate(), members)
                .sells(franchises, PAYMENTS_EACH, ABOUT_WON)
                .closes();
    }

    private LocalDate takeDate() {
        LocalDate date = nextDate;
        nextDate = date.plusDays(1);
        return date;
    }

    private Command.Result settle(TradingDay day) {
        return mypay.command("settle", "--date", day.date().toString());
    }

    private List<Member> franchisesUnderTheirMinimum(int count) {
        JsonObject terms = json("cycle", "DAILY", "minimumPayoutWon", 1_000_000, "hold", false);
        return IntStream.range(0, count)
                .mapToObj(i -> people.aFranchise().withTerms(terms).signedUp())
                .toList();
    }

    private long settlementsOf(TradingDay day) {
        return count(day, "settlements");
    }

    private long payoutsOf(TradingDay day) {
        return count(day, "payouts");
    }

    private long count(TradingDay day, String noun) {
        return mypay.client()
                .asOperator()
                .get("/settlement/adm/v1/find/" + noun, "cycleId", day.cycleId(), "limit", 1000)
                .is(200)
                .array("items")
                .size();
    }

    private boolean isSettled(TradingDay day, Member franchise) {
        return mypay.client()
                        .asFranchise(franchise.id())
                        .get(
                                "/settlement/com/v1/find/settlement",
                                "franchiseId",
                                franchise.id(),
                                "businessDate",
                                day.date())
                        .status()
                == 200;
    }

    private void addToGross(TradingDay day, long won) throws SQLException {
        try (Connection connection = new Sql(mypay, "settlement").connect();
                PreparedStatement change = connection.prepareStatement(
                        "UPDATE SETTLEMENT_CYCLE SET GROSS_WON = GROSS_WON + ? WHERE CYCLE_ID = ?")) {
            change.setLong(1, won);
            change.setString(2, day.cycleId());
            assertThat(change.executeUpdate()).isOne();
        }
    }

    private static void awaitThat(String what, Callable<Boolean> condition) {
        await(what).atMost(LONGEST_WAIT).pollInterval(Duration.ofMillis(30)).until(condition);
    }
}
