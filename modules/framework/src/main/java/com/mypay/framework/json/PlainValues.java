package com.mypay.framework.json;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a JSON that comes from outside may hold, whatever its fields are. Every number is a whole one of at most 18
 * digits: amounts in won, ids, rates; the JSON mapper would cut 3.7 won to 3, and take 2^64 + 30,000 won for 30,000.
 * Every text is one line without control characters: none of ours has more, and others (banks, logs) break on them.
 */
public final class PlainValues {

    private static final int MAX_NAME_SHOWN = 60;
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private PlainValues() {}

    /**
     * @return what is wrong with the first value that isn't plain; empty if all are
     * @throws RuntimeException if it isn't JSON; not only JSON's own: a text that is nested too deep is refused by others
     */
    public static Optional<String> fault(byte[] json) {
        InputStream in = new ByteArrayInputStream(json);
        return json.length == 0 ? Optional.empty() : fault(PARSERS.createParser(in));
    }

    /** As {@link #fault(byte[])}. */
    static Optional<String> fault(String json) {
        return fault(PARSERS.createParser(new StringReader(json)));
    }

    private static Optional<String> fault(JsonParser json) {
        try (JsonParser parser = json) {
            String name = "";
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case KEY_NAME -> name = parser.getString();
                    case VALUE_NUMBER -> {
                        if (!WHOLE.matcher(parser.getString()).matches()) {
                            return Optional.of(shown(name) + " is no whole number");
                        }
                    }
                    case VALUE_STRING -> {
                        if (parser.getString().chars().anyMatch(Character::isISOControl)) {
                            return Optional.of(shown(name) + " has a line break or another control character");
                        }
                    }
                    default -> {}
                }
            }
            return Optional.empty();
        }
    }

    private static String shown(String name) {
        return name.substring(0, Math.min(name.length(), MAX_NAME_SHOWN));
    }
}
