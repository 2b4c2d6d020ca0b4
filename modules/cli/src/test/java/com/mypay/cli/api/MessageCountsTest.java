package com.mypay.cli.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.cli.api.MessageCounts.Count;
import com.mypay.cli.home.Homes;
import com.mypay.frameworktest.stub.StubServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MessageCountsTest {

    private static final String OF_PAYMENT = "/payment/adm/v1/find/message-counts";
    private static final String OF_SETTLEMENT = "/settlement/adm/v1/find/message-counts";

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
    private final StringWriter out = new StringWriter();
    private MessageCounts counts;

    @BeforeEach
    void makeAHome() {
        counts = new MessageCounts(Homes.in(directory, server.uri().getPort()), new PrintWriter(out, true));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void countsTheRowsOfOneDestination() {
        server.on("GET", OF_PAYMENT).answers(200, """
                {"messages":[
                  {"direction":"OUT","destination":"payment.slips","status":"WAITING","messages":1},
                  {"direction":"OUT","destination":"payment.slips","status":"PROCESSING","messages":2},
                  {"direction":"OUT","destination":"payment.slips","status":"DONE","messages":30},
                  {"direction":"OUT","destination":"other","status":"DONE","messages":400},
                  {"direction":"IN","destination":"payment.slips","status":"DONE","messages":5000}]}""");

        Count count = counts.of("payment", "OUT", "payment.slips");

        assertThat(count).isEqualTo(new Count(1, 2, 30));
        assertThat(count.all()).isEqualTo(33);
    }

    @Test
    void waitsUntilAllThatIsCommittedHasBeenProcessed() {
        server.on("GET", OF_PAYMENT).answers(200, one("OUT", "payment.slips", "WAITING", 10));
        server.on("GET", OF_SETTLEMENT)
                .answers(200, "{\"messages\":[]}")
                .answers(200, one("IN", "settlement.slips", "PROCESSING", 10))
                .answers(200, one("IN", "settlement.slips", "DONE", 9))
                .answers(200, one("IN", "settlement.slips", "DONE", 10));

        counts.awaitArrival("payment", "payment.slips", "settlement", "settlement.slips");

        assertThat(server.requests("GET", OF_SETTLEMENT)).hasSize(4);
    }

    private static String one(String direction, String destination, String status, int messages) {
        return "{\"messages\":[{\"direction\":\"%s\",\"destination\":\"%s\",\"status\":\"%s\",\"messages\":%d}]}"
                .formatted(direction, destination, status, messages);
    }
}
