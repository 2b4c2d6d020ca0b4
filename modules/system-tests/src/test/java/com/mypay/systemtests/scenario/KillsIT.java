package com.mypay.systemtests.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mypay.systemtests.kit.Command;
import com.mypay.systemtests.kit.Json;
import com.mypay.systemtests.kit.LogLines;
import com.mypay.systemtests.kit.Part;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import com.mypay.systemtests.kit.Sql;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code kill -9} in the middle of a running load, or of a day; then {@code mypay up}, and it goes on to its end, and all of it stands in the logs. */
@ExtendWith(SharedInstallation.class)
class KillsIT {

    private static final int PAYMENTS = 80;
    private static final String DAY = "2011-11-14";
    private static final int PAYMENTS_OF_THE_DAY = 120;
    private static final int CANCELLED_OF_THE_DAY = 12;

    /** Units x pounds x 1,750. */
    private static final int SLIP_WON = 2 * 3 * 1_750;

    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final RunningInstallation mypay;

    KillsIT(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    @ParameterizedTest
    @EnumSource
    void everyPaymentIsMadeOnceThoughAPartIsKilledInTheMiddle(Part part) throws Exception {
        LogLines logs = new LogLines(mypay);
        Instant begun = Clock.systemUTC().instant();
        try (Load load = new Load(mypay, PAYMENTS)) {
            load.start();
            load.awaitPart(0.3);
            mypay.kill(part);
            mypay.up();
            load.awaitEnd();
            load.assertEveryChargeCompleted();
            load.assertEverythingAddsUp();
            logs.awaitToldOnce("PAYMENT_APPROVED", load.paymentIds(), begun);
        }
        logs.awaitImageOfAllMoney(begun);
        logs.awaitNoGap();
        mypay.command("doctor").exits(0);
    }

    @Test
    void aDayGoesOnThoughTheServerIsKilledInTheMiddle(@TempDir Path directory) throws Exception {
        Path slips = slipsOfTheDay(directory);
        try (RunningCommand day =
                RunningCommand.start(mypay, "day", "--slips", slips.toString(), "--date", DAY, "--clients", "2")) {
            await().atMost(LONGEST)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> slipsIssued() > PAYMENTS_OF_THE_DAY / 10);
            mypay.kill(Part.SERVER);
            assertThat(slipsIssued()).as("still in the middle").isLessThan(PAYMENTS_OF_THE_DAY);
            mypay.up();

            Command.Result played = day.ends().exits(0);

            JsonObject told = Json.object(played.lines().get(played.lines().size() - 1));
            assertThat(told.getInt("paymentSlips")).isEqualTo(PAYMENTS_OF_THE_DAY);
            assertThat(told.getInt("grossWon")).isEqualTo(PAYMENTS_OF_THE_DAY * SLIP_WON);
            assertThat(told.getInt("cancellationSlips")).isEqualTo(CANCELLED_OF_THE_DAY);
            assertThat(told.getInt("cancelledWon")).isEqualTo(CANCELLED_OF_THE_DAY * SLIP_WON);
        }
        mypay.command("doctor").exits(0);
    }

    private long slipsIssued() {
        return new Sql(mypay, "payment").count("SLIP WHERE BUSINESS_DATE = DATE '" + DAY + "'");
    }

    /** Six members at four franchises, all day long; what the first have bought they give back in the evening. */
    private static Path slipsOfTheDay(Path directory) throws IOException {
        StringBuilder lines =
                new StringBuilder("InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");
        for (int i = 0; i < PAYMENTS_OF_THE_DAY; i++) {
            lines.append(line("%d".formatted(600_001 + i), i, 2, "%02d:%02d".formatted(9 + i / 60, i % 60)));
        }
        for (int i = 0; i < CANCELLED_OF_THE_DAY; i++) {
            lines.append(line("C%d".formatted(700_001 + i), i, -2, "18:%02d".formatted(i)));
        }
        return Files.writeString(directory.resolve("slips.csv"), lines);
    }

    private static String line(String invoice, int i, int quantity, String time) {
        return "%s,K%d,%d,%s %s:00,3,%d,France%n".formatted(invoice, i % 4, quantity, DAY, time, 18_001 + i % 6);
    }
}
