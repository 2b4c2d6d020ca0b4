package com.mypay.settlement.adapter.in.rest;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import com.mypay.settlement.application.SettlementProblem;
import com.mypay.settlement.domain.CommissionTerms;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.SlipId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of queries, or the refusal of what isn't one. */
final class Queries {

    private static final Pattern TIERS = Pattern.compile("-|[0-9]{1,13}:[0-9]{1,4}( [0-9]{1,13}:[0-9]{1,4}){0,9}");

    private Queries() {}

    static CycleId cycleId(@Nullable String text) {
        return id(text, CycleId::new);
    }

    static SlipId slipId(@Nullable String text) {
        return id(text, SlipId::new);
    }

    static MemberId franchiseId(@Nullable String text) {
        return id(text, value -> new MemberId(Long.parseLong(value)));
    }

    static long jobInstanceId(@Nullable String text) {
        return id(text, Long::parseLong);
    }

    /** @return {@code null} where nothing is asked for */
    static <E extends Enum<E>> @Nullable E oneOf(Class<E> type, String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new RejectedException(
                        CommonProblem.FIELD_INVALID, name + " is one of " + Arrays.toString(type.getEnumConstants())));
    }

    /** @return empty where nothing is sent */
    static Optional<Long> number(String name, @Nullable String text, long lowest, long highest) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        try {
            long value = Long.parseLong(text);
            if (value >= lowest && value <= highest) {
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            // said below, as of one that is too large
        }
        throw new RejectedException(
                CommonProblem.FIELD_INVALID, name + " is a number from " + lowest + " to " + highest);
    }

    /** @return empty where nothing is sent; an empty list for a hyphen */
    static Optional<List<CommissionTerms.Tier>> tiers(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (!TIERS.matcher(text).matches()) {
            throw tiersInvalid();
        }
        try {
            return Optional.of(
                    new CommissionTerms(CommissionTerms.NONE.vat(), CommissionTerms.parseTiers(text)).tiers());
        } catch (IllegalArgumentException e) {
            throw tiersInvalid();
        }
    }

    private static RejectedException tiersInvalid() {
        return new RejectedException(
                CommonProblem.FIELD_INVALID,
                "tiers rise, as in 10000000:20 50000000:50, and are 10 at most; - is none");
    }

    private static <T> T id(@Nullable String text, Function<String, T> id) {
        if (text == null || text.isEmpty()) {
            throw new RejectedException(SettlementProblem.ID_MALFORMED);
        }
        try {
            return id.apply(text);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(SettlementProblem.ID_MALFORMED);
        }
    }
}
