package com.mypay.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.cli.play.Plan.Account;
import com.mypay.cli.play.Plan.Cancel;
import com.mypay.cli.play.Plan.Outsider;
import com.mypay.cli.play.Plan.Pay;
import com.mypay.cli.play.Plan.Person;
import com.mypay.cli.play.Plan.Send;
import com.mypay.cli.play.Plan.Shop;
import com.mypay.cli.play.Plan.Step;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallDayTest {

    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 7, 9_999, 10_000, SmallDay.MAX_SEED})
    void hasThirtyMembersTwelveFranchisesTwoHundredPaymentsAndTenCancellations(long seed) {
        Plan plan = SmallDay.of(seed, DATE);

        assertThat(plan.businessDate()).isEqualTo(DATE);
        assertThat(plan.people()).hasSize(30).extracting(Person::key).doesNotHaveDuplicates();
        assertThat(plan.people())
                .extracting(Person::phone)
                .doesNotHaveDuplicates()
                .allMatch(SmallDayTest::isPhone);
        assertThat(plan.shops()).hasSize(12).extracting(Shop::businessNumber).doesNotHaveDuplicates();
        assertThat(plan.shops()).extracting(Shop::name).doesNotHaveDuplicates();
        assertThat(steps(plan)).extracting(Step::key).doesNotHaveDuplicates();
        assertThat(succeeding(plan, Pay.class))
                .hasSize(200)
                .allSatisfy(pay -> assertThat(pay.amountWon()).isBetween(1_000L, 60_000L));
        assertThat(succeeding(plan, Cancel.class)).hasSize(10);
    }

    @Test
    void theSameSeedMakesTheSameDay() {
        assertThat(SmallDay.of(1, DATE)).isEqualTo(SmallDay.of(1, DATE));
    }

    @Test
    void anotherSeedMakesAnotherDayOfOtherPeople() {
        Plan one = SmallDay.of(1, DATE);
        Plan other = SmallDay.of(2, DATE);

        assertThat(other.tag()).isNotEqualTo(one.tag());
        assertThat(steps(other)).isNotEqualTo(steps(one));
        assertThat(accounts(other)).doesNotContainAnyElementsOf(accounts(one));
        assertThat(other.people())
                .extracting(Person::phone)
                .doesNotContainAnyElementsOf(
                        one.people().stream().map(Person::phone).toList());
    }

    @Test
    void theNextDayHasTheSamePeopleAndOtherPayments() {
        Plan today = SmallDay.of(1, DATE);
        Plan tomorrow = SmallDay.of(1, DATE.plusDays(1));

        assertThat(tomorrow.tag()).isEqualTo(today.tag());
        assertThat(accounts(tomorrow)).isEqualTo(accounts(today));
        assertThat(tomorrow.shops()).isEqualTo(today.shops());
        assertThat(steps(tomorrow))
                .extracting(Step::key)
                .doesNotContainAnyElementsOf(
                        steps(today).stream().map(Step::key).toList());
    }

    @Test
    void everyKindOfRefusalOccursForAReason() {
        Plan plan = SmallDay.of(1, DATE);

        Map<String, Long> refusals = steps(plan).stream()
                .map(Step::refusal)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));

        assertThat(refusals)
                .containsOnly(
                        Map.entry("NO_LINKED_ACCOUNT", 3L),
                        Map.entry("MEMBER_NOT_ACTIVE", 2L),
                        Map.entry("FRANCHISE_NOT_FOUND", 2L),
                        Map.entry("TOP_UP_REFUSED", 2L),
                        Map.entry("CANCEL_AMOUNT_TOO_LARGE", 1L));
        assertThat(refused(plan, "NO_LINKED_ACCOUNT")).allMatch(person -> person.account() == null);
        assertThat(refused(plan, "MEMBER_NOT_ACTIVE")).allMatch(Person::suspended);
        assertThat(refused(plan, "TOP_UP_REFUSED"))
                .allSatisfy(person -> assertThat(
                                Objects.requireNonNull(person.account()).endowmentWon())
                        .as("less than the smallest top-up")
                        .isLessThan(10_000));
    }

    @Test
    void somePaymentsNeedATopUpAndSomeDoNot() {
        for (int seed = 0; seed < 20; seed++) {
            Plan plan = SmallDay.of(seed, DATE);
            Map<String, Long> left = new HashMap<>();
            plan.people().forEach(person -> left.put(person.key(), person.chargeWon()));
            int topUps = 0;
            for (Pay pay : succeeding(plan, Pay.class)) {
                long rest = left.merge(pay.person(), -pay.amountWon(), Long::sum);
                if (rest < 0) {
                    topUps++;
                    left.put(pay.person(), rest + Math.max(10_000, -rest));
                }
            }
            assertThat(topUps).as("seed " + seed).isBetween(1, 150);
        }
    }

    @Test
    void whoeverPaysSuccessfullyMayPay() {
        Plan plan = SmallDay.of(1, DATE);
        Map<String, Person> people = plan.people().stream().collect(Collectors.toMap(Person::key, person -> person));

        assertThat(succeeding(plan, Pay.class)).allSatisfy(pay -> {
            Person person = Objects.requireNonNull(people.get(pay.person()));
            assertThat(person.suspended()).isFalse();
            assertThat(person.account()).isNotNull();
            assertThat(pay.shop()).isNotNull();
        });
    }

    @Test
    void cancellationsAreHalfInFullHalfInPartAndComeAfterTheirPayment() {
        Plan plan = SmallDay.of(1, DATE);
        Map<String, Pay> seen = new HashMap<>();
        for (Step step : steps(plan)) {
            if (step instanceof Pay pay) {
                seen.put(pay.key(), pay);
            } else if (step instanceof Cancel cancel) {
                Pay pay = Objects.requireNonNull(seen.get(cancel.paymentKey()));
                assertThat(cancel.person()).isEqualTo(pay.person());
                if (cancel.refusal().isEmpty()) {
                    assertThat(cancel.amountWon().orElse(1)).isBetween(1L, pay.amountWon() - 1);
                }
            }
        }
        assertThat(succeeding(plan, Cancel.class))
                .filteredOn(cancel -> cancel.amountWon().isEmpty())
                .hasSize(5);
    }

    @Test
    void oneFranchiseOfEachKindOfTerms() {
        List<Plan.Terms> terms = SmallDay.of(1, DATE).shops().stream()
                .map(Shop::terms)
                .filter(Objects::nonNull)
                .toList();

        assertThat(terms)
                .containsExactlyInAnyOrder(
                        new Plan.Terms("DAILY", 50_000_000, false),
                        new Plan.Terms("DAILY", 0, true),
                        new Plan.Terms("MONTHLY", 0, false));
    }

    @Test
    void everyKindOfRemittanceOccursAndEveryKindOfFailure() {
        Plan plan = SmallDay.of(1, DATE);
        List<Send> sends = plan.remittances().sends();

        assertThat(sends).extracting(Send::key).doesNotHaveDuplicates();
        assertThat(sends)
                .filteredOn(send -> send.refusal().isEmpty())
                .hasSize(36)
                .allSatisfy(send -> {
                    assertThat(send.person()).isNotEqualTo(send.toPerson());
                    assertThat((send.toPerson() == null) != (send.toOutsider() == null))
                            .isTrue();
                    assertThat(send.amountWon()).isBetween(1_000L, 60_000L);
                });
        assertThat(sends)
                .filteredOn(send -> send.refusal().isEmpty() && send.toOutsider() != null)
                .hasSize(12);
        assertThat(sends.stream().map(Send::refusal).flatMap(Optional::stream))
                .containsExactlyInAnyOrder(
                        "NO_LINKED_ACCOUNT",
                        "INSUFFICIENT_FUNDS",
                        "ACCOUNT_CLOSED",
                        "PAYEE_NOT_FOUND",
                        "PAYEE_NOT_ACTIVE",
                        "MEMBER_NOT_ACTIVE",
                        "LIMIT_PER_CALL");
        assertThat(plan.remittances().outsiders())
                .filteredOn(outsider -> !outsider.closes())
                .extracting(Outsider::key)
                .containsExactlyInAnyOrderElementsOf(sends.stream()
                        .filter(send -> send.refusal().isEmpty())
                        .map(Send::toOutsider)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    @Test
    void anAccountThatClosesIsAnotherOneEachDay() {
        assertThat(closing(SmallDay.of(1, DATE))).isNotEqualTo(closing(SmallDay.of(1, DATE.plusDays(1))));
        assertThat(closing(SmallDay.of(1, DATE))).isNotEqualTo(closing(SmallDay.of(2, DATE)));
    }

    private static Account closing(Plan plan) {
        return plan.remittances().outsiders().stream()
                .filter(Outsider::closes)
                .findFirst()
                .orElseThrow()
                .account();
    }

    private static boolean isPhone(String phone) {
        return phone.matches("010-[0-9]{4}-[0-9]{4}") && !phone.endsWith("-0000");
    }

    private static List<Step> steps(Plan plan) {
        return plan.days().stream().flatMap(day -> day.steps().stream()).toList();
    }

    private static <T extends Step> List<T> succeeding(Plan plan, Class<T> kind) {
        return steps(plan).stream()
                .filter(step -> step.refusal().isEmpty())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static List<Person> refused(Plan plan, String code) {
        List<String> keys = steps(plan).stream()
                .filter(step -> step.refusal().equals(Optional.of(code)))
                .map(Step::person)
                .toList();
        List<Person> people = plan.people().stream()
                .filter(person -> keys.contains(person.key()))
                .toList();
        assertThat(people).isNotEmpty();
        return people;
    }

    private static List<Account> accounts(Plan plan) {
        return plan.people().stream()
                .map(Person::account)
                .filter(Objects::nonNull)
                .toList();
    }
}
