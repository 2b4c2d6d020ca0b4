package com.mypay.money.adapter.out.persistence;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.RequestId.requestId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.value.MemberId;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.money.MoneyHouse;
import com.mypay.money.application.Delivery;
import com.mypay.money.application.TransferMoney;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every payment passes here: what it costs is watched. */
class FastPathTest {

    private static final MemberId KIM = memberId(1001);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("MONEY");

    @RegisterExtension
    final TestCall call = TestCall.by(MoneyHouse.PAYMENT);

    private final MoneyHouse house = MoneyHouse.on(DATABASE);

    /** With the one of the message's own row, eight. */
    @Test
    void aTransferForRemittanceIsSevenStatements() {
        house.member(KIM, 50_000);
        house.member(memberId(1002), 0);
        DATABASE.recorder().clear();
        house.arrives(() -> house.transferMoney.transfer(
                new Delivery("rem-1", requestId("t1"), "a".repeat(32)),
                new TransferMoney.Command(KIM, memberId(1002), won(30_000), won(500))));
        assertThat(DATABASE.recorder().statements())
                .satisfiesExactly(
                        request -> assertThat(request).startsWith("SELECT CONTENT_HASH"),
                        lockOfBoth -> assertThat(lockOfBoth)
                                .contains("FROM MEMBER_MONEY", "IN (?, ?) ORDER BY MEMBER_ID FOR UPDATE WAIT 5"),
                        changeOfBoth -> assertThat(changeOfBoth).startsWith("UPDATE MEMBER_MONEY"),
                        entry -> assertThat(entry).startsWith("INSERT INTO ENTRY"),
                        postings -> assertThat(postings).startsWith("INSERT INTO POSTING"),
                        answer -> assertThat(answer).startsWith("INSERT INTO COMMAND_REQUEST"),
                        reply -> assertThat(reply).startsWith("INSERT INTO QUEUE_LOG"));
    }

    @Test
    void aPaymentWithEnoughMoneyIsSixStatements() {
        house.member(KIM, 50_000);
        DATABASE.recorder().clear();
        house.pay("p1", KIM, 30_000);
        assertThat(DATABASE.recorder().statements())
                .hasSize(6)
                .satisfiesExactly(
                        request -> assertThat(request).startsWith("INSERT INTO COMMAND_REQUEST"),
                        lock -> assertThat(lock).contains("FROM MEMBER_MONEY", "FOR UPDATE WAIT 5"),
                        change -> assertThat(change).startsWith("UPDATE MEMBER_MONEY"),
                        entry -> assertThat(entry).startsWith("INSERT INTO ENTRY"),
                        postings -> assertThat(postings).startsWith("INSERT INTO POSTING"),
                        answer -> assertThat(answer).startsWith("UPDATE COMMAND_REQUEST"));
    }
}
