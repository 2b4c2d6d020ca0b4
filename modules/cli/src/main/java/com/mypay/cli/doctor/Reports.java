package com.mypay.cli.doctor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the doctor looks at, read at one time.
 *
 * @param services each service's own audit, by its name
 * @param messages rows of the services' queue logs
 * @param producedSince by queue, for one that an installation may have got later than its fan-out's other queues: what
 *     was sent since the first message that has come out of it
 * @param queues by name, what the broker holds
 * @param banks what the bank simulator says of its own books
 */
record Reports(
        Map<String, ServiceReport> services,
        List<MessageRow> messages,
        Map<String, Long> producedSince,
        Map<String, QueueState> queues,
        BankReport banks) {

    /** @param totals sums and counts by name */
    record ServiceReport(List<ServiceCheck> checks, Map<String, Long> totals) {}

    /** @param violation {@code null}: it holds */
    record ServiceCheck(
            String invariant,
            String rule,
            long rowsChecked,
            @Nullable String violation) {}

    /** @param status WAITING, PROCESSING or DONE */
    record MessageRow(String service, String direction, String destination, String status, long messages) {}

    /** @param messages those on their way to a consumer included */
    record QueueState(long messages, long deadLetters) {}

    /**
     * What the banks say.
     *
     * @param rules of their own books; violations by rule, 0: it holds
     * @param transfersCompleted transfers that moved money
     * @param billedCalls calls that the banks have on their bills
     * @param corporateWon what lies in the operator's corporate accounts
     * @param corporateMovedWon what has come into them, less what has gone out
     */
    record BankReport(
            Map<String, Long> rules,
            long transfersCompleted,
            long billedCalls,
            long corporateWon,
            long corporateMovedWon) {}

    /** What was sent to an address and had to come into a queue. */
    long produced(String address, String queue) {
        Long since = producedSince.get(queue);
        return since == null ? messages(null, "OUT", address, "DONE") : since;
    }

    /** Rows of the queue logs; {@code null} for any. */
    long messages(@Nullable String service, String direction, String destination, @Nullable String status) {
        return messages.stream()
                .filter(row -> service == null || row.service().equals(service))
                .filter(row ->
                        row.direction().equals(direction) && row.destination().equals(destination))
                .filter(row -> status == null || row.status().equals(status))
                .mapToLong(MessageRow::messages)
                .sum();
    }

    /** Messages that are on their way right now: then sums across services may differ for a moment. */
    long inFlight() {
        long unsentOrRunning = messages.stream()
                .filter(row -> !row.status().equals("DONE"))
                .mapToLong(MessageRow::messages)
                .sum();
        return unsentOrRunning
                + queues.values().stream().mapToLong(QueueState::messages).sum();
    }
}
