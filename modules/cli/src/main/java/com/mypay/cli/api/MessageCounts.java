package com.mypay.cli.api;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.Text;
import com.mypay.cli.home.Home;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.time.Duration;

/** What the services' queue logs say: how many messages each has sent and processed. */
public final class MessageCounts {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long LOOK_EVERY_MILLIS = 200;

    private static final long TELL_EVERY_NANOS = 5_000_000_000L;

    private final Http staff;
    private final PrintWriter out;
    private final Patient patient = new Patient();

    public MessageCounts(Home home, PrintWriter out) {
        this.out = out;
        this.staff = new Http(home).staff("mypay.doctor", "operator");
    }

    /**
     * The messages of one service to or from one destination.
     *
     * @param waiting committed, not sent yet
     * @param processing taken, not ended yet
     * @param done sent, or processed
     */
    public record Count(long waiting, long processing, long done) {

        public long all() {
            return waiting + processing + done;
        }
    }

    /** @param direction {@code IN} or {@code OUT} */
    public Count of(String service, String direction, String destination) {
        long[] counts = new long[3];
        JsonObject body = patient.get(staff, "/" + service + "/adm/v1/find/message-counts")
                .orRefused("find/message-counts");
        for (var each : body.getJsonArray("messages")) {
            JsonObject row = each.asJsonObject();
            if (row.getString("direction").equals(direction)
                    && row.getString("destination").equals(destination)) {
                counts[status(row.getString("status"))] +=
                        row.getJsonNumber("messages").longValue();
            }
        }
        return new Count(counts[0], counts[1], counts[2]);
    }

    private static int status(String status) {
        return switch (status) {
            case "WAITING" -> 0;
            case "PROCESSING" -> 1;
            default -> 2;
        };
    }

    /** Returns once everything that one service has committed for an address has been processed by another. */
    public void awaitArrival(String sender, String address, String receiver, String queue) {
        long end = System.nanoTime() + LIMIT.toNanos();
        long last = -1;
        long tell = System.nanoTime() + TELL_EVERY_NANOS;
        while (true) {
            long produced = of(sender, "OUT", address).all();
            long consumed = of(receiver, "IN", queue).done();
            if (consumed >= produced) {
                return;
            }
            if (consumed != last) {
                last = consumed;
                end = System.nanoTime() + LIMIT.toNanos();
            }
            if (System.nanoTime() > tell) {
                out.println(Text.of("messages.waiting", queue, consumed, produced));
                out.flush();
                tell = System.nanoTime() + TELL_EVERY_NANOS;
            }
            if (System.nanoTime() > end) {
                throw CommandFailure.failed("messages.stuck", queue, produced - consumed);
            }
            Patient.pause(LOOK_EVERY_MILLIS);
        }
    }
}
