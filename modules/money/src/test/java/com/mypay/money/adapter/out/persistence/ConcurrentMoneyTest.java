package com.mypay.money.adapter.out.persistence;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.RequestId.requestId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.audit.AuditReport;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.problem.UnknownOutcomeException;
import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.money.MoneyHouse;
import com.mypay.money.application.DecreaseMoney.Decreased;
import com.mypay.money.application.Delivery;
import com.mypay.money.application.MoneyProblem;
import com.mypay.money.application.TopUpMoney;
import com.mypay.money.application.TransferMoney;
import com.mypay.money.domain.TopUpRule;
import com.mypay.money.fake.FakeBanking.Behaviour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several at once on the same rows, with real locks: nothing is lost, nothing negative, nobody waits for ever. */
class ConcurrentMoneyTest {

    private static final MemberId KIM = memberId(1001);
    private static final MemberId LEE = memberId(1002);
    private static final int THREADS = 6;

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("MONEY");

    @RegisterExtension
    final TestCall call = TestCall.by(MoneyHouse.PAYMENT);

    private final MoneyHouse house = MoneyHouse.on(DATABASE);

    @Test
    void everyPaymentOfOneMemberCounts() throws Exception {
        house.member(KIM, 60_000);
        atOnce(60, i -> house.pay("p" + i, KIM, 1_000));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(0));
        assertThat(house.moneyOf(KIM).changings()).isEqualTo(61);
        assertAuditIsClean();
    }

    @Test
    void nobodySpendsMoreThanIsThere() throws Exception {
        house.member(KIM, 30_500);
        List<Boolean> paid = atOnce(60, i -> {
            try {
                house.decreaseMoney.decrease(MoneyHouse.payment("p" + i, KIM, 1_000, TopUpRule.NONE));
                return true;
            } catch (RejectedException e) {
                assertThat(e.problem()).isEqualTo(MoneyProblem.MONEY_INSUFFICIENT);
                return false;
            }
        });
        assertThat(paid).filteredOn(Boolean::booleanValue).hasSize(30);
        assertThat(house.balanceOf(KIM)).isEqualTo(won(500));
        assertAuditIsClean();
    }

    @Test
    void theSameCommandManyTimesAtOnceHasOneEffect() throws Exception {
        house.member(KIM, 60_000);
        List<Decreased> answers = atOnce(24, i -> house.pay("p1", KIM, 1_000));
        assertThat(answers).containsOnly(new Decreased("1001-2", 59_000, 0));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(59_000));
        assertAuditIsClean();
    }

    @Test
    void topUpsOfOneMemberAtOnceAreAllBooked() throws Exception {
        house.member(KIM, 5_000);
        List<Decreased> answers = atOnce(12, i -> house.pay("p" + i, KIM, 7_000));
        long toppedUp = answers.stream().mapToLong(Decreased::toppedUpWon).sum();
        assertThat(house.banking.moved()).isEqualTo(won(toppedUp));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(5_000 + toppedUp - 12 * 7_000));
        assertAuditIsClean();
    }

    @Test
    void aCommandThatGoesOnWhileItsTopUpIsAskedAboutIsBookedOnce() throws Exception {
        house.member(KIM, 5_000);
        house.banking.next(Behaviour.COMPLETES_SILENTLY);
        try {
            house.pay("p1", KIM, 30_000);
        } catch (UnknownOutcomeException e) {
            house.clock.advance(Duration.ofSeconds(20));
        }
        atOnce(2, i -> i == 0 ? house.askOpenCharges.ask() : house.pay("p1", KIM, 30_000));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(0));
        assertThat(house.banking.moved()).isEqualTo(won(25_000));
        assertAuditIsClean();
    }

    @Test
    void transfersInBothDirectionsDoNotBlockEachOther() throws Exception {
        house.member(KIM, 100_000);
        house.member(LEE, 100_000);
        atOnce(60, i -> transfer("t" + i, i % 2 == 0 ? KIM : LEE, i % 2 == 0 ? LEE : KIM, 1_000, i));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(100_000));
        assertThat(house.balanceOf(LEE)).isEqualTo(won(100_000));
        assertAuditIsClean();
    }

    @Test
    void sixtyFourMembersSendToOneAnotherInCircles() throws Exception {
        int members = 64;
        for (int i = 0; i < members; i++) {
            house.member(memberId(1001 + i), 10_000);
        }
        atOnce(members * 4, i -> {
            int from = i % members;
            int to = (from + 1 + i / members * 7) % members;
            return transfer("t" + i, memberId(1001 + from), memberId(1001 + to), 100, i);
        });
        assertThat(house.answers())
                .hasSize(members * 4)
                .allSatisfy(answer -> assertThat(answer.outcome()).isEqualTo("DONE"));
        for (int i = 0; i < members; i++) {
            assertThat(house.balanceOf(memberId(1001 + i))).isEqualTo(won(10_000));
        }
        assertAuditIsClean();
    }

    @Test
    void theSameCommandOfRemittanceManyTimesAtOnceHasOneEffectAndOneAnswerEachTime() throws Exception {
        house.member(KIM, 60_000);
        atOnce(24, i -> transfer("t1", KIM, LEE, 1_000, i));
        assertThat(house.answers()).hasSize(24).containsOnly(house.answers().get(0));
        assertThat(house.balanceOf(KIM)).isEqualTo(won(59_000));
        assertThat(house.balanceOf(LEE)).isEqualTo(won(1_000));
        assertAuditIsClean();
    }

    @Test
    void theSameTopUpManyTimesAtOnceIsOneCharge() throws Exception {
        atOnce(24, i -> {
            house.arrives(() -> house.topUpMoney.topUp(delivery("u1", i), new TopUpMoney.Command(KIM, won(12_300))));
            return i;
        });
        assertThat(house.sent()).hasSize(1);
        assertAuditIsClean();
    }

    /** As remittance's consumer does it, each in the transaction of its message. */
    private int transfer(String request, MemberId from, MemberId to, long amountWon, int message) {
        house.arrives(() -> house.transferMoney.transfer(
                delivery(request, message), new TransferMoney.Command(from, to, won(amountWon), won(0))));
        return message;
    }

    private static Delivery delivery(String request, int message) {
        String remittance =
                String.format("%32s", Integer.toHexString(request.hashCode())).replace(' ', '0');
        return new Delivery("message-" + message, requestId(request), remittance);
    }

    private void assertAuditIsClean() {
        AuditReport report = new MoneyAudit(DATABASE.jdbc(), house.clock).report();
        assertThat(report.checks())
                // The fixtures' money comes from no corporate account
                .filteredOn(check -> !check.ok() && !check.invariant().equals("I6"))
                .isEmpty();
    }

    private <T> List<T> atOnce(int times, IntFunction<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> runs = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int number = i;
            runs.add(threads.submit(() -> {
                start.await();
                return call.context().call(() -> work.apply(number));
            }));
        }
        start.countDown();
        List<T> results = new ArrayList<>();
        for (Future<T> run : runs) {
            results.add(run.get(60, TimeUnit.SECONDS));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        return results;
    }
}
