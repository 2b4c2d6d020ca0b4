package com.mypay.amqpadapter;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the adapter says to the operator while this is open. */
final class LogLines extends Handler implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger("com.mypay.amqpadapter");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    LogLines() {
        LOG.addHandler(this);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord line) {
        Object[] parameters = line.getParameters();
        lines.add(line.getLevel() + " "
                + (parameters == null ? line.getMessage() : MessageFormat.format(line.getMessage(), parameters)));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOG.removeHandler(this);
    }
}
