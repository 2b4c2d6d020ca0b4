package com.mypay.money.adapter.out.persistence;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.value.MemberId;
import com.mypay.framework.value.UuidV7;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.frameworktest.fake.MutableClock;
import com.mypay.money.MoneyHouse;
import com.mypay.money.domain.AccountKind;
import com.mypay.money.domain.Occasion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An account's balance is its last checkpoint plus the postings since. */
class CheckpointTest {

    private static final MemberId KIM = memberId(1001);

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("MONEY");

    @RegisterExtension
    final TestCall call = TestCall.by(MoneyHouse.PAYMENT);

    /** What ids go by: real time, which the business clock may leave. */
    private final MutableClock realTime = MutableClock.inSeoul("2026-01-01T12:00");

    private final MoneyHouse house = MoneyHouse.on(DATABASE, new UuidV7(realTime));

    @Test
    void balancesAreTheSameWithAndWithoutCheckpoints() {
        house.member(KIM, 0);
        for (int i = 1; i <= 3; i++) {
            house.pay("p" + i, KIM, 20_000);
            realTime.advance(Duration.ofMinutes(10));
            house.checkpointAccounts.make();
            assertThat(checkpoints()).isEqualTo(i);
            assertThat(house.findAccounts.balances())
                    .containsEntry(AccountKind.CORPORATE_CASH, won(-20_000L * i))
                    .containsEntry(AccountKind.PAYMENT_CLEARING, won(20_000L * i))
                    .containsEntry(AccountKind.MEMBER, won(0))
                    .containsEntry(AccountKind.ROUNDING, won(0));
        }
        assertThat(new MoneyAudit(DATABASE.jdbc(), house.clock).report().checks())
                .allMatch(check -> check.ok());
    }

    @Test
    void aCheckpointCoversOnlyWhatCannotChangeAnyMore() {
        house.member(KIM, 0);
        house.pay("p1", KIM, 20_000);
        realTime.advance(Duration.ofMinutes(4));
        house.checkpointAccounts.make();
        assertThat(checkpoints()).isZero();
        house.pay("p2", KIM, 20_000);
        realTime.advance(Duration.ofMinutes(2));
        house.checkpointAccounts.make();
        assertThat(checkpoints()).isEqualTo(1);
        List<Long> covered = DATABASE.jdbc()
                .query(
                        "SELECT BALANCE_WON FROM ACCOUNT_CHECKPOINT WHERE ACCOUNT = 'PAYMENT_CLEARING'",
                        row -> row.getLong("BALANCE_WON"));
        assertThat(covered).containsExactly(20_000L);
        assertThat(house.findAccounts.balances()).containsEntry(AccountKind.PAYMENT_CLEARING, won(40_000));
    }

    @Test
    void withoutNewPostingsThereIsNoNewCheckpoint() {
        house.member(KIM, 0);
        house.pay("p1", KIM, 20_000);
        realTime.advance(Duration.ofMinutes(10));
        house.checkpointAccounts.make();
        realTime.advance(Duration.ofMinutes(10));
        house.checkpointAccounts.make();
        assertThat(checkpoints()).isEqualTo(1);
    }

    @Test
    void anOlderCheckpointThatComesLateIsDropped() {
        house.member(KIM, 0);
        house.pay("p1", KIM, 20_000);
        realTime.advance(Duration.ofMinutes(10));
        house.checkpointAccounts.make();
        house.transactions.inTransaction(
                () -> house.entries.checkpoint("0".repeat(31) + "1", new Occasion("g", realTime.instant())));
        assertThat(checkpoints()).isEqualTo(1);
    }

    private static long checkpoints() {
        return DATABASE.jdbc()
                .queryOne(
                        "SELECT COUNT(DISTINCT UP_TO_ENTRY_ID) AS CHECKPOINTS FROM ACCOUNT_CHECKPOINT",
                        row -> row.getLong("CHECKPOINTS"))
                .orElseThrow();
    }
}
