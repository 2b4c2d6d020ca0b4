package com.mypay.batchjobs.settle;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.settlement.application.SettlementProblem;
import jakarta.batch.api.Batchlet;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.api.chunk.ItemReader;
import jakarta.batch.api.chunk.ItemWriter;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.api.listener.StepListener;
import jakarta.batch.api.partition.PartitionMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The job's XML and the code that it names say the same; so does what operators read. */
class JobXmlTest {

    private static final Map<String, Class<?>> TYPES = Map.of(
            "batchlet", Batchlet.class,
            "reader", ItemReader.class,
            "processor", ItemProcessor.class,
            "writer", ItemWriter.class,
            "mapper", PartitionMapper.class,
            "listener of job", JobListener.class,
            "listener of step", StepListener.class);

    /** Also where the server itself ends the job, over an exception. */
    private static final String FAILED = "FAILED";

    private final JobXml xml = JobXml.of(SettlementJob.NAME);

    @Test
    void isAJobOfJakartaBatch2() {
        assertThat(JobXml.refusal(xml.text())).isEmpty();
        assertThat(xml.id()).isEqualTo(SettlementJob.NAME);
    }

    /** At run time the server says no more than "Exception unmarshalling jobXML". */
    @Test
    void anotherVersionInThisNamespaceIsNone() {
        assertThat(JobXml.refusal(xml.text().replace("version=\"2.0\"", "version=\"1.0\"")))
                .contains("version");
        assertThat(JobXml.refusal(
                        xml.text().replace("<writer ref", "<write ref").replace("</writer>", "</write>")))
                .contains("write");
    }

    @Test
    void itsStepsFollowEachOther() {
        assertThat(xml.steps()).containsExactly("freeze", "settle", "payout", "verify", "report");
        assertThat(xml.step("settle").getAttribute("next")).isEqualTo("payout");
        assertThat(xml.step("payout").getAttribute("next")).isEqualTo("verify");
        assertThat(xml.step("report").getAttribute("next")).isEmpty();
    }

    @Test
    void everythingItNamesIsABeanOfTheRightKindAndEveryBeanIsNamed() {
        Map<String, Class<?>> beans = JobXml.beans(SettlementJob.class.getPackage());
        Set<String> named = new TreeSet<>();
        for (Element artifact : xml.artifacts()) {
            String name = artifact.getAttribute("ref");
            named.add(name);
            assertThat(beans).containsKey(name);
            assertThat(Objects.requireNonNull(TYPES.get(kind(artifact))))
                    .isAssignableFrom(Objects.requireNonNull(beans.get(name)));
        }
        assertThat(named).isEqualTo(beans.keySet());
    }

    private static String kind(Element artifact) {
        String tag = artifact.getTagName();
        return tag.equals("listener")
                ? tag + " of " + artifact.getParentNode().getParentNode().getNodeName()
                : tag;
    }

    @Test
    void eachBeanGetsThePropertiesItTakesAndNoOthers() {
        Map<String, Class<?>> beans = JobXml.beans(SettlementJob.class.getPackage());
        for (Element artifact : xml.artifacts()) {
            String name = artifact.getAttribute("ref");
            assertThat(JobXml.propertiesOf(artifact))
                    .as(name)
                    .isEqualTo(JobXml.propertiesOf(Objects.requireNonNull(beans.get(name))));
        }
        assertThat(Pattern.compile("jobParameters\\['(\\w+)'\\]")
                        .matcher(xml.text())
                        .results())
                .extracting(found -> found.group(1))
                .containsOnly("businessDate", "firstDate");
    }

    @Test
    void whatThePartitionsAreToldIsWhatTheMapperSays() {
        Set<String> told = new TreeSet<>();
        Matcher matcher = Pattern.compile("partitionPlan\\['(\\w+)'\\]").matcher(xml.text());
        while (matcher.find()) {
            told.add(matcher.group(1));
        }
        assertThat(told).containsExactly("firstFranchise", "lastFranchise", "partition");
    }

    @Test
    void eachEndOfFreezeHasItsTransitionAndEachTransitionAnEnd() {
        Map<String, String> expected = new TreeMap<>(Map.of(FreezeStep.FROZEN, "next settle", "*", "fail"));
        FreezeStep.REFUSALS.forEach(problem -> expected.put(problem.name(), "fail " + problem.name()));
        assertThat(xml.transitions("freeze")).isEqualTo(expected);
    }

    @Test
    void eachEndOfVerifyHasItsTransitionAndEachTransitionAnEnd() {
        String differs = VerifyStep.DIFFERS.name();
        assertThat(xml.transitions("verify"))
                .isEqualTo(Map.of(VerifyStep.CLOSED, "next report", differs, "fail " + differs, "*", "fail"));
    }

    @Test
    void aRestartFreezesAndVerifiesAgainAndRepeatsNothingElse() {
        assertThat(xml.steps().stream()
                        .filter(step -> xml.step(step)
                                .getAttribute("allow-start-if-complete")
                                .equals("true")))
                .containsExactly("freeze", "verify");
    }

    /** Open Liberty reads the old name of the limit, the specification has the new one. */
    @Test
    void chunksHaveTheSizeOfTheirReadersPageAndATimeLimitUnderBothItsNames() {
        Map<String, Integer> pages = Map.of("settle", SlipReader.PAGE, "payout", SettlementReader.PAGE);
        pages.forEach((name, page) -> {
            Element step = xml.step(name);
            assertThat(JobXml.elements(step, "chunk"))
                    .extracting(chunk -> chunk.getAttribute("item-count"))
                    .containsExactly(Integer.toString(page));
            assertThat(JobXml.elements(step, "property"))
                    .filteredOn(property -> property.getAttribute("name").contains("timeout"))
                    .extracting(property -> property.getAttribute("name") + "=" + property.getAttribute("value"))
                    .containsExactly("jakarta.transaction.global.timeout=60", "javax.transaction.global.timeout=60");
        });
    }

    @Test
    void itsHeadNamesEachExitStatus() {
        String head =
                xml.text().substring(xml.text().indexOf("<!--"), xml.text().indexOf("<job"));
        assertThat(JobXml.capitals(head)).isEqualTo(exitStatuses());
    }

    @Test
    void theOperatorsGuideSaysOfEachExitStatusWhatToDo() throws IOException {
        assertThat(JobXml.explainedIn(Files.readString(Path.of("README.md")), "## How it ends"))
                .isEqualTo(exitStatuses());
    }

    private static Set<String> exitStatuses() {
        Set<String> statuses = new TreeSet<>(Set.of(
                ReportStep.COMPLETED,
                ReportStep.COMPLETED_WITH_ITEMS,
                FAILED,
                VerifyStep.STOPPED,
                VerifyStep.DIFFERS.name()));
        FreezeStep.REFUSALS.stream().map(SettlementProblem::name).forEach(statuses::add);
        return statuses;
    }
}
