package com.mypay.systemtests.scenario;

import com.mypay.systemtests.kit.Client;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One command of one service, with everything that can be wrong about it. */
final class CommandCase {

    /**
     * A value that a field must not have.
     *
     * @param code {@code FIELD_INVALID} or what the service says
     */
    record Malformed(String field, Object value, String code) {}

    /** A value that names nothing. */
    record Unknown(String field, Object value, int status, String code) {}

    /** How a command is refused. */
    record Refusal(int status, String code) {}

    /**
     * What becomes of two that are given at once under two request ids.
     *
     * @param effects how many effects they have together
     * @param refusal how the later one is refused, if only one may be carried out
     */
    record Rivals(int effects, @Nullable Refusal refusal) {}

    /**
     * One occasion to give the command.
     *
     * @param caller who may give it
     * @param body all that it needs
     * @param other another command that the same caller might give
     * @param effects counts what the command does once
     */
    record Occasion(Client caller, JsonObject body, JsonObject other, LongSupplier effects) {}

    final String path;
    final int status;
    final Supplier<Occasion> occasion;
    final List<String> required = new ArrayList<>();
    final List<Malformed> malformed = new ArrayList<>();
    final List<Unknown> unknown = new ArrayList<>();

    @Nullable String amount;

    long largest;

    @Nullable Refusal stranger;

    Rivals rivals = new Rivals(2, null);

    private CommandCase(String path, int status, Supplier<Occasion> occasion) {
        this.path = path;
        this.status = status;
        this.occasion = occasion;
    }

    static CommandCase command(String path, int status, Supplier<Occasion> occasion) {
        return new CommandCase(path, status, occasion);
    }

    CommandCase required(String... fields) {
        required.addAll(List.of(fields));
        return this;
    }

    CommandCase malformed(String field, Object... values) {
        for (Object value : values) {
            malformed.add(new Malformed(field, value, "FIELD_INVALID"));
        }
        return this;
    }

    /** Well-formed by itself, and refused with a code of its own. */
    CommandCase invalid(String field, Object value, String code) {
        malformed.add(new Malformed(field, value, code));
        return this;
    }

    CommandCase unknown(String field, Object value, String code) {
        return unknown(field, value, 404, code);
    }

    CommandCase unknown(String field, Object value, int statusCode, String code) {
        unknown.add(new Unknown(field, value, statusCode, code));
        return this;
    }

    /** The field that says how much, in won, from 1 to this. */
    CommandCase amount(String field, long most) {
        amount = field;
        largest = most;
        return this;
    }

    /** To another member it answers as if there were nothing. */
    CommandCase unseenByOthers(String code) {
        stranger = new Refusal(404, code);
        return this;
    }

    /** Another member may not give it at all. */
    CommandCase forbiddenToMembers() {
        stranger = new Refusal(403, "NOT_PERMITTED");
        return this;
    }

    /** Of two at once, under two request ids, one is carried out and the other refused so. */
    CommandCase onlyOneOfTwo(int statusCode, String code) {
        rivals = new Rivals(1, new Refusal(statusCode, code));
        return this;
    }

    /** Two at once, under two request ids, say the same and have one effect. */
    CommandCase oneEffectOfTwo() {
        rivals = new Rivals(1, null);
        return this;
    }

    @Override
    public String toString() {
        return path;
    }
}
