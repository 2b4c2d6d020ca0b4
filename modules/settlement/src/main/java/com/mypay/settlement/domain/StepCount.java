package com.mypay.settlement.domain;

/**
 * What a step has done so far, or does in one chunk: read = written + skipped.
 *
 * @param step its name in the job
 * @param partition 0 where the step has no partitions
 */
public record StepCount(String step, int partition, long read, long written, long skipped) {

    public boolean addsUp() {
        return read == written + skipped;
    }
}
