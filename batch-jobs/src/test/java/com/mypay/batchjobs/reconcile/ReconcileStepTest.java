package com.mypay.batchjobs.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.batchjobs.fake.FakeJobContext;
import com.mypay.batchjobs.settle.JobXml;
import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.fake.CountingIds;
import com.mypay.frameworktest.stub.RestClients;
import com.mypay.frameworktest.stub.StubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReconcileStepTest {

    private static final LocalDate DATE = LocalDate.parse("2026-03-02");
    private static final Set<String> STATUSES = Set.of(
            "COMPLETED",
            "COMPLETED_WITH_ITEMS",
            "BUSINESS_DATE_MALFORMED",
            "BUSINESS_DATE_NOT_OVER",
            "STOPPED",
            "FAILED");

    @RegisterExtension
    static final TestCall CALL = TestCall.by(Caller.service("batch"));

    private final FakeJobContext context = new FakeJobContext(1);
    private final Statements statements = new Statements();

    /** Two accounts, three slices each. */
    private static final class Statements implements BankStatements {

        private final List<String> calls = new ArrayList<>();
        private int itemsOfEach;
        private @Nullable RuntimeException failure;
        private Runnable during = () -> {};

        @Override
        public List<String> corporateAccounts() {
            return List.of("a", "b");
        }

        @Override
        public Progress reconcile(String accountId, LocalDate date) {
            if (failure != null) {
                throw failure;
            }
            calls.add(accountId + " " + date);
            during.run();
            int slice = calls.size() % 3;
            return new Progress(slice == 0, 500, itemsOfEach);
        }
    }

    private ReconcileStep step(@Nullable String businessDate) {
        return new ReconcileStep(statements, context, new CountingIds(), businessDate);
    }

    @Test
    void allSlicesOfAllAccountsAreCompared() {
        assertThat(step("2026-03-02").process()).isEqualTo("COMPLETED");
        assertThat(statements.calls)
                .containsExactly(
                        "a 2026-03-02", "a 2026-03-02", "a 2026-03-02", "b 2026-03-02", "b 2026-03-02", "b 2026-03-02");
        assertThat(context.getExitStatus()).isEqualTo("COMPLETED");
    }

    @Test
    void differencesNeedALook() {
        statements.itemsOfEach = 1;
        assertThat(step("2026-03-02").process()).isEqualTo("COMPLETED_WITH_ITEMS");
        assertThat(context.getExitStatus()).isEqualTo("COMPLETED_WITH_ITEMS");
    }

    @Test
    void stoppedItEndsWithTheSliceThatRuns() {
        ReconcileStep step = step("2026-03-02");
        statements.during = step::stop;
        assertThat(step.process()).isEqualTo("STOPPED");
        assertThat(statements.calls).hasSize(1);
    }

    @Test
    void whatIsNoDateToCompareIsRefused() {
        assertThat(step(null).process()).isEqualTo("BUSINESS_DATE_MALFORMED");
        assertThat(step("2.3.2026").process()).isEqualTo("BUSINESS_DATE_MALFORMED");
        statements.failure = new BankStatements.NotOverException(DATE, new IllegalStateException());
        assertThat(step("2026-03-02").process()).isEqualTo("BUSINESS_DATE_NOT_OVER");
        assertThat(context.getExitStatus()).isEqualTo("BUSINESS_DATE_NOT_OVER");
    }

    @Test
    void bankingAnswersOverRest() {
        try (StubServer banking = StubServer.start()) {
            RestBankStatements rest = new RestBankStatements(RestClients.build(BankingClient.class, banking.uri()));
            banking.on("GET", "/adm/v1/find/corporate-accounts")
                    .answers(200, "{\"accounts\":[{\"accountId\":\"a\",\"bankCode\":\"088\"}]}");
            assertThat(rest.corporateAccounts()).containsExactly("a");
            banking.on("POST", "/adm/v1/reconcile/bank-statement")
                    .answers(200, "{\"status\":\"READING\",\"lines\":500,\"items\":2}");
            assertThat(rest.reconcile("a", DATE)).isEqualTo(new BankStatements.Progress(false, 500, 2));
        }
    }

    @Test
    void aDateThatIsNotOverIsNoFailureOfBankings() {
        try (StubServer banking = StubServer.start()) {
            RestBankStatements rest = new RestBankStatements(RestClients.build(BankingClient.class, banking.uri()));
            banking.on("POST", "/adm/v1/reconcile/bank-statement")
                    .answers(422, "{\"code\":\"STATEMENT_NOT_COMPLETE\",\"detail\":\"2026-03-02\"}");
            assertThatThrownBy(() -> rest.reconcile("a", DATE)).isInstanceOf(BankStatements.NotOverException.class);
        }
    }

    @Test
    void bankingThatIsAwayEndsTheJob() {
        statements.failure = new UnavailableException("banking is away");
        ReconcileStep step = step("2026-03-02");
        assertThatThrownBy(step::process).isInstanceOf(UnavailableException.class);
    }

    @Test
    void theXmlTheCodeAndTheOperatorsGuideSayTheSame() throws IOException {
        JobXml xml = JobXml.of(ReconcileStep.JOB);
        assertThat(JobXml.refusal(xml.text())).isEmpty();
        assertThat(xml.id()).isEqualTo(ReconcileStep.JOB);
        assertThat(xml.steps()).containsExactly("reconcile");
        assertThat(JobXml.beans(ReconcileStep.class.getPackage())).containsOnlyKeys("reconcileStep");
        assertThat(JobXml.propertiesOf(xml.step("reconcile"))).isEqualTo(JobXml.propertiesOf(ReconcileStep.class));
        assertThat(xml.transitions("reconcile"))
                .isEqualTo(new TreeMap<>(Map.of(
                        "BUSINESS_DATE_MALFORMED", "fail BUSINESS_DATE_MALFORMED",
                        "BUSINESS_DATE_NOT_OVER", "fail BUSINESS_DATE_NOT_OVER")));
        String head =
                xml.text().substring(xml.text().indexOf("<!--"), xml.text().indexOf("<job"));
        assertThat(JobXml.capitals(head)).isEqualTo(STATUSES);
        assertThat(JobXml.explainedIn(Files.readString(Path.of("README.md")), "## The banks' statements"))
                .isEqualTo(STATUSES);
    }
}
