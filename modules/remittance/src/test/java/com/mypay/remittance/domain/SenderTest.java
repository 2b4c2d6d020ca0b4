package com.mypay.remittance.domain;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mypay.framework.value.MemberId;
import com.mypay.remittance.domain.Remittance.Accepted;
import com.mypay.remittance.domain.Remittance.Order;
import com.mypay.remittance.domain.Sender.Limit;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SenderTest {

    private static final MemberId KIM = memberId(1001);
    private static final LocalDate MONDAY = LocalDate.of(2011, 12, 5);
    private static final Limits LIMITS = new Limits(won(100), won(150), won(200));

    private final Sender sender = Sender.first(KIM, MONDAY);

    @Test
    void eachLimitHoldsToTheWon() {
        assertThat(sender.broken(LIMITS, won(100), MONDAY)).isEmpty();
        assertThat(sender.broken(LIMITS, won(101), MONDAY)).contains(Limit.PER_CALL);
        sender.use(won(100), MONDAY);
        assertThat(sender.broken(LIMITS, won(50), MONDAY)).isEmpty();
        assertThat(sender.broken(LIMITS, won(51), MONDAY)).contains(Limit.PER_DAY);
        sender.use(won(50), MONDAY);
        assertThat(sender.broken(LIMITS, won(50), MONDAY.plusDays(1))).isEmpty();
        assertThat(sender.broken(LIMITS, won(51), MONDAY.plusDays(1))).contains(Limit.PER_MONTH);
        assertThat(sender.broken(LIMITS, won(100), MONDAY.plusMonths(1))).isEmpty();
    }

    @Test
    void whatIsGivenBackCountsForItsOwnDayAndMonthOnly() {
        sender.use(won(100), MONDAY);
        sender.use(won(50), MONDAY.plusDays(1));
        sender.giveBack(won(100), MONDAY);
        assertThat(sender.state().usedOfDay()).isEqualTo(won(50));
        assertThat(sender.state().usedOfMonth()).isEqualTo(won(50));
        sender.use(won(10), MONDAY.plusMonths(1));
        sender.giveBack(won(50), MONDAY.plusDays(1));
        assertThat(sender.state().usedOfDay()).isEqualTo(won(10));
        assertThat(sender.state().usedOfMonth()).isEqualTo(won(10));
    }

    @Test
    void anEarlierDayUsesUpTheLaterOnes() {
        sender.use(won(100), MONDAY.plusDays(1));
        assertThat(sender.broken(LIMITS, won(51), MONDAY)).contains(Limit.PER_DAY);
        assertThat(sender.use(won(50), MONDAY)).isEqualTo(MONDAY.plusDays(1));
        assertThat(sender.broken(LIMITS, won(1), MONDAY.plusDays(1))).contains(Limit.PER_DAY);
        assertThat(sender.broken(LIMITS, won(51), MONDAY.minusMonths(1))).contains(Limit.PER_DAY);
        sender.giveBack(won(50), MONDAY.plusDays(1));
        assertThat(sender.state().usedOfDay()).isEqualTo(won(100));
        assertThat(sender.state().usedOfMonth()).isEqualTo(won(100));
    }

    @Test
    void oneAtATimeIsInItsMoneyStep() {
        Remittance first = remittance(sender.number());
        Remittance second = remittance(sender.number());
        assertThat(sender.isFree()).isTrue();
        sender.begin(first);
        assertThat(sender.isFree()).isFalse();
        assertThat(sender.waitingAfter()).contains(1L);
        assertThatIllegalStateException().isThrownBy(() -> sender.begin(second));
        sender.leave();
        sender.begin(second);
        assertThat(sender.isInMoneyStep(second)).isTrue();
        assertThat(sender.isInMoneyStep(first)).isFalse();
        assertThat(sender.waitingAfter()).isEmpty();
    }

    @Test
    void limitsRise() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(won(0), won(1), won(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(won(2), won(1), won(3)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(won(1), won(3), won(2)));
    }

    private static Remittance remittance(long number) {
        Instant now = Instant.parse("2011-12-05T03:00:00Z");
        String guid = "1".repeat(32);
        Order order = new Order(KIM, Payee.member(memberId(1002), "이영희"), won(1_000), won(0), "");
        return Remittance.requested(
                new Accepted(new RemittanceId("0".repeat(31) + number), number, order, null, MONDAY, now, guid),
                new Occasion(guid, now, now));
    }
}
