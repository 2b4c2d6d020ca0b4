package com.mypay.cli.command;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.batch.BatchApi;
import com.mypay.cli.batch.BatchJobs;
import com.mypay.cli.home.Home;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at the server's batch jobs, starts them, restarts them, stops them, forgets them. */
@Command(name = "batch")
public final class BatchCommand implements Callable<Integer> {

    private static final String RECOVER_JOB = "recover-jobs";

    @Mixin
    private HomeOption homeOption;

    @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "option.batchAction")
    private Action action;

    @Parameters(index = "1", arity = "0..1", paramLabel = "JOB|INSTANCE", descriptionKey = "option.batchWhat")
    private @Nullable String what;

    @Option(names = "--parameter", paramLabel = "NAME=VALUE", descriptionKey = "option.batchParameter")
    private Map<String, String> parameters = new TreeMap<>();

    @Spec
    private CommandSpec spec;

    /** As they are typed. */
    @SuppressWarnings("MemberName")
    enum Action {
        list,
        show,
        submit,
        restart,
        stop,
        recover,
        purge
    }

    @Override
    public Integer call() {
        Home home = homeOption.open();
        RequireServer.of(home);
        BatchJobs jobs =
                new BatchJobs(home, new BatchApi(home), spec.commandLine().getOut());
        try {
            return switch (action) {
                case list -> jobs.list();
                case show -> jobs.show(instance());
                case submit -> jobs.submit(required(), parameters);
                case restart -> jobs.restart(instance());
                case stop -> jobs.stop(instance());
                case recover -> jobs.submit(RECOVER_JOB, Map.of());
                case purge -> jobs.purge(instance());
            };
        } catch (BatchApi.NoAnswer e) {
            throw new CommandFailure(
                    ExitCode.FAILED_RESTARTABLE, Text.of("batch.noAnswer", String.valueOf(e.getMessage())));
        }
    }

    private long instance() {
        String text = required();
        if (!text.matches("[0-9]{1,18}")) {
            throw CommandFailure.refused("batch.noInstance", text);
        }
        return Long.parseLong(text);
    }

    private String required() {
        String given = what;
        if (given == null) {
            throw CommandFailure.refused("batch.what", action.name());
        }
        return given;
    }
}
