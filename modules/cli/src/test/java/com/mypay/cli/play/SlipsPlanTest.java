package com.mypay.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.cli.play.Plan.Cancel;
import com.mypay.cli.play.Plan.Day;
import com.mypay.cli.play.Plan.Pay;
import com.mypay.cli.play.Plan.Person;
import com.mypay.cli.play.Plan.Shop;
import com.mypay.cli.play.Plan.Step;
import com.mypay.cli.slips.SlipBook;
import com.mypay.cli.slips.SlipsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlipsPlanTest {

    private static final LocalDate FIRST = LocalDate.of(2011, 1, 3);
    private static final LocalDate SECOND = LocalDate.of(2011, 1, 4);
    private static final LocalDate THIRD = LocalDate.of(2011, 1, 5);
    private static final LocalDate FOURTH = LocalDate.of(2011, 1, 6);

    @TempDir
    private Path directory;

    private SlipBook book;

    /** Three members, three products, four days; 1 pound is 1,750 won. */
    @BeforeEach
    void readABook() throws IOException {
        book = SlipsFile.read(Files.writeString(directory.resolve("slips.csv"), """
                InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
                100001,AAA,10,2011-01-03 09:00:00,1,10001,France
                100002,BBB,10,2011-01-03 10:00:00,1,10002,Norway
                100003,CCC,1,2011-01-03 11:00:00,1,10003,Spain
                C100004,AAA,-3,2011-01-04 09:00:00,1,10001,France
                100005,aaa,5,2011-01-04 10:00:00,2,10002,Norway
                100006,AAA,4,2011-01-05 09:00:00,1,10001,France
                C100007,AAA,-7,2011-01-05 10:00:00,1,10001,France
                C100008,BBB,-2,2011-01-06 09:00:00,1,10002,Norway
                C100009,BBB,-1,2011-01-06 10:00:00,1,10002,Norway
                """));
    }

    @Test
    void aDayHasItsOwnPaymentsAndTheEarlierOnesThatItCancels() {
        Plan plan = SlipsPlan.of(book, THIRD);

        assertThat(plan.businessDate()).isEqualTo(THIRD);
        assertThat(plan.days()).extracting(Day::date).containsExactly(FIRST, SECOND, THIRD);
        assertThat(keysOn(plan, FIRST)).containsExactly("2");
        assertThat(keysOn(plan, SECOND))
                .as("cancelled before, so that the right amount remains")
                .containsExactly("5");
        assertThat(keysOn(plan, THIRD)).containsExactly("7", "8");
        assertThat(plan.stepCount()).isEqualTo(4);
    }

    @Test
    void whatHappensLaterIsNotPlayed() {
        Plan plan = SlipsPlan.of(book, FIRST);

        assertThat(plan.days()).extracting(Day::date).containsExactly(FIRST);
        assertThat(keysOn(plan, FIRST)).containsExactly("2", "3", "4");
    }

    @Test
    void aDayOfCancellationsOnlyHasTheirPaymentsFirst() {
        Plan plan = SlipsPlan.of(book, FOURTH);

        assertThat(plan.days()).extracting(Day::date).containsExactly(FIRST, FOURTH);
        assertThat(keysOn(plan, FIRST)).containsExactly("3");
        assertThat(stepsOn(plan, FOURTH))
                .containsExactly(
                        new Cancel("9", "10002", "3", OptionalLong.of(3_500), "line 9", java.util.Optional.empty()),
                        new Cancel("10", "10002", "3", OptionalLong.of(1_750), "line 10", java.util.Optional.empty()));
    }

    @Test
    void stepsAreWhatTheLinesSay() {
        Plan plan = SlipsPlan.of(book, SECOND);

        assertThat(stepsOn(plan, SECOND)).hasSize(2);
        assertThat(stepsOn(plan, SECOND).get(0)).isInstanceOfSatisfying(Cancel.class, cancel -> {
            assertThat(cancel.person()).isEqualTo("10001");
            assertThat(cancel.paymentKey()).isEqualTo("2");
            assertThat(cancel.amountWon()).hasValue(5_250);
        });
        assertThat(stepsOn(plan, SECOND).get(1)).isInstanceOfSatisfying(Pay.class, pay -> {
            assertThat(pay.person()).isEqualTo("10002");
            assertThat(pay.shop()).isEqualTo("f0");
            assertThat(pay.amountWon()).isEqualTo(17_500);
            assertThat(pay.orderName()).isEqualTo("AAA");
            assertThat(pay.refusal()).isEmpty();
        });
    }

    @Test
    void membersAreThoseOfTheDayAndChargeWhatTheyPay() {
        Plan plan = SlipsPlan.of(book, THIRD);

        assertThat(plan.people()).extracting(Person::key).containsExactly("10001");
        assertThat(plan.people().get(0).chargeWon()).isEqualTo(10 * 1_750 + 4 * 1_750);
        assertThat(plan.people().get(0).district()).isEqualTo("France");
        assertThat(SlipsPlan.of(book, FIRST).people())
                .extracting(Person::key)
                .containsExactly("10001", "10002", "10003");
    }

    @Test
    void franchisesHaveTheCommissionOfTheirName() {
        Plan plan = SlipsPlan.of(book, FIRST);

        assertThat(plan.shops()).extracting(Shop::key).containsExactly("f0", "f1", "f2");
        assertThat(plan.shops().get(0).name()).isEqualTo("Shop AAA");
        assertThat(plan.shops().get(0).commissionBasisPoints())
                .isEqualTo(OptionalInt.of(SlipBook.commissionBasisPoints("AAA")));
    }

    @Test
    void onEachDayTheSamePeopleAndFranchisesAreTheSame() {
        Plan second = SlipsPlan.of(book, SECOND);
        Plan third = SlipsPlan.of(book, THIRD);

        assertThat(second.tag()).isEqualTo(third.tag()).isEqualTo("s" + book.tag());
        assertThat(second.partiesOn()).isEqualTo(third.partiesOn()).isEqualTo(FIRST);
        assertThat(shop(second, "f0")).isEqualTo(shop(third, "f0"));
        Person before = second.people().get(0);
        Person after = third.people().get(0);
        assertThat(after.phone()).isEqualTo(before.phone());
        assertThat(after.account()).isEqualTo(before.account());
    }

    @Test
    void anotherFileHasOtherAccounts() throws IOException {
        Path file = directory.resolve("slips.csv");
        SlipBook other = SlipsFile.read(Files.writeString(file, Files.readString(file) + "\n"));

        Person one = SlipsPlan.of(book, FIRST).people().get(0);
        Person same = SlipsPlan.of(other, FIRST).people().get(0);

        assertThat(same.key()).isEqualTo(one.key());
        assertThat(same.account()).isNotEqualTo(one.account());
    }

    private static Shop shop(Plan plan, String key) {
        return plan.shops().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<Step> stepsOn(Plan plan, LocalDate date) {
        return plan.days().stream()
                .filter(day -> day.date().equals(date))
                .findFirst()
                .orElseThrow()
                .steps();
    }

    private static List<String> keysOn(Plan plan, LocalDate date) {
        return stepsOn(plan, date).stream().map(Step::key).toList();
    }
}
