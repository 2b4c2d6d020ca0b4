package com.mypay.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.frameworktest.ArchitectureRules;
import com.mypay.frameworktest.EveryProblemHasATest;
import com.mypay.logs.application.LogsProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LogsRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        ArchitectureRules.check("com.mypay.logs");
    }

    @Test
    void provokesEachProblem() {
        EveryProblemHasATest.check(LogsProblem.class);
    }

    /** Health, metrics and dead letters go by them. */
    @Test
    void namesAQueueForEachLogAndDay() throws IOException {
        Properties configuration = new Properties();
        try (InputStream in = LogsRulesTest.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            configuration.load(in);
        }
        List<String> queues =
                List.of(configuration.getProperty("mypay.queues", "").split(","));
        assertThat(queues).hasSize(93).doesNotHaveDuplicates();
        for (String kind : List.of("image", "business", "error")) {
            for (int day = 1; day <= 31; day++) {
                assertThat(queues).contains("log.%s.d%02d".formatted(kind, day));
            }
        }
    }
}
