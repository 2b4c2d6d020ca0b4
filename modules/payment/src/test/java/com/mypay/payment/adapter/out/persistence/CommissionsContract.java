package com.mypay.payment.adapter.out.persistence;

import static com.mypay.framework.value.BasisPoints.basisPoints;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.transaction.Transactions;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.PageRequest;
import com.mypay.payment.domain.Commission;
import com.mypay.payment.domain.CommissionStatus;
import com.mypay.payment.domain.CommissionTerms;
import com.mypay.payment.domain.Commissions;
import com.mypay.payment.domain.Commissions.Search;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Commissions} does; {@code inForce} agrees with the schedule on every day. */
abstract class CommissionsContract {

    private static final MemberId FRANCHISE = new MemberId(2001);
    private static final MemberId OTHER = new MemberId(2002);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Search ALL = new Search(null, null);

    /** Holds the common terms of 250 since 2000, approved, under the id {@link #id id(1)}. */
    abstract Commissions commissions();

    abstract Transactions transactions();

    @Test
    void itsOwnTermsGoBeforeTheCommonOnesAndOfTwoTheLaterApproved() {
        agree(2, terms(FRANCHISE, 300, TODAY), NOW);
        agree(3, terms(FRANCHISE, 310, TODAY), NOW.plusSeconds(1));
        agree(4, terms(null, 200, TODAY), NOW.plusSeconds(2));

        assertThat(rates(TODAY.minusDays(1), TODAY)).containsExactly(250, 310);
    }

    @Test
    void aCampaignHoldsForItsDaysAndThenTheFormerTermsHoldAgain() {
        agree(2, terms(FRANCHISE, 300, TODAY), NOW);
        agree(3, campaign(FRANCHISE, 100, TODAY.plusDays(2), TODAY.plusDays(4)), NOW);
        agree(4, terms(FRANCHISE, 280, TODAY.plusDays(3)), NOW);

        assertThat(rates(TODAY, TODAY.plusDays(6))).containsExactly(300, 300, 100, 100, 100, 280, 280);
    }

    @Test
    void ofTwoCampaignsTheOneThatBeganLaterHolds() {
        agree(2, campaign(null, 200, TODAY, TODAY.plusDays(4)), NOW.plusSeconds(9));
        agree(3, campaign(null, 100, TODAY.plusDays(1), TODAY.plusDays(2)), NOW);
        agree(4, campaign(null, 150, TODAY.plusDays(1), TODAY.plusDays(1)), NOW.plusSeconds(1));

        assertThat(rates(TODAY, TODAY.plusDays(5))).containsExactly(200, 150, 100, 200, 200, 250);
    }

    @Test
    void aFranchisesOwnTermsGoBeforeACommonCampaign() {
        agree(2, terms(FRANCHISE, 300, TODAY.plusDays(1)), NOW);
        agree(3, campaign(null, 0, TODAY, TODAY.plusDays(2)), NOW);

        assertThat(rates(TODAY, TODAY.plusDays(2))).containsExactly(0, 300, 300);
    }

    @Test
    void proposedTermsAndOthersTermsHoldForNobodyElse() {
        add(proposed(2, terms(FRANCHISE, 300, TODAY)));
        agree(3, campaign(OTHER, 100, TODAY, TODAY), NOW);

        assertThat(rates(TODAY, TODAY)).containsExactly(250);
    }

    @Test
    void termsComeBackAsTheyWereAgreedOn() {
        CommissionTerms terms = campaign(FRANCHISE, 100, TODAY, TODAY.plusDays(1));
        agree(2, terms, NOW);

        Commission found = transactions()
                .inTransaction(() -> commissions().findForUpdate(id(2)).orElseThrow());
        assertThat(found.terms()).isEqualTo(terms);
        assertThat(found.status()).isEqualTo(CommissionStatus.APPROVED);
        assertThat(found.approvedAt()).contains(NOW);
    }

    @Test
    void findsProposedAndApprovedOnesPageByPage() {
        add(proposed(2, terms(FRANCHISE, 300, TODAY)));
        agree(3, terms(FRANCHISE, 310, TODAY), NOW);
        add(proposed(4, terms(OTHER, 320, TODAY)));

        assertThat(ids(ALL, new PageRequest("", 2))).containsExactly(id(1), id(2), id(3));
        assertThat(ids(ALL, new PageRequest(id(3), 2))).containsExactly(id(4));
        assertThat(ids(new Search(CommissionStatus.PROPOSED, null), new PageRequest("", 9)))
                .containsExactly(id(2), id(4));
        assertThat(ids(new Search(CommissionStatus.PROPOSED, FRANCHISE), new PageRequest("", 9)))
                .containsExactly(id(2));
        assertThat(ids(new Search(null, FRANCHISE), new PageRequest("", 9))).containsExactly(id(2), id(3));
    }

    /** By the statement that a payment uses; and by the schedule, as it looks from the first day. */
    private List<Integer> rates(LocalDate from, LocalDate until) {
        return transactions().inTransaction(() -> {
            var schedule = commissions().schedule(FRANCHISE, from);
            return from.datesUntil(until.plusDays(1))
                    .map(day -> {
                        Commission inForce =
                                commissions().inForce(FRANCHISE, day).orElseThrow();
                        assertThat(schedule.on(day).orElseThrow().id())
                                .as("on %s", day)
                                .isEqualTo(inForce.id());
                        return inForce.rate().value();
                    })
                    .toList();
        });
    }

    private List<String> ids(Search search, PageRequest page) {
        return transactions()
                .inTransaction(() -> commissions().all(search, page).stream()
                        .map(Commission::id)
                        .toList());
    }

    private void add(Commission commission) {
        transactions().inTransaction(() -> commissions().add(commission));
    }

    private void agree(int n, CommissionTerms terms, Instant at) {
        Commission commission = proposed(n, terms);
        commission.approve("staff/lee", at);
        add(commission);
    }

    private static Commission proposed(int n, CommissionTerms terms) {
        return Commission.proposed(id(n), terms, "staff/kim", "1".repeat(32), NOW);
    }

    private static CommissionTerms terms(@Nullable MemberId franchise, int rate, LocalDate from) {
        return CommissionTerms.from(from, Optional.ofNullable(franchise), basisPoints(rate));
    }

    private static CommissionTerms campaign(@Nullable MemberId franchise, int rate, LocalDate from, LocalDate until) {
        return new CommissionTerms(
                Optional.ofNullable(franchise), basisPoints(rate), from, Optional.of(until), Optional.of("봄맞이 행사"));
    }

    static String id(int n) {
        return "0".repeat(31) + n;
    }
}
