package com.mypay.framework.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.CallContext;
import com.mypay.framework.context.Caller;
import com.mypay.framework.context.Guid;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogTest {
    private static final Logger LOGGER = Logger.getLogger(LogTest.class.getName());

    private final Log log = Log.of(LogTest.class);
    private final Lines lines = new Lines();

    /** What has been logged. */
    private static final class Lines extends Handler {
        private final List<String> texts = new ArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            texts.add(entry.getLevel() + " " + entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(lines);
        LOGGER.setUseParentHandlers(true);
    }

    @Test
    void eachLineIsLedByItsBusinessTransaction() {
        log.info("outside of any");
        new CallContext(new Guid("a".repeat(32)), 3, Caller.ANONYMOUS, "test").run(() -> log.warning("within one"));
        assertThat(lines.texts)
                .containsExactly("INFO [-] outside of any", "WARNING [" + "a".repeat(32) + "/3] within one");
    }

    @Test
    void aValueCanNotForgeALine() {
        log.info("the order {0} of {1}", "chicken\r\nINFO [-] paid\u0085\u2028\u001b[2K", 1_234_567);
        assertThat(lines.texts).containsExactly("INFO [-] the order chicken INFO [-] paid [2K of 1234567");
    }

    @Test
    void aLineIsWrittenAsItIsMeant() {
        log.info("it's {0}", "'{1}'");
        log.error("it's broken: {0}", new IllegalStateException("why"), (Object) null);
        log.debug("not shown");
        assertThat(lines.texts).containsExactly("INFO [-] it's '{1}'", Level.SEVERE + " [-] it's broken: null");
    }
}
