package com.mypay.banksimulator.adapter.in.http;

import com.mypay.banksimulator.domain.AccountId;
import com.mypay.banksimulator.domain.BankProblem;
import com.mypay.banksimulator.domain.Days;
import com.mypay.banksimulator.domain.Rejected;
import com.mypay.banksimulator.domain.Won;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The fields of a JSON object that came in: each of its type, none that is unknown; null counts as absent. */
final class Fields {
    private final JsonObject object;

    private Fields(JsonObject object) {
        this.object = object;
    }

    static Fields of(String body, Set<String> known) {
        JsonStructure json = Json.read(body);
        return of(json, known);
    }

    static Fields of(JsonValue json, Set<String> known) {
        if (!(json instanceof JsonObject object)) {
            throw malformed("a JSON object is expected");
        }
        for (String name : object.keySet()) {
            if (!known.contains(name)) {
                throw malformed("there is an unknown field; known are "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
        return new Fields(object);
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) {
        return value(name).map(value -> {
            if (value instanceof JsonString text) {
                return text.getString();
            }
            throw malformed(name + " is a string");
        });
    }

    long whole(String name) {
        return optionalWhole(name).orElseThrow(() -> missing(name));
    }

    /** A whole number written without a point or an exponent. */
    Optional<Long> optionalWhole(String name) {
        return value(name).map(value -> {
            if (value instanceof JsonNumber number && number.isIntegral()) {
                try {
                    return number.longValueExact();
                } catch (ArithmeticException e) {
                    throw malformed(name + " is too large");
                }
            }
            throw malformed(name + " is a whole number");
        });
    }

    int optionalInt(String name, int absent) {
        long value = optionalWhole(name).orElse((long) absent);
        if (value != (int) value) {
            throw malformed(name + " is too large");
        }
        return (int) value;
    }

    Won won(String name) {
        return Won.won(whole(name));
    }

    LocalDate date(String name) {
        return optionalDate(name).orElseThrow(() -> missing(name));
    }

    Optional<LocalDate> optionalDate(String name) {
        return optionalText(name).map(text -> Days.day(name, text));
    }

    AccountId account(String name) {
        Fields account = of(value(name).orElseThrow(() -> missing(name)), Set.of("bankCode", "accountNumber"));
        return AccountId.of(account.text("bankCode"), account.text("accountNumber"));
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        return optionalConstant(name, type).orElseThrow(() -> missing(name));
    }

    <E extends Enum<E>> Optional<E> optionalConstant(String name, Class<E> type) {
        return optionalText(name).map(text -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(text)) {
                    return constant;
                }
            }
            throw malformed(name + " is none of its known values");
        });
    }

    private Optional<JsonValue> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> value.getValueType() != JsonValue.ValueType.NULL);
    }

    private static Rejected missing(String name) {
        return malformed(name + " is missing");
    }

    private static Rejected malformed(String detail) {
        return new Rejected(BankProblem.MALFORMED_REQUEST, detail);
    }
}
