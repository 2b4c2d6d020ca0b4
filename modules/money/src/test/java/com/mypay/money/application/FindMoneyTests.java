package com.mypay.money.application;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.CommonProblem;
import com.mypay.framework.request.Requests.Outcome;
import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.Page;
import com.mypay.framework.value.PageRequest;
import com.mypay.framework.value.RequestId;
import com.mypay.frameworktest.TestCall;
import com.mypay.money.MoneyHouse;
import com.mypay.money.application.FindMemberMoney.Link;
import com.mypay.money.application.port.Banking.LinkedAccount;
import com.mypay.money.domain.Cause;
import com.mypay.money.domain.MemberKind;
import com.mypay.money.domain.MemberMoneys.MoneyTotal;
import com.mypay.money.domain.MemberProfile;
import com.mypay.money.domain.MemberStatus;
import com.mypay.money.domain.MoneyChanging;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

abstract class FindMoneyTests extends MoneyTests {

    private static final LinkedAccount ACCOUNT = new LinkedAccount("a1", "004", "국민은행", "123-***-***456", null);

    @Test
    void aBalanceIsShownWithItsAccount() {
        house.member(KIM, 50_000);
        assertThat(of(KIM).link()).isEqualTo(Link.NONE);
        house.banking.links(KIM, ACCOUNT);
        assertThat(of(KIM).account()).isEqualTo(ACCOUNT);
        assertThat(of(KIM).money().available()).isEqualTo(won(50_000));
    }

    @Test
    void aBalanceIsShownEvenIfBankingDoesNotAnswer() {
        house.member(KIM, 50_000);
        house.banking.isReachable(false);
        assertThat(of(KIM).link()).isEqualTo(Link.NOT_KNOWN);
        assertThat(of(KIM).money().balance()).isEqualTo(won(50_000));
    }

    @Test
    void othersBalancesAreAsIfTheyWereNotThere() {
        house.member(KIM, 50_000);
        assertRefused(MoneyProblem.MEMBER_NOT_FOUND, () -> house.findMemberMoney.of(Caller.member(LEE), KIM));
        assertRefused(MoneyProblem.MEMBER_NOT_FOUND, () -> of(LEE));
    }

    @Test
    void aNewMembersBalanceIsThereBeforeItsEvent() {
        house.memberships.has(MoneyHouse.news(KIM, 1, MemberStatus.ACTIVE));
        assertThat(of(KIM).money().balance()).isEqualTo(won(0));
    }

    @Test
    void theHistoryTellsEachChangeTheNewestFirst() {
        house.member(KIM, 50_000);
        house.pay("p1", KIM, 30_000);
        Page<MoneyChanging> page = history(null, null, PageRequest.of(null, null));
        assertThat(page.nextCursor()).isNull();
        assertThat(page.items()).hasSize(2);
        MoneyChanging newest = page.items().get(0);
        assertThat(newest.id()).hasToString("1001-2");
        assertThat(newest.amount()).isEqualTo(won(-30_000));
        assertThat(newest.balanceAfter()).isEqualTo(won(20_000));
        assertThat(newest.cause()).isEqualTo(Cause.PAYMENT);
        assertThat(newest.reference()).isEqualTo("payment-p1");
        assertThat(newest.occasion().at()).isEqualTo(house.clock.instant());
        assertThat(newest.occasion().guid()).isEqualTo(TestCall.GUID.value());
    }

    @Test
    void theHistoryComesInPages() {
        house.member(KIM, 50_000);
        for (int i = 1; i <= 6; i++) {
            house.pay("p" + i, KIM, 1_000);
        }
        Page<MoneyChanging> first = history(null, null, PageRequest.of(null, 3));
        Page<MoneyChanging> second = history(null, null, PageRequest.of(first.nextCursor(), 3));
        Page<MoneyChanging> third = history(null, null, PageRequest.of(second.nextCursor(), 3));
        assertThat(first.items()).extracting(changing -> changing.id().number()).containsExactly(7L, 6L, 5L);
        assertThat(second.items())
                .extracting(changing -> changing.id().number())
                .containsExactly(4L, 3L, 2L);
        assertThat(third.items()).extracting(changing -> changing.id().number()).containsExactly(1L);
        assertThat(third.nextCursor()).isNull();
    }

    @Test
    void theHistoryOfAPeriodIsOfItsDaysInSeoul() {
        house.clock.setInSeoul("2011-12-05T00:00");
        house.member(KIM, 50_000);
        house.clock.setInSeoul("2011-12-05T23:59:59.999999");
        house.pay("p1", KIM, 1_000);
        house.clock.setInSeoul("2011-12-06T00:00");
        house.pay("p2", KIM, 1_000);
        assertThat(numbers("2011-12-05", "2011-12-05")).containsExactly(2L, 1L);
        assertThat(numbers("2011-12-06", null)).containsExactly(3L);
        assertThat(numbers(null, "2011-12-04")).isEmpty();
    }

    private Iterable<Long> numbers(@Nullable String from, @Nullable String to) {
        return history(from, to, PageRequest.of(null, null)).items().stream()
                .map(changing -> changing.id().number())
                .toList();
    }

    @Test
    void aPeriodEndsAfterItBegins() {
        house.member(KIM, 50_000);
        assertRefused(
                MoneyProblem.PERIOD_INVALID, () -> history("2011-12-06", "2011-12-05", PageRequest.of(null, null)));
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        house.member(KIM, 50_000);
        assertRefused(CommonProblem.CURSOR_INVALID, () -> history(null, null, new PageRequest("abc", 10)));
    }

    @Test
    void aNewMembersHistoryIsThereAndEmptyBeforeItsEvent() {
        house.memberships.has(MoneyHouse.news(KIM, 1, MemberStatus.ACTIVE));
        assertThat(history(null, null, PageRequest.of(null, null)).items()).isEmpty();
    }

    @Test
    void othersHistoriesAreAsIfTheyWereNotThere() {
        house.member(KIM, 50_000);
        PageRequest page = PageRequest.of(null, null);
        assertRefused(
                MoneyProblem.MEMBER_NOT_FOUND,
                () -> house.findMoneyChangings.history(Caller.member(LEE), KIM, null, null, page));
        assertRefused(
                MoneyProblem.MEMBER_NOT_FOUND,
                () -> house.findMoneyChangings.history(Caller.member(LEE), LEE, null, null, page));
    }

    @Test
    void aServiceLearnsTheOutcomeOfItsOwnCommandsOnly() {
        house.member(KIM, 50_000);
        house.pay("p1", KIM, 30_000);
        assertThat(outcome(MoneyHouse.PAYMENT, "p1"))
                .hasValueSatisfying(done -> assertThat(done.answer()).contains("\"1001-2\"", "20000"));
        assertThat(outcome(MoneyHouse.PAYMENT, "p2")).isEmpty();
        assertThat(outcome(Caller.service("remittance"), "p1")).isEmpty();
    }

    private Optional<Outcome> outcome(Caller caller, String request) {
        return house.findMoneyChangings.outcome(caller, DecreaseMoney.OPERATION, new RequestId(request));
    }

    @Test
    void theTotalIsOfTheCustomersThatLiveThere() {
        house.member(KIM, 50_000);
        house.member(LEE, 7_000);
        customer(1003, 1, "부산광역시", "중구", MemberKind.PERSONAL);
        customer(1004, 1, "서울특별시", "강남구", MemberKind.FRANCHISE);
        assertThat(total("서울특별시", "강남구")).isEqualTo(new MoneyTotal(2, won(57_000)));
        assertThat(total("부산광역시", null)).isEqualTo(new MoneyTotal(1, won(0)));
        assertThat(total(null, null)).isEqualTo(new MoneyTotal(3, won(57_000)));
        assertThat(total("서울특별시", "중구")).isEqualTo(new MoneyTotal(0, won(0)));
    }

    @Test
    void whoMovesTakesItsMoneyAlong() {
        house.member(KIM, 50_000);
        customer(1001, 3, "부산광역시", "중구", MemberKind.PERSONAL);
        assertThat(total("부산광역시", "중구")).isEqualTo(new MoneyTotal(1, won(50_000)));
        // Older news arrives late
        customer(1001, 2, "대구광역시", "중구", MemberKind.PERSONAL);
        assertThat(total("부산광역시", "중구")).isEqualTo(new MoneyTotal(1, won(50_000)));
    }

    @Test
    void anyEventSupersedesWhatWasAskedFor() {
        house.memberships.has(new MemberProfile.News(
                KIM,
                MemberKind.PERSONAL,
                MemberStatus.ACTIVE,
                "대구광역시",
                "중구",
                MemberProfile.News.ASKED,
                house.clock.instant()));
        assertThat(of(KIM).money().balance()).isEqualTo(won(0));
        assertThat(total("대구광역시", "중구").members()).isEqualTo(1);
        customer(1001, 1, "부산광역시", "중구", MemberKind.PERSONAL);
        assertThat(total("부산광역시", "중구").members()).isEqualTo(1);
    }

    private void customer(long member, long version, String province, String district, MemberKind kind) {
        MemberProfile.News news = new MemberProfile.News(
                memberId(member), kind, MemberStatus.ACTIVE, province, district, version, house.clock.instant());
        house.transactions.inTransaction(() -> house.followMember.follow(news));
    }

    private MoneyTotal total(@Nullable String province, @Nullable String district) {
        return house.findMemberMoney.total(province, district);
    }

    private FindMemberMoney.MoneyWithAccount of(MemberId member) {
        return house.findMemberMoney.of(Caller.member(member), member);
    }

    private Page<MoneyChanging> history(@Nullable String from, @Nullable String to, PageRequest page) {
        return house.findMoneyChangings.history(
                Caller.member(KIM),
                KIM,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                page);
    }
}
