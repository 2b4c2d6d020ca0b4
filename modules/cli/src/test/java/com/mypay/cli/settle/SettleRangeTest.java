package com.mypay.cli.settle;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.cli.ExitCode;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.Homes;
import com.mypay.frameworktest.stub.StubServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettleRangeTest {

    private static final LocalDate FIRST = LocalDate.of(2011, 12, 4);
    private static final String COUNTS = "/settlement/adm/v1/find/slip-counts";
    private static final String CYCLE = "/settlement/adm/v1/find/cycle";
    private static final String NO_CYCLE = "{\"code\":\"CYCLE_NOT_FOUND\"}";
    private static final String WAITING = "{\"waiting\":3}";
    private static final String NONE = "{\"waiting\":0}";

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
    private final List<LocalDate> settled = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private SettleRange range;

    @BeforeEach
    void openARangeOfFourDays() {
        Home home = Homes.in(directory, server.uri().getPort());
        range = new SettleRange(home, FIRST, FIRST.plusDays(3), new PrintWriter(out, true));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int eachDay(Map<LocalDate, Integer> exitCodes) {
        return range.eachDay(date -> {
            settled.add(date);
            return exitCodes.getOrDefault(date, ExitCode.OK);
        });
    }

    @Test
    void eachDateThatHasSlipsOrACycleThatIsNotClosedIsSettledInItsOrder() {
        server.on("GET", COUNTS)
                .answers(200, WAITING)
                .answers(200, NONE)
                .answers(200, NONE)
                .answers(200, WAITING);
        server.on("GET", CYCLE)
                .answers(404, NO_CYCLE)
                .answers(404, NO_CYCLE)
                .answers(200, Cycles.cycle("PAYING", Map.of()).toString())
                .answers(200, Cycles.closed().toString());

        assertThat(eachDay(Map.of(FIRST, ExitCode.COMPLETED_WITH_ITEMS))).isEqualTo(ExitCode.COMPLETED_WITH_ITEMS);

        assertThat(settled).containsExactly(FIRST, FIRST.plusDays(2));
        assertThat(out.toString()).contains("2 dates are settled");
    }

    @Test
    void theFirstDateThatFailsEndsIt() {
        server.on("GET", COUNTS).answers(200, WAITING);
        server.on("GET", CYCLE).answers(404, NO_CYCLE);

        assertThat(eachDay(Map.of(FIRST.plusDays(1), ExitCode.FAILED_RESTARTABLE)))
                .isEqualTo(ExitCode.FAILED_RESTARTABLE);

        assertThat(settled).containsExactly(FIRST, FIRST.plusDays(1));
    }

    @Test
    void nothingLeftIs16() {
        server.on("GET", COUNTS).answers(200, NONE);
        server.on("GET", CYCLE).answers(404, NO_CYCLE);

        assertThat(eachDay(Map.of())).isEqualTo(ExitCode.ALREADY_DONE);

        assertThat(settled).isEmpty();
        assertThat(out.toString()).contains("Nothing is left to settle from 2011-12-04 to 2011-12-07");
    }

    @Test
    void theSummaryHasTheFiguresOfADayUnderBothDates() {
        server.on("GET", "/settlement/adm/v1/find/cycles-figures").answers(200, """
                        {"from":"2011-12-04","to":"2011-12-07","cycles":2,"paymentSlips":1,"cancellationSlips":2,
                         "grossWon":3,"cancelledWon":4,"commissionWon":5,"netWon":6,"franchises":7,"members":8,
                         "carriedFranchises":9,"carriedWon":-10,"paidWon":11,"openPayouts":0}""");

        assertThat(range.summary())
                .isEqualTo("{\"from\":\"2011-12-04\",\"to\":\"2011-12-07\",\"paymentSlips\":1,"
                        + "\"cancellationSlips\":2,\"grossWon\":3,\"cancelledWon\":4,\"commissionWon\":5,\"netWon\":6,"
                        + "\"franchises\":7,\"carriedFranchises\":9,\"carriedWon\":-10,\"paidWon\":11,\"members\":8}");
        assertThat(server.requests("GET", "/settlement/adm/v1/find/cycles-figures")
                        .get(0)
                        .query())
                .contains("from=2011-12-04");
    }
}
