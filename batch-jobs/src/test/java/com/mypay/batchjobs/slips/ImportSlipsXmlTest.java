package com.mypay.batchjobs.slips;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.batchjobs.settle.JobXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The job's XML and the code that it names say the same; so does what operators read. */
class ImportSlipsXmlTest {

    private static final String OF_EVERY_JOB = "jobEnd";

    private final JobXml xml = JobXml.of(ImportJob.NAME);

    @Test
    void isAJobOfJakartaBatch2() {
        assertThat(JobXml.refusal(xml.text())).isEmpty();
        assertThat(xml.id()).isEqualTo(ImportJob.NAME);
        assertThat(xml.steps()).containsExactly("check", "import", "report");
    }

    @Test
    void eachBeanIsNamedAndGetsThePropertiesItTakesAndNoOthers() {
        Map<String, Class<?>> beans = JobXml.beans(ImportJob.class.getPackage());
        Set<String> named = new TreeSet<>();
        for (Element artifact : xml.artifacts()) {
            String name = artifact.getAttribute("ref");
            if (!name.equals(OF_EVERY_JOB)) {
                named.add(name);
                assertThat(JobXml.propertiesOf(artifact))
                        .as(name)
                        .isEqualTo(JobXml.propertiesOf(Objects.requireNonNull(beans.get(name))));
            }
        }
        assertThat(named).isEqualTo(beans.keySet());
    }

    @Test
    void eachEndOfTheCheckHasItsTransitionAndEachTransitionAnEnd() {
        Map<String, String> expected = new TreeMap<>(Map.of(CheckFileStep.CHECKED, "next import", "*", "fail"));
        CheckFileStep.REFUSALS.forEach(problem -> expected.put(problem.name(), "fail " + problem.name()));
        Arrays.stream(FileRefusal.values()).forEach(refusal -> expected.put(refusal.name(), "fail " + refusal.name()));
        assertThat(xml.transitions("check")).isEqualTo(expected);
    }

    @Test
    void aRestartReadsTheFileAgainAndRepeatsNothingElse() {
        assertThat(xml.steps().stream()
                        .filter(step -> xml.step(step)
                                .getAttribute("allow-start-if-complete")
                                .equals("true")))
                .containsExactly("check");
    }

    @Test
    void itsHeadAndTheOperatorsGuideNameEachExitStatus() throws IOException {
        String head =
                xml.text().substring(xml.text().indexOf("<!--"), xml.text().indexOf("<job"));
        Set<String> statuses = new TreeSet<>(
                Set.of(RejectFileStep.COMPLETED, RejectFileStep.COMPLETED_WITH_ITEMS, "FAILED", "STOPPED"));
        CheckFileStep.REFUSALS.forEach(problem -> statuses.add(problem.name()));
        Arrays.stream(FileRefusal.values()).map(FileRefusal::name).forEach(statuses::add);
        assertThat(JobXml.capitals(head)).isEqualTo(statuses);
        assertThat(JobXml.explainedIn(Files.readString(Path.of("README.md")), "## Slips of another system"))
                .isEqualTo(statuses);
    }
}
