package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.LogLines.is;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.systemtests.kit.Command;
import com.mypay.systemtests.kit.Json;
import com.mypay.systemtests.kit.LogLines;
import com.mypay.systemtests.kit.Part;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code mypay day --slips}: a day of a shop's file, through the same APIs as everybody's payments. */
@ExtendWith(SharedInstallation.class)
class DayIT {

    private static final int ALREADY_DONE = 16;
    private static final String DATE = "2011-12-05";

    private final RunningInstallation mypay;

    DayIT(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    /** Won of a slip: units x pounds x 1,750. */
    @Test
    void malformedLinesAreNamedAndCountedAndTheOthersArePlayedAndSettled(@TempDir Path directory) throws IOException {
        Path slips = Files.writeString(directory.resolve("slips.csv"), """
                InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                500001,A,2,2011-11-30 10:00:00,5,17001,United Kingdom
                500002,A,10,2011-12-05 10:00:00,1.5,17001,United Kingdom
                500003,B,x,2011-12-05 10:30:00,2,17002,France
                500004,B,4,2011-12-05 11:00:00,2.25,17002,France
                500005,B,4,2011-12-05 11:30:00
                C500006,A,-2,2011-12-05 12:00:00,5,17001,United Kingdom
                500007,C,1,2011-12-05 12:30:00,3,,France
                500008,A,1,2011-12-05 13:00:00,1,17002,France
                """);
        List<String> words = List.of("day", "--slips", slips.toString(), "--date", DATE);

        Command.Result played = mypay.command(words.toArray(String[]::new)).exits(0);

        assertThat(played.lines())
                .contains("  line 4 is malformed: Quantity 'x'", "  line 6 is malformed: 4 columns instead of 7")
                .anyMatch(line -> line.contains("4 payments, 1 cancellations")
                        && line.contains("1 lines that are no slips, 2 malformed lines"));
        JsonObject told = Json.object(last(played));
        assertThat(told.getString("businessDate")).isEqualTo(DATE);
        assertThat(told.getInt("paymentSlips")).isEqualTo(3);
        assertThat(told.getInt("cancellationSlips")).isOne();
        assertThat(told.getInt("grossWon")).isEqualTo(26_250 + 15_750 + 1_750);
        assertThat(told.getInt("cancelledWon")).isEqualTo(17_500);
        assertThat(told.getInt("franchises")).isEqualTo(2);
        assertThat(told.getInt("members")).isEqualTo(2);
        assertThat(told.getInt("netWon"))
                .isEqualTo(told.getInt("grossWon") - told.getInt("cancelledWon") - told.getInt("commissionWon"))
                .isEqualTo(told.getInt("paidWon") + told.getInt("carriedWon"));
        assertThat(List.of(Part.values()))
                .as("what ran before goes on")
                .allMatch(part -> mypay.process(part).isPresent());

        assertTheSettlementIsOneTimeLine();
        Command.Result again = mypay.command(words.toArray(String[]::new)).exits(ALREADY_DONE);
        assertThat(again.lines()).contains(DATE + " is settled already: nothing was changed.");
        assertThat(Json.object(last(again))).isEqualTo(told);
    }

    /** Of the job's steps, what they did, and what followed from it in other services. */
    private void assertTheSettlementIsOneTimeLine() {
        String cycle = mypay.client()
                .asOperator()
                .get("/settlement/adm/v1/find/cycle", "businessDate", DATE)
                .is(200)
                .string("cycleId");
        LogLines logs = new LogLines(mypay);
        String guid = logs.awaitGuidsOf(cycle).get(0);
        logs.awaitTrace(
                guid,
                lines -> Stream.of("freeze", "settle", "payout", "verify", "report")
                                .allMatch(step -> lines.stream()
                                        .anyMatch(line -> is(line, "operation", "settle-franchises/" + step)
                                                && is(line, "edge", "BATCH")))
                        && Stream.of(
                                        "CYCLE_FROZEN",
                                        "SLIPS_SETTLED",
                                        "PAYOUT_REQUESTED",
                                        "PAYOUT_ENDED",
                                        "CYCLE_CLOSED")
                                .allMatch(event -> lines.stream().anyMatch(line -> is(line, "event", event)))
                        && lines.stream()
                                .filter(line -> is(line, "event", "SLIPS_SETTLED"))
                                .allMatch(
                                        line -> line.getString("operation").matches("settle-franchises/settle/[0-9]+"))
                        && lines.stream().anyMatch(line -> is(line, "edge", "BANK")));
    }

    private static String last(Command.Result result) {
        return result.lines().get(result.lines().size() - 1);
    }
}
