package com.mypay.logs.application;

import com.mypay.logs.domain.LogLine;
import com.mypay.logs.domain.Quarantined;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of one source, read as far as it can be read.
 *
 * @param server the sender's server, if a line says so
 * @param lines that can be stored
 * @param broken that can't
 */
record LogMessage(@Nullable String server, List<LogLine> lines, List<Quarantined> broken) {}
