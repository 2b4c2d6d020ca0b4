package com.mypay.framework.log.shipping;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mypay.framework.log.LogKind;
import com.mypay.framework.log.spool.SpoolReader.Line;
import com.mypay.framework.messaging.QueueLog.Waiting;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts lines together to messages: of one kind and of one day each, because each day has its own queue. */
final class LogMessages {

    static final int MAX_LINES = 500;

    /** Of a message, unless a single line is longer. */
    static final int MAX_BYTES = 200_000;

    private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Seoul");

    /** {@code "at":"} at the begin of each line. */
    private static final int AT_BEGIN = 6;

    private static final int HOUR_LENGTH = "2026-03-02T01".length();

    /** {@code "guid":"} behind it. */
    private static final int GUID_BEGIN = AT_BEGIN + "2026-03-02T01:02:03.000000Z\",\"guid\":\"".length();

    private static final int GUID_LENGTH = 32;

    private final String source;
    private final List<Waiting> done = new ArrayList<>();
    private final Map<Address, Message> open = new LinkedHashMap<>();
    private final Map<String, Integer> dayOfHour = new LinkedHashMap<>();

    private record Address(LogKind kind, int day) {}

    private LogMessages(String source) {
        this.source = source;
    }

    static List<Waiting> of(String source, List<Line> lines) {
        LogMessages messages = new LogMessages(source);
        lines.forEach(messages::add);
        messages.open.forEach((address, message) -> messages.done.add(message.finished(source, address)));
        return messages.done;
    }

    private void add(Line line) {
        Address address = new Address(line.kind(), day(line));
        byte[] whole = whole(line);
        Message message = open.computeIfAbsent(address, each -> new Message(source, address, line));
        if (message.isFull(whole.length)) {
            done.add(message.finished(source, address));
            message = new Message(source, address, line);
            open.put(address, message);
        }
        message.add(line, whole);
    }

    private byte[] whole(Line line) {
        String head = "{\"v\":1,\"kind\":\"" + line.kind() + "\",\"source\":\"" + source + "\",\"seq\":"
                + line.sequence() + ",";
        String tail = line.kind() == LogKind.BUSINESS ? ",\"confirmed\":" + line.confirmed() + "}" : "}";
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + line.body().length + tail.length());
        whole.writeBytes(head.getBytes(US_ASCII));
        whole.writeBytes(line.body());
        whole.writeBytes(tail.getBytes(US_ASCII));
        return whole.toByteArray();
    }

    private int day(Line line) {
        String hour = new String(line.body(), AT_BEGIN, HOUR_LENGTH, US_ASCII);
        return dayOfHour.computeIfAbsent(
                hour,
                each -> Instant.parse(each + ":00:00Z").atZone(BUSINESS_ZONE).getDayOfMonth());
    }

    /** One that is being put together. */
    private static final class Message {
        private final ByteArrayOutputStream json = new ByteArrayOutputStream();
        private final String guid;
        private final long first;
        private long last;
        private int lines;

        Message(String source, Address address, Line line) {
            this.guid = new String(line.body(), GUID_BEGIN, GUID_LENGTH, US_ASCII);
            this.first = line.sequence();
            String head = "{\"v\":1,\"kind\":\"" + address.kind() + "\",\"source\":\"" + source + "\",\"lines\":[";
            json.writeBytes(head.getBytes(US_ASCII));
        }

        boolean isFull(int oneMore) {
            return lines > 0 && (lines == MAX_LINES || json.size() + oneMore > MAX_BYTES);
        }

        void add(Line line, byte[] whole) {
            if (lines > 0) {
                json.write(',');
            }
            json.writeBytes(whole);
            last = line.sequence();
            lines++;
        }

        Waiting finished(String source, Address address) {
            json.writeBytes("]}".getBytes(US_ASCII));
            LogKind kind = address.kind();
            String id = source + "-" + kind + "-" + first + "-" + last;
            return new Waiting(id, kind.address(address.day()), kind.contract(), json.toString(UTF_8), guid, 0);
        }
    }
}
