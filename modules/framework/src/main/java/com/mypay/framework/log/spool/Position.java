package com.mypay.framework.log.spool;

/** A place in the spool: which segment, how many bytes into it. */
record Position(long segment, long offset) implements Comparable<Position> {

    @Override
    public int compareTo(Position other) {
        return segment == other.segment ? Long.compare(offset, other.offset) : Long.compare(segment, other.segment);
    }
}
