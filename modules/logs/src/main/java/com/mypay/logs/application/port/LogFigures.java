package com.mypay.logs.application.port;

import com.mypay.logs.domain.LogKind;
import java.time.Instant;

/** What is counted for whoever watches the logs. */
public interface LogFigures {

    /** @param newest of the message's lines */
    void taken(LogKind kind, int lines, Instant newest, Instant now);

    void archived(LogKind kind, long lines);

    /** Somebody has to look: the archive could not be written, or isn't what the manifest says. */
    void archiveFailed(LogKind kind);
}
