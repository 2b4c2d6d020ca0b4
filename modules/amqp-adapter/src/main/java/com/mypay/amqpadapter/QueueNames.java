package com.mypay.amqpadapter;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.qpid.jms.JmsQueue;

/** The queues that a bean names: one, or those of a range of numbers, written as shells do. */
final class QueueNames {

    /** {@code log.image.d{01..31}}: as many digits as the first number has. */
    private static final Pattern RANGE = Pattern.compile("([^{}]*)\\{(\\d{1,4})\\.\\.(\\d{1,4})}([^{}]*)");

    static final int MAX_QUEUES = 100;

    private QueueNames() {}

    /**
     * @param queue {@code settlement.slips}, or {@code log.image.d{01..31}} for {@code log.image.d01} to {@code …d31}
     * @throws IllegalArgumentException for a range that is none, or of more than {@value #MAX_QUEUES} queues
     */
    static List<String> of(String queue) {
        if (queue.indexOf('{') < 0 && queue.indexOf('}') < 0) {
            return List.of(queue);
        }
        Matcher range = RANGE.matcher(queue);
        if (!range.matches()) {
            throw new IllegalArgumentException("a range of queues is written name{01..31}, not " + queue);
        }
        int first = Integer.parseInt(range.group(2));
        int last = Integer.parseInt(range.group(3));
        if (first > last || last - first >= MAX_QUEUES) {
            throw new IllegalArgumentException(
                    "a range of queues has 1 to " + MAX_QUEUES + " numbers that rise, not " + queue);
        }
        String number = "%0" + range.group(2).length() + "d";
        return IntStream.rangeClosed(first, last)
                .mapToObj(n -> range.group(1) + number.formatted(n) + range.group(4))
                .toList();
    }

    static List<JmsQueue> queues(String queue) {
        return of(queue).stream().map(JmsQueue::new).toList();
    }
}
