package com.mypay.cli.batch;

import com.mypay.cli.Text;
import com.mypay.cli.api.Patient;
import com.mypay.cli.batch.BatchApi.Execution;
import com.mypay.cli.batch.BatchApi.Step;
import com.mypay.cli.home.Home;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows an execution to its end and tells how far it is: a line for each step that has changed, every two seconds. */
public final class Follow {

    private static final long LOOK_EVERY_MILLIS = 300;
    private static final long TELL_EVERY_NANOS = 2_000_000_000L;

    private final BatchApi api;
    private final JobProgress progress;
    private final PrintWriter out;
    private final Map<String, String> shown = new HashMap<>();
    private long lastTold = System.nanoTime() - TELL_EVERY_NANOS;

    public Follow(Home home, BatchApi api, PrintWriter out) {
        this.api = api;
        this.progress = new JobProgress(new HowFar(home), Clock.systemUTC());
        this.out = out;
    }

    /**
     * @param after the execution that has ended before; -1: there was none
     * @return how it ended
     */
    public Execution toTheEnd(long instanceId, long after) {
        while (true) {
            List<Execution> executions = api.executions(instanceId).stream()
                    .filter(each -> each.id() > after)
                    .toList();
            if (!executions.isEmpty()) {
                Execution latest = api.withCounts(executions.get(executions.size() - 1));
                boolean ended = hasEnded(latest);
                if (ended || System.nanoTime() - lastTold > TELL_EVERY_NANOS) {
                    lastTold = System.nanoTime();
                    tell(instanceId, latest, after >= 0);
                }
                if (ended) {
                    return latest;
                }
            }
            Patient.pause(LOOK_EVERY_MILLIS);
        }
    }

    private void tell(long instanceId, Execution execution, boolean restarted) {
        for (Step step : execution.steps()) {
            String line = progress.line(instanceId, execution, step, restarted);
            if (!line.equals(shown.put(step.name(), line))) {
                out.println(line);
            }
        }
        out.flush();
    }

    static boolean hasEnded(Execution execution) {
        return switch (execution.batchStatus()) {
            case "COMPLETED", "FAILED", "STOPPED", "ABANDONED" -> true;
            default -> false;
        };
    }

    /**
     * Says how it ended, in the job's own words.
     *
     * @return one of the {@link com.mypay.cli.ExitCode}s of a job
     */
    public int end(Execution ended) {
        out.println(Text.of("batch.ended", Long.toString(ended.id()), ended.batchStatus(), ended.exitStatus()));
        out.flush();
        return Outcome.exitCode(ended);
    }
}
