package com.mypay.cli.settle;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.api.Patient;
import com.mypay.cli.batch.BatchApi;
import com.mypay.cli.batch.BatchApi.Execution;
import com.mypay.cli.batch.BatchApi.Instance;
import com.mypay.cli.batch.BatchApi.Step;
import com.mypay.cli.home.Home;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the settlement of a business date, or of several as one cycle: starts the job, or starts it again where it failed,
 * or follows one that goes on after a crash; a date that is closed or being settled is left alone. A failed job that can't be restarted is followed by a new one: it takes the cycle over.
 */
public final class Settle {

    private static final String JOB = "settle-franchises";
    private static final long LOOK_EVERY_MILLIS = 300;
    private static final long TELL_EVERY_NANOS = 5_000_000_000L;

    private final Home home;
    private final LocalDate first;
    private final LocalDate date;
    private final String name;
    private final PrintWriter out;
    private final BatchApi api;
    private final Map<String, String> shown = new HashMap<>();
    private final Map<String, String> statusOf = new HashMap<>();
    private long lastSaid = System.nanoTime();

    public Settle(Home home, LocalDate date, PrintWriter out) {
        this(home, date, date, out, new BatchApi(home));
    }

    /** @param first this date and all up to the last one are one cycle */
    public Settle(Home home, LocalDate first, LocalDate last, PrintWriter out) {
        this(home, first, last, out, new BatchApi(home));
    }

    Settle(Home home, LocalDate first, LocalDate last, PrintWriter out, BatchApi api) {
        this.home = home;
        this.first = first;
        this.date = last;
        this.name = first.equals(last) ? last.toString() : Text.of("settle.range", first.toString(), last.toString());
        this.out = out;
        this.api = api;
    }

    /** @return one of the {@link ExitCode}s of a settlement */
    public int run() {
        try {
            return settle();
        } catch (BatchApi.NoAnswer e) {
            say("settle.noAnswer", name, String.valueOf(e.getMessage()));
            return ExitCode.FAILED_RESTARTABLE;
        }
    }

    private int settle() {
        Optional<Cycle> before = Cycle.find(home, date);
        if (before.isPresent() && !before.get().firstDate().equals(first)) {
            return overlap();
        }
        if (before.isPresent() && before.get().isClosed()) {
            say("settle.closedAlready", name);
            return ExitCode.ALREADY_DONE;
        }
        Map<String, String> parameters = first.equals(date)
                ? Map.of("businessDate", date.toString())
                : Map.of("businessDate", date.toString(), "firstDate", first.toString());
        Optional<Instance> earlier = before.flatMap(cycle -> api.find(cycle.jobInstanceId()));
        if (earlier.isPresent() && earlier.get().isRunning()) {
            long id = earlier.get().id();
            if (isRecovered(id)) {
                say("settle.recovered", name, Long.toString(id));
                return follow(id, -1);
            }
            say("settle.running", name, Long.toString(earlier.get().id()));
            return ExitCode.ALREADY_DONE;
        } else if (earlier.isPresent() && earlier.get().isRestartable()) {
            say("settle.restart", name, Long.toString(earlier.get().id()));
            long last =
                    api.latestExecution(earlier.get().id()).map(Execution::id).orElse(-1L);
            Optional<Instance> restarted = api.restart(earlier.get(), parameters);
            if (restarted.isPresent()) {
                return follow(restarted.get().id(), last);
            }
        }
        Instance instance = api.submit(JOB, parameters);
        say("settle.started", name, Long.toString(instance.id()));
        return follow(instance.id(), -1);
    }

    /** Whoever started it was told that it failed, when its server went away; the server that is back has restarted it. */
    private boolean isRecovered(long instanceId) {
        return api.executions(instanceId).size() > 1;
    }

    private int overlap() {
        say("settle.overlap", name);
        return ExitCode.ALREADY_DONE;
    }

    /** @param after the execution that has ended before */
    private int follow(long instanceId, long after) {
        while (true) {
            Optional<Execution> execution = api.latestExecution(instanceId).filter(each -> each.id() > after);
            execution.ifPresent(this::show);
            if (execution.isPresent()) {
                switch (execution.get().batchStatus()) {
                    case "COMPLETED" -> {
                        return completed();
                    }
                    case "FAILED", "STOPPED", "ABANDONED" -> {
                        return failed(execution.get());
                    }
                    default -> pause();
                }
            } else {
                pause();
            }
        }
    }

    private void pause() {
        if (System.nanoTime() - lastSaid > TELL_EVERY_NANOS) {
            say("settle.goesOn", name);
        }
        Patient.pause(LOOK_EVERY_MILLIS);
    }

    /** A step whose state has changed at once, one that has only read more every few seconds. */
    private void show(Execution execution) {
        boolean due = System.nanoTime() - lastSaid > TELL_EVERY_NANOS;
        for (Step step : execution.steps()) {
            String line = Text.of("settle.step", step.name(), step.batchStatus(), step.read(), step.written());
            boolean changed = !step.batchStatus().equals(statusOf.put(step.name(), step.batchStatus()));
            if (changed || (due && !line.equals(shown.get(step.name())))) {
                shown.put(step.name(), line);
                print(line);
            }
        }
    }

    /** The job has waited for banking's answers, within its limit. */
    private int completed() {
        Cycle cycle;
        try {
            cycle = Cycle.find(home, date).orElseThrow();
        } catch (CommandFailure e) {
            // The server went away at the last moment: who is told to call again hears that it is settled
            print(String.valueOf(e.getMessage()));
            return ExitCode.FAILED_RESTARTABLE;
        }
        if (cycle.needsALook()) {
            say("settle.needsALook", name, cycle.figure("refusedFranchises"), cycle.openPayouts());
            return ExitCode.COMPLETED_WITH_ITEMS;
        }
        say(cycle.figure("franchises") == 0 ? "settle.completedEmpty" : "settle.completed", name);
        return ExitCode.OK;
    }

    private int failed(Execution execution) {
        switch (execution.exitStatus()) {
            case "CYCLE_ALREADY_CLOSED" -> {
                say("settle.closedAlready", name);
                return ExitCode.ALREADY_DONE;
            }
            case "CYCLE_ALREADY_RUNNING" -> {
                say("settle.runningElsewhere", name);
                return ExitCode.ALREADY_DONE;
            }
            case "CYCLES_OVERLAP" -> {
                return overlap();
            }
            default -> {
                return ended(execution);
            }
        }
    }

    /** Sums that differ would differ again: that needs a person first. */
    private int ended(Execution execution) {
        boolean restartable = !execution.batchStatus().equals("ABANDONED")
                && !execution.exitStatus().equals("CYCLE_DOES_NOT_ADD_UP");
        say(
                restartable ? "settle.failed" : "settle.failedForGood",
                name,
                execution.exitStatus(),
                Long.toString(execution.id()));
        return restartable ? ExitCode.FAILED_RESTARTABLE : ExitCode.FAILED_FOR_GOOD;
    }

    private void say(String key, Object... values) {
        print(Text.of(key, values));
    }

    private void print(String line) {
        out.println(line);
        out.flush();
        lastSaid = System.nanoTime();
    }
}
