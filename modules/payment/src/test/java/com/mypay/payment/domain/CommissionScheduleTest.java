package com.mypay.payment.domain;

import static com.mypay.framework.value.BasisPoints.basisPoints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommissionScheduleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void whatIsComingIsEachDayOnWhichOtherTermsHold() {
        CommissionSchedule schedule = new CommissionSchedule(List.of(
                agreed("a", 250, LocalDate.of(2000, 1, 1), null),
                agreed("b", 100, TODAY.plusDays(2), TODAY.plusDays(4)),
                agreed("c", 0, TODAY.plusDays(3), TODAY.plusDays(3)),
                agreed("d", 240, TODAY.plusDays(4), null)));

        assertThat(schedule.on(TODAY).orElseThrow().id()).isEqualTo("a");
        assertThat(schedule.after(TODAY))
                .extracting(
                        CommissionSchedule.Change::day,
                        change -> change.commission().id())
                .containsExactly(
                        tuple(TODAY.plusDays(2), "b"),
                        tuple(TODAY.plusDays(3), "c"),
                        tuple(TODAY.plusDays(4), "b"),
                        tuple(TODAY.plusDays(5), "d"));
        assertThat(schedule.after(TODAY.plusDays(3)))
                .extracting(CommissionSchedule.Change::day)
                .containsExactly(TODAY.plusDays(4), TODAY.plusDays(5));
        assertThat(schedule.after(TODAY.plusDays(5))).isEmpty();
    }

    @Test
    void aCampaignIsEndedEarlyByAnotherOverIt() {
        CommissionSchedule schedule = new CommissionSchedule(List.of(
                agreed("a", 250, LocalDate.of(2000, 1, 1), null),
                agreed("b", 100, TODAY, TODAY.plusDays(9)),
                agreed("c", 250, TODAY.plusDays(1), TODAY.plusDays(9))));

        assertThat(schedule.on(TODAY).orElseThrow().rate()).isEqualTo(basisPoints(100));
        assertThat(schedule.on(TODAY.plusDays(1)).orElseThrow().rate()).isEqualTo(basisPoints(250));
        assertThat(schedule.on(TODAY.plusDays(10)).orElseThrow().rate()).isEqualTo(basisPoints(250));
    }

    @Test
    void nothingHoldsBeforeTheFirstTerms() {
        CommissionSchedule schedule = new CommissionSchedule(List.of(agreed("a", 250, TODAY.plusDays(1), null)));

        assertThat(schedule.on(TODAY)).isEmpty();
        assertThat(schedule.after(TODAY)).hasSize(1);
    }

    @Test
    void termsDoNotEndBeforeTheyBeginAndACampaignEnds() {
        assertThatIllegalArgumentException().isThrownBy(() -> terms(TODAY, TODAY.minusDays(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CommissionTerms(
                        Optional.empty(), basisPoints(250), TODAY, Optional.empty(), Optional.of("봄맞이 행사")));
        assertThat(terms(TODAY, TODAY).holdOn(TODAY)).isTrue();
        assertThat(terms(TODAY, TODAY).holdOn(TODAY.plusDays(1))).isFalse();
        assertThat(terms(TODAY, TODAY).holdOn(TODAY.minusDays(1))).isFalse();
    }

    private static Commission agreed(String id, int rate, LocalDate from, @Nullable LocalDate until) {
        CommissionTerms terms = new CommissionTerms(
                Optional.empty(), basisPoints(rate), from, Optional.ofNullable(until), Optional.empty());
        Commission commission = Commission.proposed(id, terms, "staff/kim", "1".repeat(32), NOW);
        commission.approve("staff/lee", NOW);
        return commission;
    }

    private static CommissionTerms terms(LocalDate from, LocalDate until) {
        return new CommissionTerms(Optional.empty(), basisPoints(250), from, Optional.of(until), Optional.empty());
    }
}
