package com.mypay.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.Homes;
import com.mypay.frameworktest.stub.StubServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a server that answers as told. */
@Timeout(60)
class BatchJobsTest {

    private static final String INSTANCES = "/ibm/api/batch/jobinstances";
    private static final String INSTANCE = INSTANCES + "/7";
    private static final String EXECUTIONS = INSTANCE + "/jobexecutions";
    private static final String IMPORT = "/settlement/adm/v1/find/slip-import";

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
    private final StringWriter out = new StringWriter();
    private BatchJobs jobs;

    @BeforeEach
    void makeAHome() {
        Home home = Homes.in(directory, server.uri().getPort());
        BatchApi api = new BatchApi(server.uri().toString(), home, HttpClient.newBuilder());
        jobs = new BatchJobs(home, api, new PrintWriter(out, true));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String instance(String batchStatus) {
        return "{\"instanceId\":7,\"jobName\":\"import-slips\",\"batchStatus\":\"" + batchStatus + "\"}";
    }

    private static String execution(long id, String batchStatus, String exitStatus) {
        return """
                {"executionId":%d,"batchStatus":"%s","exitStatus":"%s","jobParameters":{"file":"/a/b.csv"},
                 "stepExecutions":[{"stepName":"import","batchStatus":"%s","exitStatus":"",
                   "startTime":"2026/03/02 02:00:00 +0000","metrics":{"READ_COUNT":"0","FILTER_COUNT":"3"}}]}""".formatted(id, batchStatus, exitStatus, batchStatus);
    }

    private void executions(String... executions) {
        server.on("GET", EXECUTIONS).answers(200, "[" + String.join(",", executions) + "]");
    }

    @Test
    void theNewestInstancesAreListed() {
        server.on("GET", INSTANCES).answers(200, "[" + instance("FAILED") + "]");
        assertThat(jobs.list()).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("7  import-slips: FAILED");
        assertThat(server.requests("GET", INSTANCES).get(0).query()).contains("pageSize=20");
    }

    @Test
    void nothingToListIsSaid() {
        server.on("GET", INSTANCES).answers(200, "[]");
        assertThat(jobs.list()).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("No job has run yet.");
    }

    @Test
    void aRunningStepShowsHowFarItIsAndWhenItWillBeDone() {
        server.on("GET", INSTANCE).answers(200, instance("STARTED"));
        executions(execution(1, "STARTED", ""));
        server.on("GET", IMPORT).answers(200, "{\"lines\":1000001,\"lastLine\":250001,\"imported\":200000}");

        assertThat(jobs.show(7)).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .contains("execution 1: STARTED () {file=/a/b.csv}")
                .contains("step import: STARTED, read 250,000, written 200,000, skipped 50,000, 25 % of 1,000,000");
    }

    /** The server's list of executions names their steps and counts nothing. */
    @Test
    void countsAreThoseOfTheStepExecutionsWithTheirPartitions() {
        server.on("GET", INSTANCE).answers(200, instance("COMPLETED"));
        executions("{\"executionId\":1,\"batchStatus\":\"COMPLETED\",\"exitStatus\":\"COMPLETED\","
                + "\"stepExecutions\":[{\"stepName\":\"settle\",\"batchStatus\":\"COMPLETED\"}]}");
        server.on("GET", "/ibm/api/batch/jobexecutions/1/stepexecutions").answers(200, """
                [{"stepName":"settle","batchStatus":"COMPLETED","exitStatus":"COMPLETED",
                  "startTime":"2026/03/02 02:00:00.123 +0000","metrics":{"READ_COUNT":"0","WRITE_COUNT":"0"},
                  "partitions":[{"metrics":{"READ_COUNT":"600","WRITE_COUNT":"599","FILTER_COUNT":"1"}},
                                {"metrics":{"READ_COUNT":"400","WRITE_COUNT":"400"}}]},
                 {"_links":[{"rel":"job execution","href":"x"}]}]""");
        assertThat(jobs.show(7)).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("step settle: COMPLETED, read 1,000, written 999, skipped 1")
                .hasLineCount(3);
    }

    @Test
    void aStepOfWhichNobodyKnowsTheShareShowsTheServersCounts() {
        server.on("GET", INSTANCE).answers(200, instance("STARTED"));
        executions(execution(1, "STARTED", ""));
        server.on("GET", IMPORT).answers(404, "{\"code\":\"IMPORT_NOT_FOUND\"}");
        assertThat(jobs.show(7)).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("step import: STARTED, read 0, written 0, skipped 3\n");
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, COMPLETED,              0",
        "COMPLETED, COMPLETED_WITH_ITEMS,   4",
        "FAILED,    FAILED,                 8",
        "STOPPED,   STOPPED,                8",
        "FAILED,    FILE_CUT_OFF,          12",
        "FAILED,    CYCLE_DOES_NOT_ADD_UP, 12",
        "ABANDONED, FAILED,                12",
        "FAILED,    CYCLE_ALREADY_CLOSED,  16",
        "FAILED,    IMPORT_ALREADY_RUNNING, 16"
    })
    void aJobThatWasSubmittedIsFollowedToItsEnd(String batchStatus, String exitStatus, int exitCode) {
        server.on("POST", INSTANCES).answers(201, instance("STARTING"));
        executions(execution(1, batchStatus, exitStatus));

        assertThat(jobs.submit("import-slips", Map.of("file", "/a/b.csv"))).isEqualTo(exitCode);

        assertThat(server.requests("POST", INSTANCES).get(0).body())
                .contains("\"jobXMLName\":\"import-slips\"")
                .contains("\"file\":\"/a/b.csv\"");
        assertThat(out.toString()).contains("Execution 1 ended: " + batchStatus + " (" + exitStatus + ")");
    }

    @Test
    void aRestartTakesTheParametersOfTheLastExecution() {
        server.on("GET", INSTANCE).answers(200, instance("FAILED"));
        server.on("GET", EXECUTIONS)
                .answers(200, "[" + execution(1, "FAILED", "FAILED") + "]")
                .answers(
                        200,
                        "[" + execution(1, "FAILED", "FAILED") + "," + execution(2, "COMPLETED", "COMPLETED") + "]");
        server.on("PUT", INSTANCE).answers(200, instance("STARTING"));

        assertThat(jobs.restart(7)).isEqualTo(ExitCode.OK);

        assertThat(server.requests("PUT", INSTANCE).get(0).body()).contains("\"file\":\"/a/b.csv\"");
    }

    @Test
    void whatCannotBeRestartedSaysWhy() {
        server.on("GET", INSTANCE).answers(200, instance("COMPLETED")).answers(200, instance("FAILED"));
        assertThat(jobs.restart(7)).isEqualTo(ExitCode.ALREADY_DONE);

        executions(execution(1, "FAILED", "FAILED"));
        server.on("PUT", INSTANCE).answers(409, "still in a non-final state");
        assertThat(jobs.restart(7)).isEqualTo(ExitCode.FAILED_RESTARTABLE);
        assertThat(out.toString()).contains("mypay batch recover");
    }

    @Test
    void aStopReturnsWhenTheJobHasEnded() {
        server.on("GET", INSTANCE).answers(200, instance("STARTED")).answers(200, instance("STOPPED"));
        server.on("GET", EXECUTIONS)
                .answers(200, "[" + execution(1, "STARTED", "") + "]")
                .answers(200, "[" + execution(1, "STOPPED", "STOPPED") + "]");
        server.on("PUT", "/ibm/api/batch/jobexecutions/1").answers(200, "{}");
        assertThat(jobs.stop(7)).isEqualTo(ExitCode.OK);
        assertThat(jobs.stop(7)).isEqualTo(ExitCode.ALREADY_DONE);
    }

    @Test
    void whatRunsIsNotPurged() {
        server.on("GET", INSTANCE).answers(200, instance("STARTED")).answers(200, instance("COMPLETED"));
        server.on("DELETE", INSTANCE).answers(200, "[]");
        assertThat(jobs.purge(7)).isEqualTo(ExitCode.ALREADY_DONE);
        assertThat(server.requests("DELETE", INSTANCE)).isEmpty();
        assertThat(jobs.purge(7)).isEqualTo(ExitCode.OK);
    }

    @Test
    void anUnknownInstanceIsRefused() {
        server.on("GET", INSTANCE).answers(400, "Error 400: CWWKY0151E: No job instance found for instance id 7.");
        assertThatThrownBy(() -> jobs.show(7))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.REFUSED))
                .hasMessageContaining("There is no job instance 7");
    }
}
