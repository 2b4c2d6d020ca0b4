package com.mypay.cli.batch;

import com.mypay.cli.ExitCode;
import com.mypay.cli.batch.BatchApi.Execution;
import java.util.Set;

/** What schedulers are told of an execution that has ended. */
final class Outcome {

    private static final String WITH_ITEMS = "COMPLETED_WITH_ITEMS";

    /** Somebody else does it, or has done it. */
    private static final Set<String> ALREADY_DONE =
            Set.of("CYCLE_ALREADY_CLOSED", "CYCLE_ALREADY_RUNNING", "IMPORT_ALREADY_DONE", "IMPORT_ALREADY_RUNNING");

    /** The same again would end the same way: that needs a person first. */
    private static final Set<String> FOR_GOOD = Set.of(
            "CYCLE_DOES_NOT_ADD_UP",
            "BUSINESS_DATE_MALFORMED",
            "BUSINESS_DATE_IN_FUTURE",
            "BUSINESS_DATE_NOT_OVER",
            "IMPORT_CHANGED",
            "FILE_UNREADABLE",
            "FILE_EMPTY",
            "FILE_HEADER_WRONG",
            "FILE_ENCODING_WRONG",
            "FILE_CUT_OFF",
            "REJECTS_IS_FILE",
            "TOO_MANY_REJECTED");

    private Outcome() {}

    /** @return one of the {@link ExitCode}s of a job */
    static int exitCode(Execution ended) {
        if (ended.batchStatus().equals("COMPLETED")) {
            return ended.exitStatus().equals(WITH_ITEMS) ? ExitCode.COMPLETED_WITH_ITEMS : ExitCode.OK;
        }
        if (ALREADY_DONE.contains(ended.exitStatus())) {
            return ExitCode.ALREADY_DONE;
        }
        boolean forGood = ended.batchStatus().equals("ABANDONED") || FOR_GOOD.contains(ended.exitStatus());
        return forGood ? ExitCode.FAILED_FOR_GOOD : ExitCode.FAILED_RESTARTABLE;
    }
}
