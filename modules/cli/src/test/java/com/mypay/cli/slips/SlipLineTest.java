package com.mypay.cli.slips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipLineTest {

    @Test
    void aLineIsAPaymentOfACustomerAtAProduct() throws SlipLine.MalformedException {
        assertThat(SlipLine.parse(7, "1-1", "536365,85123a,6,2010-12-01 08:26:00,2.55,17850,United Kingdom"))
                .contains(new SlipLine(
                        7,
                        "1-1",
                        false,
                        "85123A",
                        "17850",
                        "United Kingdom",
                        LocalDateTime.of(2010, 12, 1, 8, 26),
                        26_775));
    }

    @Test
    void aLeadingCIsACancellationOfItsAmount() throws SlipLine.MalformedException {
        SlipLine slip = parsed("C536379,D,-1,2010-12-01 09:41:00,27.5,14527,United Kingdom");

        assertThat(slip.isCancellation()).isTrue();
        assertThat(slip.amountWon()).isEqualTo(48_125);
    }

    @Test
    void aLeadingAIsAPaymentLikeAnyOtherIfItHasACustomerAndAnAmount() throws SlipLine.MalformedException {
        SlipLine slip = parsed("A563185,B,1,2011-08-12 14:50:00,11062.06,12345,United Kingdom");

        assertThat(slip.isCancellation()).isFalse();
        assertThat(slip.amountWon()).isEqualTo(19_358_605);
    }

    @Test
    void anAdjustmentOfBadDebtWithoutACustomerOrWithANegativePriceIsNoSlip() throws SlipLine.MalformedException {
        assertThat(SlipLine.parse(2, "1-1", "A563186,B,1,2011-08-12 14:51:00,-11062.06,,United Kingdom"))
                .isEmpty();
        assertThat(SlipLine.parse(2, "1-1", "A563186,B,1,2011-08-12 14:51:00,-11062.06,12345,United Kingdom"))
                .isEmpty();
        assertThat(SlipLine.parse(2, "1-1", "A563185,B,1,2011-08-12 14:50:00,11062.06,,United Kingdom"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // units x price x 1,750: 0.875 won and 1.5 won are rounded up, 2.4999 won is rounded down
        "1, 0.0005, 1",
        "-1, 0.0005, 1",
        "3, 0.000285714, 1",
        "2, 0.000428572, 2",
        "1, 0.001428514, 2",
        "1, 0.001428572, 3",
        "1, 2, 3500",
        "1000000, 1.25, 2187500000",
        "1, 0.03, 53"
    })
    void amountsAreRoundedHalfUpToWholeWon(int units, String pounds, long won) throws SlipLine.MalformedException {
        assertThat(parsed("536365,X," + units + ",2010-12-01 08:26:00," + pounds + ",17850,France")
                        .amountWon())
                .isEqualTo(won);
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 0", "1, 0.0", "1, -1", "1, 0.00028571", "-7, 0"})
    void whatComesToLessThanAWonIsNoSlip(int units, String pounds) throws SlipLine.MalformedException {
        assertThat(SlipLine.parse(2, "1-1", "536365,X," + units + ",2010-12-01 08:26:00," + pounds + ",17850,France"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    536365,X,6,2010-12-01 08:26:00,2.55,17850            | 6 columns instead of 7
                    536365,X,6,2010-12-01 08:26:00,2.55,17850,France,x   | 8 columns instead of 7
                    ''                                                   | 1 columns instead of 7
                    X36365,X,6,2010-12-01 08:26:00,2.55,17850,France     | InvoiceNo 'X36365'
                    53636,X,6,2010-12-01 08:26:00,2.55,17850,France      | InvoiceNo '53636'
                    536365,,6,2010-12-01 08:26:00,2.55,17850,France      | StockCode is empty
                    536365,X,six,2010-12-01 08:26:00,2.55,17850,France   | Quantity 'six'
                    536365,X,1.5,2010-12-01 08:26:00,2.55,17850,France   | Quantity '1.5'
                    536365,X,,2010-12-01 08:26:00,2.55,17850,France      | Quantity ''
                    536365,X,6,2010-13-01 08:26:00,2.55,17850,France     | InvoiceDate '2010-13-01 08:26:00'
                    536365,X,6,2011-02-29 08:26:00,2.55,17850,France     | InvoiceDate '2011-02-29 08:26:00'
                    536365,X,6,2010-12-01,2.55,17850,France              | InvoiceDate '2010-12-01'
                    536365,X,6,2010-12-01 08:26:00,2.5.5,17850,France    | UnitPrice '2.5.5'
                    536365,X,6,2010-12-01 08:26:00,1e9,17850,France      | UnitPrice '1e9'
                    536365,X,6,2010-12-01 08:26:00,2.55,1785,France      | CustomerID '1785'
                    536365,X,6,2010-12-01 08:26:00,2.55,178500,France    | CustomerID '178500'
                    536365,X,6,2010-12-01 08:26:00,2.55,17850,           | Country is empty
                    536365,X,999999999,2010-12-01 08:26:00,999999999,17850,France | an amount of 1749999996500000001750 won
                    """)
    void aMalformedLineSaysWhy(String line, String why) {
        assertThatThrownBy(() -> SlipLine.parse(2, "1-1", line.strip()))
                .isInstanceOf(SlipLine.MalformedException.class)
                .hasMessage(why);
    }

    @Test
    void malformedIsMalformedWithoutACustomerToo() {
        assertThatThrownBy(() -> SlipLine.parse(2, "1-1", "536365,X,six,2010-12-01 08:26:00,2.55,,France"))
                .hasMessage("Quantity 'six'");
    }

    private static SlipLine parsed(String line) throws SlipLine.MalformedException {
        Optional<SlipLine> slip = SlipLine.parse(2, "1-1", line);
        assertThat(slip).isPresent();
        return slip.get();
    }
}
