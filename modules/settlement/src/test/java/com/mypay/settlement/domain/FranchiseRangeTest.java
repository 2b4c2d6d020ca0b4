package com.mypay.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.value.MemberId;
import com.mypay.settlement.domain.FranchiseRange.Weight;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FranchiseRangeTest {

    @Test
    void evenWeightsAreCutInTheMiddle() {
        List<FranchiseRange> ranges = FranchiseRange.cut(weights(1, 1, 1, 1), 2);
        assertThat(ranges.get(0)).isEqualTo(new FranchiseRange(new MemberId(1), new MemberId(2002)));
        assertThat(ranges.get(1).first()).isEqualTo(new MemberId(2003));
    }

    @Test
    void aGiantFranchiseIsNotCut() {
        List<FranchiseRange> ranges = FranchiseRange.cut(weights(1, 1_000, 1, 1), 3);
        assertThat(ranges.get(0).last()).isEqualTo(new MemberId(2002));
        assertThat(ranges).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void everyFranchiseIsInExactlyOneRange(int parts) {
        List<Weight> weights = weights(5, 1, 100, 2, 2, 9, 1);
        List<FranchiseRange> ranges = FranchiseRange.cut(weights, parts);
        assertThat(ranges).hasSize(parts);
        LongStream.concat(LongStream.of(1, 999_999_999_999_999_999L), LongStream.rangeClosed(1_999, 2_100))
                .forEach(id -> assertThat(ranges.stream().filter(range -> range.contains(new MemberId(id))))
                        .as("franchise %s", id)
                        .hasSize(1));
    }

    @Test
    void aCycleWithoutSlipsHasItsRangesToo() {
        assertThat(FranchiseRange.cut(List.of(), 2)).hasSize(2);
    }

    private static List<Weight> weights(long... slips) {
        return LongStream.range(0, slips.length)
                .mapToObj(i -> new Weight(new MemberId(2001 + i), slips[(int) i]))
                .toList();
    }
}
