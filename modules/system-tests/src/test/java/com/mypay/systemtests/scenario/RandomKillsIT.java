package com.mypay.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.Command;
import com.mypay.systemtests.kit.Part;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import com.mypay.systemtests.kit.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A business date's slips are imported and settled while parts are killed at random points of the way, again and again;
 * what comes out is what would have come out without it. {@code mvn -Pkills verify -Dkills=50} does it for long.
 */
@ExtendWith(SharedInstallation.class)
class RandomKillsIT {

    private static final int KILLS = Integer.getInteger("mypay.tests.kills", 3);
    private static final long SEED =
            Long.getLong("mypay.tests.kill-seed", ThreadLocalRandom.current().nextLong(1_000_000));

    /** So that there is work left for every kill. */
    private static final int IMPORTED_PAYMENTS = 1_500 * Math.max(2, KILLS);

    /** Of so many one meets the import, the others the settlement. */
    private static final int KILLS_FOR_AN_IMPORTS_ONE = 3;

    /** In turn, in an order of chance: mostly the server, whose work it is. */
    private static final List<Part> VICTIMS =
            List.of(Part.SERVER, Part.SERVER, Part.SERVER, Part.DATABASE, Part.BROKER);

    /** Refused, too: a command that has just begun finds that not everything runs. Only 12 would be for good. */
    private static final List<Integer> AFTER_A_KILL = List.of(0, 2, 4, 8, 16);

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private static final LocalDate DATE = LocalDate.of(2018, 6, 4);
    private static final int PAID_FRANCHISES = 8;
    private static final int IMPORTED_FRANCHISES = 4;
    private static final int IMPORTED_WON = 10_000;

    private final RunningInstallation mypay;
    private final Sql settlement;
    private final Random random = new Random(SEED);
    private final List<Part> victims = new ArrayList<>(VICTIMS);
    private final List<String> killed = new ArrayList<>();

    RandomKillsIT(RunningInstallation mypay) {
        this.mypay = mypay;
        this.settlement = new Sql(mypay, "settlement");
    }

    /** What is imported is paid and cancelled as a whole, so that nothing is paid out that no member has brought. */
    @Test
    void aCycleIsImportedAndSettledAsIfNobodyHadBeenKilled() throws IOException {
        Collections.shuffle(victims, random);
        List<Member> imported = IntStream.range(0, IMPORTED_FRANCHISES)
                .mapToObj(i -> mypay.people().aFranchise().signedUp())
                .toList();
        TradingDay day = aTradingDay();
        await("settlement knows the franchises")
                .atMost(LONGEST)
                .until(() -> imported.stream()
                        .allMatch(franchise -> rows("FRANCHISE WHERE FRANCHISE_ID = " + franchise.id()) == 1));
        String file = slipsOf(imported).toString();
        int importKills = Math.max(1, KILLS / KILLS_FOR_AN_IMPORTS_ONE);

        long slipsBefore = rows("SLIP");
        killOnTheWay(importKills, 2L * IMPORTED_PAYMENTS, () -> rows("SLIP") - slipsBefore, "import-slips", file);
        goOnUntil(() -> rows("SLIP") - slipsBefore == 2L * IMPORTED_PAYMENTS, "import-slips", file);
        long linesBefore = rows("SETTLEMENT_LINE");
        long payoutsBefore = rows("PAYOUT");
        killOnTheWay(
                KILLS - importKills,
                2L * IMPORTED_PAYMENTS + day.payments() + day.cancellations() + PAID_FRANCHISES,
                () -> rows("SETTLEMENT_LINE") - linesBefore + rows("PAYOUT") - payoutsBefore,
                "settle",
                "--date",
                DATE.toString());
        goOnUntil(() -> isClosed(day), "settle", "--date", DATE.toString());

        assertThat(killed).as("kills").hasSize(KILLS);
        assertThat(day.figure("paymentSlips")).as(story()).isEqualTo(day.payments() + IMPORTED_PAYMENTS);
        assertThat(day.figure("cancellationSlips")).as(story()).isEqualTo(day.cancellations() + IMPORTED_PAYMENTS);
        assertThat(day.figure("franchises")).as(story()).isEqualTo(PAID_FRANCHISES + IMPORTED_FRANCHISES);
        assertThat(rows("SETTLEMENT_LINE") - linesBefore)
                .as(story())
                .isEqualTo(day.payments() + day.cancellations() + 2L * IMPORTED_PAYMENTS);
        await("everybody's money" + story()).atMost(LONGEST).untilAsserted(day::assertEveryFranchiseHasItsMoneyOnce);
        mypay.command("settle", "--verify", DATE.toString()).exits(0);
        assertThat(mypay.client()
                        .asOperator()
                        .get("/settlement/adm/v1/audit/certificates")
                        .is(200)
                        .array("found"))
                .as(story())
                .noneMatch(found -> found.toString().contains(DATE.toString()));
        mypay.command("doctor").exits(0);
    }

    private TradingDay aTradingDay() {
        List<Member> franchises = IntStream.range(0, PAID_FRANCHISES)
                .mapToObj(i -> mypay.people().aFranchise().withAccountAt("020").signedUp())
                .toList();
        List<Member> members =
                List.of(mypay.people().aMember().withMoney(5_000_000).signedUp());
        return new TradingDay(mypay, DATE, members).sells(franchises, 2, 12_000).closes();
    }

    private Path slipsOf(List<Member> franchises) throws IOException {
        StringBuilder lines = new StringBuilder("slipId,kind,paymentId,franchiseId,memberId,amountWon,"
                + "remainingBeforeWon,commissionBasisPoints,approvedAt\n");
        for (int i = 0; i < IMPORTED_PAYMENTS; i++) {
            long franchise = franchises.get(i % franchises.size()).id();
            String rest =
                    ",kill-p%d,%d,%d,%d,%d,140,%s ".formatted(i, franchise, 1 + i, IMPORTED_WON, IMPORTED_WON, DATE);
            lines.append("kill-p").append(i).append(",PAYMENT").append(rest).append("10:00:00\n");
            lines.append("kill-c")
                    .append(i)
                    .append(",CANCELLATION")
                    .append(rest)
                    .append("11:00:00\n");
        }
        return Files.writeString(mypay.home().resolve("kills.csv"), lines);
    }

    /** Each time the command is given again: it goes on, or finds that the server that was started has gone on by itself. */
    private void killOnTheWay(int kills, long work, LongSupplier done, String... words) {
        for (long point : random.longs(kills, 0, work).sorted().toArray()) {
            try (RunningCommand running = RunningCommand.start(mypay, words)) {
                await(words[0] + " " + point + story())
                        .atMost(LONGEST)
                        .pollInterval(LOOK_EVERY)
                        .until(() -> done.getAsLong() >= point || !running.goesOn());
                Part victim = victims.get(killed.size() % victims.size());
                killed.add("%s at %d of %d in %s".formatted(victim, done.getAsLong(), work, words[0]));
                mypay.kill(victim);
                mypay.up();
                Command.Result ended = running.ends();
                assertThat(ended.exitCode()).as(ended.output() + story()).isIn(AFTER_A_KILL);
            }
        }
    }

    private void goOnUntil(BooleanSupplier over, String... words) {
        await(words[0] + story()).atMost(LONGEST).until(() -> {
            Command.Result ended = mypay.command(words);
            assertThat(ended.exitCode()).as(ended.output() + story()).isIn(AFTER_A_KILL);
            return over.getAsBoolean();
        });
    }

    private boolean isClosed(TradingDay day) {
        Answer cycle = day.findCycle();
        return cycle.status() == 200 && cycle.string("status").equals("CLOSED");
    }

    private long rows(String table) {
        return settlement.count(table);
    }

    /** How to see it again. */
    private String story() {
        return " (-Dkills=" + KILLS + " -Dkill-seed=" + SEED + ", killed: " + String.join(", ", killed) + ")";
    }
}
