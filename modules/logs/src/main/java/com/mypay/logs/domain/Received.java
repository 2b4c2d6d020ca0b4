package com.mypay.logs.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which sequence numbers of one source have come, as ranges that neither touch nor overlap: what is between two of them,
 * or before the first, is missing. Of a source with many ranges a stretch is enough that covers the numbers to be added
 * and their neighbours.
 */
public final class Received {

    private final NavigableMap<Long, Long> ranges = new TreeMap<>();

    /** @param lastByFirst the ranges, in any order */
    public Received(Map<Long, Long> lastByFirst) {
        ranges.putAll(lastByFirst);
    }

    /** Adds numbers. @return those that had not come before, rising */
    public List<Long> add(Collection<Long> numbers) {
        List<Long> fresh = new ArrayList<>();
        for (long number : new TreeSet<>(numbers)) {
            if (!contains(number)) {
                fresh.add(number);
                put(number);
            }
        }
        return fresh;
    }

    /** Last by first number. */
    public Map<Long, Long> ranges() {
        return new TreeMap<>(ranges);
    }

    private boolean contains(long number) {
        Map.Entry<Long, Long> range = ranges.floorEntry(number);
        return range != null && range.getValue() >= number;
    }

    private void put(long number) {
        long first = number;
        long last = number;
        Map.Entry<Long, Long> before = ranges.lowerEntry(number);
        if (before != null && before.getValue() == number - 1) {
            first = before.getKey();
        }
        Long behind = ranges.remove(number + 1);
        if (behind != null) {
            last = behind;
        }
        ranges.put(first, last);
    }
}
