package com.mypay.money.application;

import static com.mypay.framework.value.MemberId.memberId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.problem.Problem;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.TestCall;
import com.mypay.money.MoneyHouse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the tests of the use cases have in common; each runs in memory and on a database. */
abstract class MoneyTests {

    static final MemberId KIM = memberId(1001);
    static final MemberId LEE = memberId(1002);

    @RegisterExtension
    final TestCall call = TestCall.by(MoneyHouse.PAYMENT);

    final MoneyHouse house = house();

    abstract MoneyHouse house();

    static void assertRefused(Problem problem, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }
}
