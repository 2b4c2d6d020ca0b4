package com.mypay.cli.batch;

import com.mypay.cli.api.Http;
import com.mypay.cli.api.Http.Answer;
import com.mypay.cli.batch.BatchApi.Execution;
import com.mypay.cli.batch.BatchApi.Step;
import com.mypay.cli.home.Home;
import jakarta.json.JsonObject;
import java.util.Optional;

/** How much of its work a running step has done, as settlement knows it. */
final class HowFar {

    private final Http staff;

    /**
     * Items of a step: lines, slips or franchises.
     *
     * @param read of {@code done}, what is known of it: the server tells its own counts only now and then
     */
    record Share(long done, long total, long read, long written, long skipped) {

        int percent() {
            return total == 0 ? 100 : (int) Math.min(100, 100 * done / total);
        }
    }

    HowFar(Home home) {
        this.staff = new Http(home).staff("mypay.batch", "operator");
    }

    /**
     * @param restarted counts of a restarted step begin at 0 again, though its work does not
     * @return empty where nobody knows
     */
    Optional<Share> of(long instanceId, Execution execution, Step step, boolean restarted) {
        String date = execution.parameters().get("businessDate");
        return switch (step.name()) {
            case "import" ->
                found("/settlement/adm/v1/find/slip-import?jobInstanceId=" + instanceId)
                        .map(HowFar::lines);
            case "settle" ->
                date == null || restarted
                        ? Optional.empty()
                        : cycle(date)
                                .map(cycle -> share(
                                        step, number(cycle, "paymentSlips") + number(cycle, "cancellationSlips")));
            case "payout" ->
                date == null || restarted
                        ? Optional.empty()
                        : cycle(date).map(cycle -> share(step, number(cycle, "franchises")));
            default -> Optional.empty();
        };
    }

    private static Share share(Step step, long total) {
        return new Share(step.read(), total, step.read(), step.written(), step.skipped());
    }

    /** The header is none of its lines. */
    private static Share lines(JsonObject file) {
        long done = Math.max(0, number(file, "lastLine") - 1);
        long imported = number(file, "imported");
        return new Share(done, number(file, "lines") - 1, done, imported, done - imported);
    }

    private Optional<JsonObject> cycle(String date) {
        return found("/settlement/adm/v1/find/cycle?businessDate=" + date);
    }

    /** Only for people's eyes: a service that doesn't answer costs the percentage, and nothing else. */
    private Optional<JsonObject> found(String path) {
        try {
            Answer answer = staff.get(path);
            return answer.isOk() ? Optional.of(answer.json()) : Optional.empty();
        } catch (Http.NoAnswer e) {
            return Optional.empty();
        }
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }
}
