package com.mypay.remittance.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One step's command as its receiver knows it: the same id each time it is sent, so that it has one effect.
 *
 * @param round which time the remittance comes to this step, from 1: after a top-up it comes again
 */
public record StepRequest(RemittanceId remittance, Step step, int round) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{32})-("
            + Stream.of(Step.values()).map(Step::name).collect(Collectors.joining("|")) + ")-([1-9][0-9]?)");

    /** Reads {@code 0192…-TRANSFER-1}; empty if it is no request id of ours. */
    public static Optional<StepRequest> parse(String requestId) {
        Matcher parts = FORM.matcher(requestId);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new StepRequest(
                new RemittanceId(parts.group(1)), Step.valueOf(parts.group(2)), Integer.parseInt(parts.group(3))));
    }

    /** At most 46 characters. */
    public String requestId() {
        return remittance + "-" + step + "-" + round;
    }

    /** The message's own id: each sending is another message of the same request. */
    public String messageId(int sends) {
        return "rem-" + requestId() + "-" + sends;
    }

    @Override
    public String toString() {
        return requestId();
    }
}
