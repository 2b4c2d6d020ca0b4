package com.mypay.framework.standardmessage;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.standardmessage.StandardHeader.Direction;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads a {@link StandardHeader}, as JSON and as fixed-length bytes, from one layout. Lengths are bytes of the
 * house's character set, where a Korean syllable has two (EUC-KR) or three (UTF-8).
 *
 * <p>Fixed-length: codes and texts are followed by blanks, numbers are led by zeros. A text for people that is too long is
 * cut after the last whole character that fits; anything else that is too long, that the character set doesn't have, or
 * that isn't one of the field's values is refused with the field's name.
 */
public final class StandardHeaderCodec {

    /** What each header has in the fixed-length form. */
    public static final int BYTES =
            Arrays.stream(HeaderField.values()).mapToInt(HeaderField::bytes).sum();

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS").withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern BLANKS = Pattern.compile(" +$");

    private final Charset charset;

    /** @param charset EUC-KR or UTF-8, as the house has agreed: one in which digits, letters and blanks are one byte each */
    public StandardHeaderCodec(Charset charset) {
        this.charset = charset;
    }

    /**
     * The header as {@link #BYTES} bytes.
     *
     * @throws RejectedException FIELD_INVALID, with the field's name
     */
    public byte[] toFixedLength(StandardHeader header) {
        ByteArrayOutputStream fixed = new ByteArrayOutputStream(BYTES);
        values(header).forEach((field, value) -> fixed.writeBytes(padded(field, value)));
        return fixed.toByteArray();
    }

    /**
     * @param bytes exactly a header, without the body
     * @throws RejectedException BODY_UNREADABLE if it is longer or shorter; FIELD_INVALID, with the field's name
     */
    public StandardHeader fromFixedLength(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new RejectedException(
                    CommonProblem.BODY_UNREADABLE, "a header has " + BYTES + " bytes, not " + bytes.length);
        }
        Map<HeaderField, String> values = new EnumMap<>(HeaderField.class);
        int at = 0;
        for (HeaderField field : HeaderField.values()) {
            values.put(field, unpadded(field, ByteBuffer.wrap(bytes, at, field.bytes())));
            at += field.bytes();
        }
        return header(values);
    }

    /** @throws RejectedException FIELD_INVALID, with the field's name */
    public String toJson(StandardHeader header) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        values(header).forEach((field, value) -> json.add(field.json(), value));
        return json.build().toString();
    }

    /** @throws RejectedException BODY_UNREADABLE if it is no JSON object; FIELD_INVALID, with the field's name */
    public StandardHeader fromJson(String text) {
        JsonObject json;
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            json = reader.readObject();
        } catch (RuntimeException e) {
            // Not only JSON's own: a text that is nested too deep is refused by others
            throw new RejectedException(CommonProblem.BODY_UNREADABLE, "the header is no JSON object");
        }
        Map<HeaderField, String> values = new EnumMap<>(HeaderField.class);
        for (HeaderField field : HeaderField.values()) {
            if (!(json.get(field.json()) instanceof JsonString value)) {
                throw field.refused("it has to be there, as a text");
            }
            values.put(field, value.getString());
        }
        // What comes as JSON can go on as bytes
        values.replaceAll(this::fitting);
        return header(values);
    }

    /** The fields as both forms have them, without padding, each as long as its place at most. */
    private Map<HeaderField, String> values(StandardHeader header) {
        Map<HeaderField, String> values = new EnumMap<>(HeaderField.class);
        values.put(HeaderField.GLOBAL_ID, header.globalId());
        values.put(HeaderField.REQUESTED_AT, TIME.format(header.requestedAt()));
        values.put(HeaderField.ANSWERED_AT, header.answeredAt() == null ? "" : TIME.format(header.answeredAt()));
        values.put(HeaderField.DIRECTION, header.direction() == Direction.REQUEST ? "S" : "R");
        values.put(HeaderField.SYSTEM, header.system());
        values.put(HeaderField.SERVICE, header.service());
        values.put(HeaderField.CHANNEL, header.channel());
        values.put(HeaderField.RESULT, header.result());
        values.put(HeaderField.RESULT_TEXT, withoutBlanks(header.resultText()));
        values.put(HeaderField.MASKED, header.masked() ? "Y" : "N");
        values.put(HeaderField.SIMULATED, header.simulated() ? "Y" : "N");
        values.put(HeaderField.BODY_BYTES, Integer.toString(header.bodyBytes()));
        values.replaceAll((field, value) -> fitting(field, field.checked(value)));
        return values;
    }

    private static StandardHeader header(Map<HeaderField, String> values) {
        values.forEach(HeaderField::checked);
        return new StandardHeader(
                value(values, HeaderField.GLOBAL_ID),
                time(values, HeaderField.REQUESTED_AT),
                value(values, HeaderField.ANSWERED_AT).isEmpty() ? null : time(values, HeaderField.ANSWERED_AT),
                value(values, HeaderField.DIRECTION).equals("S") ? Direction.REQUEST : Direction.ANSWER,
                value(values, HeaderField.SYSTEM),
                value(values, HeaderField.SERVICE),
                value(values, HeaderField.CHANNEL),
                value(values, HeaderField.RESULT),
                value(values, HeaderField.RESULT_TEXT),
                value(values, HeaderField.MASKED).equals("Y"),
                value(values, HeaderField.SIMULATED).equals("Y"),
                number(values, HeaderField.BODY_BYTES));
    }

    private static String value(Map<HeaderField, String> values, HeaderField field) {
        @Nullable String value = values.get(field);
        if (value == null) {
            throw new IllegalStateException("no value of " + field);
        }
        return value;
    }

    private static LocalDateTime time(Map<HeaderField, String> values, HeaderField field) {
        try {
            return LocalDateTime.parse(value(values, field), TIME);
        } catch (DateTimeException e) {
            throw field.refused("there is no such time");
        }
    }

    private static int number(Map<HeaderField, String> values, HeaderField field) {
        String value = value(values, field);
        if (value.length() > field.bytes()) {
            throw field.refused("it has more than " + field.bytes() + " digits");
        }
        return Integer.parseInt(value);
    }

    /** Cut, if it is a text for people. */
    private String fitting(HeaderField field, String value) {
        ByteBuffer room = ByteBuffer.allocate(field.bytes());
        CharBuffer rest = CharBuffer.wrap(value);
        CharsetEncoder encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        if (encoder.encode(rest, room, true).isError()) {
            throw field.refused(charset.name() + " doesn't have all of its characters");
        }
        if (rest.hasRemaining() && !field.isText()) {
            throw field.refused("it has more than " + field.bytes() + " bytes");
        }
        return withoutBlanks(value.substring(0, rest.position()));
    }

    private byte[] padded(HeaderField field, String value) {
        byte[] bytes = value.getBytes(charset);
        byte[] padded = new byte[field.bytes()];
        Arrays.fill(padded, (byte) (field.isNumber() ? '0' : ' '));
        System.arraycopy(bytes, 0, padded, field.isNumber() ? padded.length - bytes.length : 0, bytes.length);
        return padded;
    }

    private String unpadded(HeaderField field, ByteBuffer bytes) {
        try {
            String value = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
            return field.isNumber() ? value.replaceFirst("^0+(?=[0-9])", "") : withoutBlanks(value);
        } catch (CharacterCodingException e) {
            throw field.refused("it isn't " + charset.name());
        }
    }

    private static String withoutBlanks(String value) {
        return BLANKS.matcher(value).replaceFirst("");
    }
}
