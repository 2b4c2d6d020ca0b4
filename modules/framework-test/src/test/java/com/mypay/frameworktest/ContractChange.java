package com.mypay.frameworktest;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a change of a contract breaks, within one version: every message that was right must stay right, because it may
 * lie in a queue, a dead-letter queue or an archive; and what a receiver relies on must stay promised. So a property may
 * be added, a limit widened, a description rewritten; the rest is a new version beside the old one.
 */
final class ContractChange {
    private static final Set<String> SAYS_NOTHING = Set.of("description", "title", "$id", "$schema", "examples");
    private static final Set<String> LOWER_LIMITS = Set.of("minimum", "minLength", "minItems");
    private static final Set<String> UPPER_LIMITS = Set.of("maximum", "maxLength", "maxItems");

    private final List<String> breaks = new ArrayList<>();

    private ContractChange() {}

    /** One line for each break; none for a compatible change. */
    static List<String> breaks(JsonObject released, JsonObject now) {
        ContractChange change = new ContractChange();
        change.compare("", released, now);
        return List.copyOf(change.breaks);
    }

    private void compare(String place, JsonObject released, JsonObject now) {
        for (Map.Entry<String, JsonValue> entry : released.entrySet()) {
            String key = entry.getKey();
            JsonValue current = now.get(key);
            if (SAYS_NOTHING.contains(key) || entry.getValue().equals(current)) {
                continue;
            }
            if (key.equals("properties") || key.equals("$defs")) {
                compareEach(place, entry.getValue().asJsonObject(), now.getJsonObject(key));
            } else if (current == null) {
                if (!LOWER_LIMITS.contains(key) && !UPPER_LIMITS.contains(key)) {
                    breaks.add(place + "/" + key + " is gone");
                }
            } else if (isSchema(entry.getValue()) && isSchema(current)) {
                compare(place + "/" + key, entry.getValue().asJsonObject(), current.asJsonObject());
            } else {
                compareValue(place + "/" + key, key, entry.getValue(), current);
            }
        }
        for (String key : now.keySet()) {
            if (!released.containsKey(key) && !SAYS_NOTHING.contains(key)) {
                breaks.add(place + "/" + key + " is new, and refuses what was right");
            }
        }
    }

    private void compareEach(String place, JsonObject released, JsonObject now) {
        for (String name : released.keySet()) {
            if (now == null || !now.containsKey(name)) {
                breaks.add(place + "/" + name + " is gone");
            } else {
                compare(place + "/" + name, released.getJsonObject(name), now.getJsonObject(name));
            }
        }
    }

    private void compareValue(String place, String key, JsonValue released, JsonValue now) {
        boolean compatible = switch (key) {
            case "minimum", "minLength", "minItems" -> number(now) <= number(released);
            case "maximum", "maxLength", "maxItems" -> number(now) >= number(released);
            // A value more: who doesn't know it keeps the line in quarantine, and loses nothing
            case "enum" -> now.asJsonArray().containsAll(released.asJsonArray());
            case "required" -> sameNames(released.asJsonArray(), now.asJsonArray());
            default -> false;
        };
        if (!compatible) {
            breaks.add(place + " was " + released + " and is " + now);
        }
    }

    private static boolean sameNames(JsonArray released, JsonArray now) {
        return Set.copyOf(released).equals(Set.copyOf(now));
    }

    private static boolean isSchema(JsonValue value) {
        return value.getValueType() == ValueType.OBJECT;
    }

    private static long number(JsonValue value) {
        return ((JsonNumber) value).longValueExact();
    }
}
