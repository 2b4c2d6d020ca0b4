package com.mypay.batchjobs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.batchjobs.settle.JobXml;
import org.junit.jupiter.api.Test;

class RecoverJobsXmlTest {

    private final JobXml xml = JobXml.of(RecoverStep.JOB);

    @Test
    void isAJobOfJakartaBatch2WithOneStepThatIsABean() {
        assertThat(JobXml.refusal(xml.text())).isEmpty();
        assertThat(xml.id()).isEqualTo(RecoverStep.JOB);
        assertThat(xml.steps()).containsExactly("recover");
        assertThat(xml.artifacts())
                .extracting(artifact -> artifact.getAttribute("ref"))
                .contains("recoverStep");
        assertThat(JobXml.beans(RecoverStep.class.getPackage())).containsKey("recoverStep");
    }
}
