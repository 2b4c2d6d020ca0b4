package com.mypay.remittance.domain;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mypay.remittance.domain.RemittanceFee.Terms;
import com.mypay.remittance.domain.Resolution.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes only one way, and the small values. */
class LivesTest {

    private static final Instant NOW = Instant.parse("2011-12-05T03:00:00Z");
    private static final LocalDate MONDAY = LocalDate.of(2011, 12, 5);
    private static final String ID = "a".repeat(32);

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, PREPARING FAILED CANCELLED",
        "PREPARING, HELD SUCCEEDED FAILED CANCELLED",
        "HELD, SENT CANCELLED",
        "SENT, IN_DOUBT SUCCEEDED FAILED",
        "IN_DOUBT, SUCCEEDED FAILED",
        "SUCCEEDED, ''",
        "FAILED, ''",
        "CANCELLED, ''"
    })
    void aRemittancesLife(RemittanceStatus status, String next) {
        for (RemittanceStatus other : RemittanceStatus.values()) {
            assertThat(status.mayBecome(other)).isEqualTo(next.contains(other.name()));
        }
        assertThat(status.isOpen()).isEqualTo(!next.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aRequestIdSaysWhatItIsOfAndFitsItsContract(Step step) {
        StepRequest request = new StepRequest(new RemittanceId(ID), step, 4);
        assertThat(request.requestId()).matches("[A-Za-z0-9._:-]{1,64}");
        assertThat(StepRequest.parse(request.requestId())).contains(request);
        assertThat(request.messageId(999_999_999)).hasSizeLessThanOrEqualTo(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "charge-1", "-TRANSFER-1", "TRANSFER", "A-TRANSFER-1"})
    void whatIsNoRequestOfOursIsNone(String text) {
        assertThat(StepRequest.parse(text)).isEmpty();
        assertThat(StepRequest.parse(ID + text + "-0")).isEmpty();
        assertThat(StepRequest.parse(ID + "-TRANSFER-100")).isEmpty();
        assertThat(StepRequest.parse(ID + "-DONE-1")).isEmpty();
    }

    @Test
    void patienceDoublesUpToFiveMinutes() {
        assertThat(Step.TRANSFER.patience(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Step.TRANSFER.patience(2)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Step.TRANSFER.patience(4)).isEqualTo(Duration.ofMinutes(4));
        assertThat(Step.TRANSFER.patience(5)).isEqualTo(Duration.ofMinutes(5));
        assertThat(Step.TRANSFER.patience(1_000_000)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aPayeeIsAMemberOrAnAccount() {
        Payee.Account account = new Payee.Account(ID, "004", "국민은행", "****7890");
        assertThatIllegalArgumentException().isThrownBy(() -> new Payee(PayeeKind.MEMBER, null, null, "?"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Payee(PayeeKind.MEMBER, memberId(1), account, "?"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Payee(PayeeKind.ACCOUNT, null, null, "?"));
    }

    @Test
    void aFeeIsApprovedOnceByAnother() {
        RemittanceFee fee = RemittanceFee.proposed(
                ID, new Terms(PayeeKind.ACCOUNT, won(1), won(500), MONDAY), "staff/kim", ID, NOW);
        assertThatIllegalStateException().isThrownBy(() -> fee.approve("staff/kim", NOW));
        fee.approve("staff/lee", NOW);
        assertThatIllegalStateException().isThrownBy(() -> fee.approve("staff/park", NOW));
    }

    @Test
    void aResolutionIsApprovedOnceByAnother() {
        Resolution resolution =
                Resolution.proposed(ID, new RemittanceId(ID), Decision.REFUSED, "통화로 확인", "staff/kim", ID, NOW);
        assertThatIllegalStateException().isThrownBy(() -> resolution.approve("staff/kim", NOW));
        resolution.approve("staff/lee", NOW);
        assertThat(resolution.approvedBy()).contains("staff/lee");
        assertThatIllegalStateException().isThrownBy(() -> resolution.approve("staff/park", NOW));
    }

    @ParameterizedTest
    @CsvSource({
        // day, from, next
        "31, 2011-12-05, 2011-12-31",
        "31, 2012-02-01, 2012-02-29",
        "31, 2011-02-28, 2011-02-28",
        "30, 2011-03-01, 2011-03-30",
        "5, 2011-12-05, 2011-12-05",
        "4, 2011-12-05, 2012-01-04",
        "29, 2012-02-29, 2012-02-29"
    })
    void aMonthlyDateIsAShortMonthsLast(int day, LocalDate from, LocalDate next) {
        assertThat(Schedule.monthly(day, null).from(from)).contains(next);
    }

    @Test
    void aScheduleIsADateOrADayOfEachMonth() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(null, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(MONDAY, 5, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(MONDAY, null, MONDAY));
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.monthly(0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.monthly(32, null));
    }

    @Test
    void aStandingRemittanceThatIsOverStaysSo() {
        StandingRemittance once = StandingRemittance.scheduled(
                ID,
                new StandingRemittance.Content(memberId(1001), Payee.member(memberId(1002), "이영희"), won(1_000), ""),
                Schedule.once(MONDAY),
                MONDAY,
                ID,
                NOW);
        assertThatIllegalStateException().isThrownBy(() -> once.requested(MONDAY.minusDays(1)));
        once.requested(MONDAY);
        assertThatIllegalStateException().isThrownBy(() -> once.requested(MONDAY));
        assertThatIllegalStateException().isThrownBy(once::cancel);
        assertThat(once.content().memo()).isEmpty();
    }
}
