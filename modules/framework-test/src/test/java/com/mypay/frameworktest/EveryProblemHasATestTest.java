package com.mypay.frameworktest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EveryProblemHasATestTest {
    private static final Path TEST_CLASSES = Path.of("target/test-classes/com/mypay/frameworktest");

    @TempDir
    private Path sources;

    enum Refusal implements Problem {
        PROVOKED,
        PROVOKED_BY_CODE,
        FORGOTTEN;

        @Override
        public Kind kind() {
            return Kind.REFUSED;
        }

        @Override
        public String english() {
            return "Refused.";
        }

        @Override
        public String korean() {
            return "거절되었습니다.";
        }
    }

    /** What a test of a service does. */
    static final class SomeTest {
        static Problem provokes() {
            return Refusal.PROVOKED;
        }
    }

    @Test
    void aConstantThatNoTestNamesIsFound() throws IOException {
        assertThat(SomeTest.provokes()).isNotNull();
        Files.writeString(sources.resolve("ATest.java"), "assertThat(code).isEqualTo(\"PROVOKED_BY_CODE\");");
        assertThatThrownBy(() -> EveryProblemHasATest.check(Refusal.class, TEST_CLASSES, sources))
                .isInstanceOf(AssertionError.class)
                .hasMessage("no test provokes Refusal [FORGOTTEN]");
    }

    /** The framework's own tests of what every service refuses are here. */
    @Test
    void everyCommonProblemIsProvoked() {
        EveryProblemHasATest.check(CommonProblem.class, Path.of("target/test-classes"), Path.of("src/test/java"));
    }

    @Test
    void aServiceWhoseTestsNameAllConstantsPasses() throws IOException {
        Files.writeString(sources.resolve("ATest.java"), "\"PROVOKED_BY_CODE\" and \"FORGOTTEN\", which comes last");
        assertThatCode(() -> EveryProblemHasATest.check(Refusal.class, TEST_CLASSES, sources))
                .doesNotThrowAnyException();
    }
}
