package com.mypay.cli.batch;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.batch.BatchApi.Execution;
import com.mypay.cli.batch.BatchApi.Instance;
import com.mypay.cli.batch.BatchApi.Step;
import com.mypay.cli.home.Home;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What operators do with the batch jobs of an installation, as its operator: the server asks for that role. */
public final class BatchJobs {

    private static final int LISTED = 20;

    private final Home home;
    private final BatchApi api;
    private final PrintWriter out;

    public BatchJobs(Home home, BatchApi api, PrintWriter out) {
        this.home = home;
        this.api = api;
        this.out = out;
    }

    /** The newest instances. */
    public int list() {
        List<Instance> instances = api.list(LISTED);
        instances.forEach(instance ->
                say("batch.instance", Long.toString(instance.id()), instance.job(), instance.batchStatus()));
        if (instances.isEmpty()) {
            say("batch.none");
        }
        return ExitCode.OK;
    }

    /** An instance with its executions and their steps; of a running step how far it is. */
    public int show(long id) {
        Instance instance = found(id);
        say("batch.instance", Long.toString(id), instance.job(), instance.batchStatus());
        JobProgress progress = new JobProgress(new HowFar(home), Clock.systemUTC());
        boolean restarted = false;
        for (Execution each : api.executions(id)) {
            Execution execution = api.withCounts(each);
            say(
                    "batch.execution",
                    Long.toString(execution.id()),
                    execution.batchStatus(),
                    execution.exitStatus(),
                    execution.parameters().toString());
            for (Step step : execution.steps()) {
                print(progress.line(id, execution, step, restarted));
            }
            restarted = true;
        }
        return ExitCode.OK;
    }

    /** @return one of the {@link ExitCode}s of a job */
    public int submit(String job, Map<String, String> parameters) {
        Instance instance = api.submit(job, parameters);
        say("batch.submitted", job, Long.toString(instance.id()));
        return follow(instance.id(), -1);
    }

    /**
     * With the parameters of its last execution, which the server doesn't take over by itself.
     *
     * @return one of the {@link ExitCode}s of a job
     */
    public int restart(long id) {
        Instance instance = found(id);
        if (!instance.isRestartable()) {
            say("batch.notRestartable", Long.toString(id), instance.batchStatus());
            return ExitCode.ALREADY_DONE;
        }
        Execution last = latest(id);
        if (api.restart(instance, last.parameters()).isEmpty()) {
            say("batch.stuck", Long.toString(id));
            return ExitCode.FAILED_RESTARTABLE;
        }
        say("batch.restarted", Long.toString(id));
        return follow(id, last.id());
    }

    /** Returns once it has ended. */
    public int stop(long id) {
        Instance instance = found(id);
        if (!instance.isRunning()) {
            say("batch.notRunning", Long.toString(id), instance.batchStatus());
            return ExitCode.ALREADY_DONE;
        }
        Execution running = latest(id);
        api.stop(running.id());
        Follow follow = new Follow(home, api, out);
        Execution ended = follow.toTheEnd(id, running.id() - 1);
        int exitCode = follow.end(ended);
        return ended.batchStatus().equals("STOPPED") ? ExitCode.OK : exitCode;
    }

    /** Takes an instance that has ended out of the repository. */
    public int purge(long id) {
        Instance instance = found(id);
        if (instance.isRunning()) {
            say("batch.running", Long.toString(id));
            return ExitCode.ALREADY_DONE;
        }
        api.purge(id);
        say("batch.purged", Long.toString(id));
        return ExitCode.OK;
    }

    private int follow(long id, long after) {
        Follow follow = new Follow(home, api, out);
        return follow.end(follow.toTheEnd(id, after));
    }

    private Instance found(long id) {
        return api.find(id).orElseThrow(() -> CommandFailure.refused("batch.unknown", Long.toString(id)));
    }

    private Execution latest(long id) {
        return api.latestExecution(id).orElseThrow(() -> CommandFailure.refused("batch.unknown", Long.toString(id)));
    }

    private void say(String key, Object... values) {
        print(Text.of(key, values));
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }
}
