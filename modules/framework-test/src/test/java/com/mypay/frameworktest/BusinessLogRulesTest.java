package com.mypay.frameworktest;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.log.BusinessEvent;
import com.mypay.framework.log.BusinessLog;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class BusinessLogRulesTest {

    private static final String HERE = "com.mypay.frameworktest";

    @Test
    void theFrameworksOwnCommandsTell() {
        BusinessLogRules.check("com.mypay.framework");
    }

    @Test
    void aCommandTellsThroughWhateverItCallsAndOneThatDoesNotIsNamed() {
        assertThat(violations(Set.of("MEMBER_CLOSED"), Tells.class, Silent.class, Events.class))
                .containsExactly(Silent.class.getName() + " writes no business event");
    }

    @Test
    void anEventThatNobodyTellsIsNamed() {
        assertThat(violations(Set.of("MEMBER_CLOSED", "CYCLE_CLOSED"), Tells.class, Events.class))
                .containsExactly("CYCLE_CLOSED is never written");
    }

    @Test
    void anEventOfAnotherServiceIsNamed() {
        assertThat(violations(Set.of(), Tells.class, Events.class))
                .containsExactly("MEMBER_CLOSED is written here and named as another service's");
    }

    private static List<String> violations(Set<String> own, Class<?>... classes) {
        return BusinessLogRules.violations(new ClassFileImporter().importClasses(classes), HERE, own);
    }

    static final class Tells {
        static final String OPERATION = "close/member";

        private final Events events = new Events();

        Supplier<String> close() {
            return () -> events.tell(OPERATION);
        }
    }

    static final class Silent {
        static final String OPERATION = "open/member";

        BusinessLog open() {
            return BusinessLog.event(BusinessEvent.MEMBER_CLOSED).detail("operation", OPERATION);
        }
    }

    static final class Events {
        String tell(String operation) {
            BusinessLog.event(BusinessEvent.MEMBER_CLOSED).write();
            return operation;
        }
    }
}
