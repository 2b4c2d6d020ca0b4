package com.mypay.settlement.domain;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.Won;
import com.mypay.settlement.domain.CommissionTerms.Tier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommissionTermsTest {

    @ParameterizedTest
    @CsvSource({"1774, 177", "1775, 178", "1784, 178", "0, 0", "4, 0", "5, 1", "-5, -1", "-4, 0", "-1775, -178"})
    void vatIsRoundedHalfAwayFromZero(long commission, long vat) {
        CommissionTerms terms = new CommissionTerms(BasisPoints.basisPoints(1_000), List.of());
        assertThat(terms.of(totals(0, 0, commission), won(0)).vat()).isEqualTo(won(vat));
    }

    @Test
    void aTierHoldsForThePartAboveIt() {
        CommissionTerms terms = tiers(tier(1_000, 100), tier(2_000, 200));
        assertThat(rebate(terms, 0, 1_000)).isZero();
        assertThat(rebate(terms, 0, 1_500)).isEqualTo(5);
        assertThat(rebate(terms, 0, 3_000)).isEqualTo(10 + 20);
        assertThat(rebate(terms, 1_500, 1_000)).isEqualTo(5 + 10);
        assertThat(rebate(terms, 2_500, -1_000)).isEqualTo(-15);
        assertThat(rebate(terms, -500, 1_500)).isZero();
    }

    /** However a month is cut into cycles, as much is given back, to the won. */
    @Test
    void roundingNeverAddsUp() {
        CommissionTerms terms = tiers(tier(100, 33), tier(5_000, 77));
        long before = 0;
        long given = 0;
        for (int i = 1; i <= 200; i++) {
            long sold = i % 7 == 0 ? -i : 3L * i;
            given += rebate(terms, before, sold);
            before += sold;
        }
        assertThat(given).isEqualTo(rebate(terms, 0, before)).isPositive();
    }

    @Test
    void vatIsOnTheCommissionLessItsRebate() {
        CommissionTerms terms = new CommissionTerms(BasisPoints.basisPoints(1_000), List.of(tier(0, 100)));
        Charges charges = terms.of(totals(10_000, 0, 250), won(0));
        assertThat(charges).isEqualTo(new Charges(won(0), won(100), won(15)));
        assertThat(charges.on(won(9_750))).isEqualTo(won(9_835));
        assertThat(CommissionTerms.NONE.of(totals(10_000, 0, 250), won(0)).on(won(9_750)))
                .isEqualTo(won(9_750));
    }

    @Test
    void tiersAreWrittenAndReadBack() {
        CommissionTerms terms = tiers(tier(1_000, 100), tier(2_000, 200));
        assertThat(terms.tiersText()).isEqualTo("1000:100 2000:200");
        assertThat(CommissionTerms.parseTiers(terms.tiersText())).isEqualTo(terms.tiers());
        assertThat(CommissionTerms.parseTiers(CommissionTerms.NONE.tiersText())).isEmpty();
        assertThatThrownBy(() -> tiers(tier(2_000, 1), tier(2_000, 2))).isInstanceOf(IllegalArgumentException.class);
    }

    private static long rebate(CommissionTerms terms, long before, long sold) {
        LineTotals totals = sold > 0 ? totals(sold, 0, 0) : totals(0, -sold, 0);
        return terms.of(totals, won(before)).rebate().value();
    }

    private static CommissionTerms tiers(Tier... tiers) {
        return new CommissionTerms(BasisPoints.basisPoints(0), List.of(tiers));
    }

    private static Tier tier(long from, int discount) {
        return new Tier(won(from), BasisPoints.basisPoints(discount));
    }

    private static LineTotals totals(long gross, long cancelled, long commission) {
        Won net = won(gross - cancelled - commission);
        return new LineTotals(1, 1, won(gross), won(cancelled), won(commission), net);
    }
}
