package com.mypay.cli.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.CommandFailure;
import com.mypay.cli.ExitCode;
import com.mypay.cli.batch.BatchApi;
import com.mypay.cli.home.Home;
import com.mypay.cli.home.Homes;
import com.mypay.frameworktest.stub.StubServer;
import com.mypay.frameworktest.stub.StubServer.Request;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exit codes, against a server that answers as told. */
@Timeout(60)
class SettleTest {

    private static final LocalDate DATE = LocalDate.of(2011, 12, 5);
    private static final String FIND_CYCLE = "/settlement/adm/v1/find/cycle";
    private static final String INSTANCES = "/ibm/api/batch/jobinstances";
    private static final String INSTANCE = INSTANCES + "/7";
    private static final String EXECUTIONS = INSTANCE + "/jobexecutions";
    private static final String NO_CYCLE = "{\"code\":\"CYCLE_NOT_FOUND\"}";
    private static final String STARTED = "{\"instanceId\":7,\"batchStatus\":\"STARTING\"}";

    @TempDir
    private Path directory;

    private final StubServer server = StubServer.start();
    private final StringWriter out = new StringWriter();
    private Home home;

    @BeforeEach
    void makeAHome() {
        home = Homes.in(directory, server.uri().getPort());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void completedIs0() {
        server.on("GET", FIND_CYCLE)
                .answers(404, NO_CYCLE)
                .answers(200, Cycles.closed().toString());
        server.on("POST", INSTANCES).answers(201, STARTED);
        server.on("GET", EXECUTIONS)
                .answers(200, "[]")
                .answers(200, executions("STARTED", "STARTED"))
                .answers(200, executions("COMPLETED", "COMPLETED"));

        assertThat(settle()).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
                .contains("Settlement of 2011-12-05 started (job instance 7)")
                .contains("step settle: STARTED, read 1,000, written 999")
                .contains("Settlement of 2011-12-05 is completed.");
        Request submitted = server.requests("POST", INSTANCES).get(0);
        assertThat(submitted.body())
                .contains("\"jobXMLName\":\"settle-franchises\"")
                .contains("\"jobParameters\":{\"businessDate\":\"2011-12-05\"}");
        assertThat(submitted.header("Authorization")).startsWith("Basic ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refusedFranchises", "pendingFranchises", "inDoubtFranchises"})
    void completedWithPayoutsThatNeedALookIs4(String figure) {
        server.on("GET", FIND_CYCLE)
                .answers(404, NO_CYCLE)
                .answers(200, Cycles.cycle("CLOSED", Map.of(figure, 2L)).toString());
        server.on("POST", INSTANCES).answers(201, STARTED);
        server.on("GET", EXECUTIONS).answers(200, executions("COMPLETED", "COMPLETED_WITH_ITEMS"));

        assertThat(settle()).isEqualTo(ExitCode.COMPLETED_WITH_ITEMS);

        assertThat(out.toString()).contains("find/payouts");
    }

    @Test
    void aServerThatGoesAwayAtTheLastMomentIs8() {
        server.on("GET", FIND_CYCLE).answers(404, NO_CYCLE).answers(500, "{}");
        server.on("POST", INSTANCES).answers(201, STARTED);
        server.on("GET", EXECUTIONS).answers(200, executions("COMPLETED", "COMPLETED"));

        assertThat(settle()).isEqualTo(ExitCode.FAILED_RESTARTABLE);

        assertThat(out.toString()).contains("The server failed at " + FIND_CYCLE);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED,    FAILED,                  8",
        "STOPPED,   STOPPED,                 8",
        "FAILED,    CYCLE_DOES_NOT_ADD_UP,  12",
        "ABANDONED, FAILED,                 12",
        "FAILED,    CYCLE_ALREADY_CLOSED,   16",
        "FAILED,    CYCLE_ALREADY_RUNNING,  16"
    })
    void anExecutionThatDidNotCompleteTellsWhatToDo(String batchStatus, String exitStatus, int exitCode) {
        server.on("GET", FIND_CYCLE).answers(404, NO_CYCLE);
        server.on("POST", INSTANCES).answers(201, STARTED);
        server.on("GET", EXECUTIONS).answers(200, executions(batchStatus, exitStatus));

        assertThat(settle()).isEqualTo(exitCode);
    }

    @Test
    void aClosedDateIs16AndNothingIsStarted() {
        server.on("GET", FIND_CYCLE).answers(200, Cycles.closed().toString());

        assertThat(settle()).isEqualTo(ExitCode.ALREADY_DONE);

        assertThat(server.requests()).hasSize(1);
        assertThat(out.toString()).isEqualTo("2011-12-05 is settled already: nothing was changed.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STARTING", "STARTED", "STOPPING"})
    void aRunningJobIs16AndNothingIsStarted(String batchStatus) {
        server.on("GET", FIND_CYCLE)
                .answers(200, Cycles.cycle("FROZEN", Map.of()).toString());
        server.on("GET", INSTANCE).answers(200, instance(batchStatus));

        server.on("GET", EXECUTIONS).answers(200, executions("STARTED", ""));

        assertThat(settle()).isEqualTo(ExitCode.ALREADY_DONE);

        assertThat(server.requests("POST", INSTANCES)).isEmpty();
        assertThat(server.requests("PUT", INSTANCE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAILED", "STOPPED"})
    void aFailedJobIsRestartedWithItsParametersAndFollowedFromItsNewExecutionOn(String batchStatus) {
        server.on("GET", FIND_CYCLE)
                .answers(200, Cycles.cycle("SETTLED", Map.of()).toString())
                .answers(200, Cycles.closed().toString());
        server.on("GET", INSTANCE).answers(200, instance(batchStatus));
        server.on("GET", EXECUTIONS)
                .answers(200, execution(1, "FAILED", "FAILED"))
                .answers(200, execution(1, "FAILED", "FAILED"))
                .answers(200, "[" + one(1, "FAILED", "FAILED") + "," + one(2, "COMPLETED", "COMPLETED") + "]");
        server.on("PUT", INSTANCE).answers(200, STARTED);

        assertThat(settle()).isEqualTo(ExitCode.OK);

        Request restart = server.requests("PUT", INSTANCE).get(0);
        assertThat(restart.query()).isEqualTo("action=restart");
        assertThat(restart.body()).isEqualTo("{\"jobParameters\":{\"businessDate\":\"2011-12-05\"}}");
        assertThat(server.requests("POST", INSTANCES)).isEmpty();
        assertThat(out.toString()).contains("failed before; job instance 7 goes on where it was");
    }

    @Test
    void aFailedJobThatTheServerDoesNotRestartIsFollowedByANewOne() {
        server.on("GET", FIND_CYCLE)
                .answers(200, Cycles.cycle("FROZEN", Map.of()).toString())
                .answers(200, Cycles.closed().toString());
        server.on("GET", INSTANCE).answers(200, instance("FAILED"));
        server.on("PUT", INSTANCE).answers(409, "Error 409: The job 7 cannot be restarted.");
        server.on("POST", INSTANCES).answers(201, STARTED);
        server.on("GET", EXECUTIONS).answers(200, executions("COMPLETED", "COMPLETED"));

        assertThat(settle()).isEqualTo(ExitCode.OK);

        assertThat(server.requests("POST", INSTANCES)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABANDONED", "COMPLETED"})
    void anOpenCycleWhoseJobCanNotGoOnGetsANewJob(String batchStatus) {
        server.on("GET", FIND_CYCLE)
                .answers(200, Cycles.cycle("PAYING", Map.of()).toString())
                .answers(200, Cycles.closed().toString());
        server.on("GET", INSTANCE).answers(200, instance(batchStatus));
        server.on("POST", INSTANCES).answers(201, STARTED);
        server.on("GET", EXECUTIONS).answers(200, executions("COMPLETED", "COMPLETED"));

        assertThat(settle()).isEqualTo(ExitCode.OK);
    }

    @Test
    void anOpenCycleWhoseJobWasPurgedGetsANewJob() {
        server.on("GET", FIND_CYCLE)
                .answers(200, Cycles.cycle("PAYING", Map.of()).toString())
                .answers(200, Cycles.closed().toString());
        server.on("POST", INSTANCES).answers(201, STARTED);
        server.on("GET", EXECUTIONS).answers(200, executions("COMPLETED", "COMPLETED"));

        assertThat(settle()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aServerThatDiesInTheMiddleIs8() {
        server.on("GET", FIND_CYCLE).answers(404, NO_CYCLE);
        server.on("POST", INSTANCES).answers(201, STARTED);
        server.on("GET", EXECUTIONS)
                .answers(200, executions("STARTED", "STARTED"))
                .hangsUp();

        assertThat(settle()).isEqualTo(ExitCode.FAILED_RESTARTABLE);

        assertThat(out.toString()).contains("The server doesn't answer").contains("the same command again");
    }

    @Test
    void aServerWhoseDatabaseDiesInTheMiddleIs8() {
        server.on("GET", FIND_CYCLE).answers(404, NO_CYCLE);
        server.on("POST", INSTANCES).answers(201, STARTED);
        server.on("GET", EXECUTIONS)
                .answers(200, executions("STARTED", "STARTED"))
                .answers(500, "java.lang.IllegalStateException ...");

        assertThat(settle()).isEqualTo(ExitCode.FAILED_RESTARTABLE);

        assertThat(out.toString()).contains("The server doesn't answer").contains("jobexecutions: 500)");
    }

    @Test
    void aRefusalOfTheBatchApiIsToldAsItIs() {
        server.on("GET", FIND_CYCLE).answers(404, NO_CYCLE);
        server.on("POST", INSTANCES).answers(401, "who are you?");

        assertThatThrownBy(this::settle)
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.FAILED))
                .hasMessage("The batch API refused /jobinstances: 401 who are you?");
    }

    @Test
    void anAnswerThatIsNoJsonIsToldAsItIs() {
        server.on("GET", FIND_CYCLE).answers(404, NO_CYCLE);
        server.on("POST", INSTANCES).answers(200, "<html>");

        assertThatThrownBy(this::settle)
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith("The batch API refused /jobinstances: ");
    }

    @Test
    void aJobThatGoesOnAfterACrashIsFollowed() {
        server.on("GET", FIND_CYCLE)
                .answers(200, Cycles.cycle("PAYING", Map.of()).toString())
                .answers(200, Cycles.closed().toString());
        server.on("GET", INSTANCE).answers(200, instance("STARTED"));
        server.on("GET", EXECUTIONS)
                .answers(200, "[" + one(1, "FAILED", "FAILED") + "," + one(2, "STARTED", "") + "]")
                .answers(200, "[" + one(1, "FAILED", "FAILED") + "," + one(2, "COMPLETED", "COMPLETED") + "]");

        assertThat(settle()).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("goes on after a crash (job instance 7)");
        assertThat(server.requests("POST", INSTANCES)).isEmpty();
    }

    @Test
    void severalDatesAreOneCycleAndOneJob() {
        server.on("GET", FIND_CYCLE)
                .answers(404, NO_CYCLE)
                .answers(200, Cycles.closed().toString());
        server.on("POST", INSTANCES).answers(201, STARTED);
        server.on("GET", EXECUTIONS).answers(200, executions("COMPLETED", "COMPLETED"));

        assertThat(settleFrom(DATE.minusDays(4))).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("Settlement of 2011-12-01 to 2011-12-05 is completed.");
        assertThat(server.requests("POST", INSTANCES).get(0).body())
                .contains("\"businessDate\":\"2011-12-05\"")
                .contains("\"firstDate\":\"2011-12-01\"");
    }

    @Test
    void datesOfAnotherCycleAreLeftAlone() {
        server.on("GET", FIND_CYCLE).answers(200, Cycles.closed().toString()).answers(404, NO_CYCLE);
        assertThat(settleFrom(DATE.minusDays(4))).isEqualTo(ExitCode.ALREADY_DONE);
        assertThat(server.requests("POST", INSTANCES)).isEmpty();

        server.on("POST", INSTANCES).answers(201, STARTED);
        server.on("GET", EXECUTIONS).answers(200, executions("FAILED", "CYCLES_OVERLAP"));
        assertThat(settle()).isEqualTo(ExitCode.ALREADY_DONE);
        assertThat(out.toString()).contains("some of these dates are in another cycle");
    }

    private int settle() {
        return settleFrom(DATE);
    }

    private int settleFrom(LocalDate first) {
        BatchApi api = new BatchApi(server.uri().toString(), home, HttpClient.newBuilder());
        return new Settle(home, first, DATE, new PrintWriter(out, true), api).run();
    }

    private static String instance(String batchStatus) {
        return "{\"instanceId\":7,\"batchStatus\":\"" + batchStatus + "\"}";
    }

    private static String executions(String batchStatus, String exitStatus) {
        return execution(1, batchStatus, exitStatus);
    }

    private static String execution(long id, String batchStatus, String exitStatus) {
        return "[" + one(id, batchStatus, exitStatus) + "]";
    }

    private static String one(long id, String batchStatus, String exitStatus) {
        return """
                {"executionId":%d,"batchStatus":"%s","exitStatus":"%s","stepExecutions":[
                  {"stepName":"settle","batchStatus":"STARTED","exitStatus":"",
                   "metrics":{"READ_COUNT":"0","WRITE_COUNT":0},
                   "partitions":[
                     {"partitionNumber":0,"metrics":{"READ_COUNT":"600","WRITE_COUNT":"599"}},
                     {"partitionNumber":1,"metrics":{"READ_COUNT":400,"WRITE_COUNT":400}}]}]}""".formatted(id, batchStatus, exitStatus);
    }
}
