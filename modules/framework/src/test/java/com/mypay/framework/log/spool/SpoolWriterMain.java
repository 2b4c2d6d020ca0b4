package com.mypay.framework.log.spool;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.mypay.framework.log.LogKind;
import com.mypay.framework.log.LogSink.Completion;
import com.mypay.framework.value.TransactionEnd;
import java.nio.file.Path;

/** A process to kill: writes lines for ever, and tells after each how many it has written. */
final class SpoolWriterMain {

    private SpoolWriterMain() {}

    public static void main(String[] args) throws Exception {
        try (Spool spool = Spool.open(Path.of(args[0]), 1L << 30, () -> "f".repeat(32))) {
            for (long written = 1; ; written++) {
                byte[] line = ("line " + written + " ").repeat(100).getBytes(US_ASCII);
                Completion business = spool.await(LogKind.BUSINESS, line);
                spool.append(LogKind.IMAGE, line);
                business.completed(TransactionEnd.COMMITTED);
                System.out.println(written);
                System.out.flush();
            }
        }
    }
}
