package com.mypay.money.application;

import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.value.Won;
import com.mypay.money.application.BookCommission.CycleSettled;
import com.mypay.money.application.BookPayout.PayoutCompleted;
import com.mypay.money.domain.AccountKind;
import org.junit.jupiter.api.Test;

/** What settlement's messages do to the ledger. */
abstract class BookSettlementTests extends MoneyTests {

    @Test
    void aPaidDayLeavesTheCommissionAndNothingElse() {
        house.member(KIM, 0);
        house.pay("p1", KIM, 100_000);
        cycle("cycle-1", 2_500, 0);
        payout("payout-1", 97_500);
        assertThat(balance(AccountKind.PAYMENT_CLEARING)).isEqualTo(won(0));
        assertThat(balance(AccountKind.FEE_INCOME)).isEqualTo(won(2_500));
        assertThat(balance(AccountKind.CORPORATE_CASH)).isEqualTo(won(-2_500));
    }

    @Test
    void whatIsToldTwiceIsBookedOnce() {
        payout("payout-1", 97_500);
        payout("payout-1", 97_500);
        cycle("cycle-1", 2_500, 3);
        cycle("cycle-1", 2_500, 3);
        assertThat(balance(AccountKind.PAYMENT_CLEARING)).isEqualTo(won(-97_500 - 2_503));
        assertThat(balance(AccountKind.ROUNDING)).isEqualTo(won(3));
    }

    @Test
    void residuesOfEitherSignAreBooked() {
        cycle("cycle-1", -100, 4);
        cycle("cycle-2", 5, -5);
        cycle("cycle-3", 0, 0);
        assertThat(balance(AccountKind.FEE_INCOME)).isEqualTo(won(-95));
        assertThat(balance(AccountKind.ROUNDING)).isEqualTo(won(-1));
        assertThat(balance(AccountKind.PAYMENT_CLEARING)).isEqualTo(won(96));
    }

    @Test
    void vatIsOwedToTheTaxOffice() {
        house.transactions.inTransaction(
                () -> house.bookCommission.book(new CycleSettled("cycle-1", "2011-12-05", 50, 1, 5L)));
        assertThat(balance(AccountKind.FEE_INCOME)).isEqualTo(won(50));
        assertThat(balance(AccountKind.VAT_PAYABLE)).isEqualTo(won(5));
        assertThat(balance(AccountKind.ROUNDING)).isEqualTo(won(1));
        assertThat(balance(AccountKind.PAYMENT_CLEARING)).isEqualTo(won(-56));
    }

    @Test
    void aPayoutOfNothingIsNotTaken() {
        assertThatThrownBy(() -> payout("payout-1", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private Won balance(AccountKind account) {
        return house.findAccounts.balances().getOrDefault(account, won(0));
    }

    private void payout(String id, long amountWon) {
        house.transactions.inTransaction(
                () -> house.bookPayout.book(new PayoutCompleted(id, "cycle-1", 2001, amountWon)));
    }

    private void cycle(String id, long commissionWon, long roundingWon) {
        house.transactions.inTransaction(
                () -> house.bookCommission.book(new CycleSettled(id, "2011-12-05", commissionWon, roundingWon, null)));
    }
}
