package com.mypay.cli.batch;

import com.mypay.cli.ExitCode;
import com.mypay.cli.Text;
import com.mypay.cli.api.Http;
import com.mypay.cli.api.Http.Answer;
import com.mypay.cli.api.Patient;
import com.mypay.cli.batch.BatchApi.Execution;
import com.mypay.cli.batch.BatchApi.Instance;
import com.mypay.cli.home.Home;
import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs the import of a slips file. A job that failed before needs no restart: a new one takes its import over, and goes
 * on where that stopped.
 */
public final class ImportSlips {

    public static final int HIGHEST_LIMIT = 1_000_000;

    private static final String JOB = "import-slips";

    private final Home home;
    private final BatchApi api;
    private final PrintWriter out;

    public ImportSlips(Home home, BatchApi api, PrintWriter out) {
        this.home = home;
        this.api = api;
        this.out = out;
    }

    /**
     * @param file as the server finds it
     * @param rejects where the reject file is wanted
     * @return one of the {@link ExitCode}s of a job
     */
    public int run(Path file, Path rejects, int rejectLimit) {
        try {
            Instance instance = api.submit(
                    JOB,
                    Map.of(
                            "file", file.toString(),
                            "rejects", rejects.toString(),
                            "rejectLimit", Integer.toString(rejectLimit)));
            say("import.started", file, Long.toString(instance.id()));
            Execution ended = new Follow(home, api, out).toTheEnd(instance.id(), -1);
            tell(instance.id(), ended, file, rejects, rejectLimit);
            return Outcome.exitCode(ended);
        } catch (BatchApi.NoAnswer e) {
            say("import.noAnswer", file, String.valueOf(e.getMessage()));
            return ExitCode.FAILED_RESTARTABLE;
        }
    }

    private void tell(long instanceId, Execution ended, Path file, Path rejects, int rejectLimit) {
        String status = ended.exitStatus();
        switch (status) {
            case "COMPLETED", "COMPLETED_WITH_ITEMS" -> {
                Http staff = new Http(home).staff("mypay.batch", "operator");
                Answer answer =
                        new Patient().get(staff, "/settlement/adm/v1/find/slip-import?jobInstanceId=" + instanceId);
                JsonObject done = answer.orRefused("find/slip-import");
                say(
                        "import.completed",
                        file,
                        number(done, "imported"),
                        number(done, "known"),
                        number(done, "rejected"));
                if (number(done, "rejected") > 0) {
                    say("import.rejects", rejects);
                }
            }
            case "TOO_MANY_REJECTED" -> say("import.end.TOO_MANY_REJECTED", file, ">" + rejectLimit, rejectLimit);
            case "IMPORT_ALREADY_DONE",
                    "IMPORT_ALREADY_RUNNING",
                    "FILE_UNREADABLE",
                    "FILE_EMPTY",
                    "FILE_HEADER_WRONG",
                    "FILE_ENCODING_WRONG",
                    "FILE_CUT_OFF",
                    "REJECTS_IS_FILE" -> say("import.end." + status, file);
            default -> say("import.failed", file, status, Long.toString(ended.id()));
        }
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }

    private void say(String key, Object... values) {
        out.println(Text.of(key, values));
        out.flush();
    }
}
