package com.mypay.batchjobs.slips;

/** Why a file of slips as a whole is refused, before anything of it is written. Each is an exit status of the job. */
public enum FileRefusal {
    /** No file there, or none that this server may read. */
    FILE_UNREADABLE,
    /** Not a byte, or a header and nothing else. */
    FILE_EMPTY,
    /** Its first line is not that of a slips file. */
    FILE_HEADER_WRONG,
    /** Bytes that are no UTF-8. */
    FILE_ENCODING_WRONG,
    /** Its last line, or its compressed data, ends in the middle: it was cut off on its way. */
    FILE_CUT_OFF,
    /** The reject file would be written in the file's place. */
    REJECTS_IS_FILE,
    /** More lines are no slips than may be skipped. */
    TOO_MANY_REJECTED;

    /** Says so to whoever has to stop reading. */
    static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final FileRefusal refusal;

        RefusedException(FileRefusal refusal, String detail) {
            super(refusal + ": " + detail);
            this.refusal = refusal;
        }

        FileRefusal refusal() {
            return refusal;
        }
    }
}
