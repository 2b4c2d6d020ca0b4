package com.mypay.remittance.adapter.in.rest;

import static com.mypay.framework.value.MemberId.memberId;
import static com.mypay.framework.value.Won.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mypay.framework.json.Json;
import com.mypay.framework.problem.RejectedException;
import com.mypay.remittance.adapter.in.rest.Bodies.RemittanceBody;
import com.mypay.remittance.adapter.in.rest.StandingBodies.RemittanceToSchedule;
import com.mypay.remittance.application.RemittanceProblem;
import com.mypay.remittance.domain.Occasion;
import com.mypay.remittance.domain.Payee;
import com.mypay.remittance.domain.Remittance;
import com.mypay.remittance.domain.Remittance.Accepted;
import com.mypay.remittance.domain.Remittance.Order;
import com.mypay.remittance.domain.RemittanceId;
import com.mypay.remittance.domain.Schedule;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodiesTest {

    private static final String ID = "a".repeat(32);
    private static final LocalDate MONDAY = LocalDate.of(2011, 12, 5);
    private static final Instant NOW = Instant.parse("2011-12-05T03:00:00Z");

    @Test
    void aScheduleIsADateOrADayOfEachMonth() {
        assertThat(toSchedule(MONDAY, null, null).schedule()).isEqualTo(Schedule.once(MONDAY));
        assertThat(toSchedule(null, 31, MONDAY).schedule()).isEqualTo(Schedule.monthly(31, MONDAY));
        assertInvalid(toSchedule(null, null, null));
        assertInvalid(toSchedule(MONDAY, 31, null));
        assertInvalid(toSchedule(MONDAY, null, MONDAY));
    }

    private static void assertInvalid(RemittanceToSchedule body) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(body::schedule)
                .satisfies(e -> assertThat(e.problem()).isEqualTo(RemittanceProblem.SCHEDULE_INVALID));
    }

    private static RemittanceToSchedule toSchedule(
            @Nullable LocalDate onDate, @Nullable Integer dayOfMonth, @Nullable LocalDate until) {
        return new RemittanceToSchedule(1001, ID, 30_000, null, onDate, dayOfMonth, until);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_LINKED_ACCOUNT, 잔액이 부족하고 자동 충전할 연동 계좌가 없습니다.",
        "LIMIT_PER_DAY, 1일 송금 한도를 넘었습니다.",
        "SOMETHING_NEW_OF_A_BANK, 송금을 완료하지 못했습니다."
    })
    void whyItFailedIsSaidInWordsForTheCustomer(String code, String korean) {
        Occasion occasion = new Occasion(ID, NOW, NOW);
        Order order = new Order(memberId(1001), Payee.member(memberId(1002), "이영희"), won(30_000), won(0), "저녁값");
        Remittance remittance =
                Remittance.requested(new Accepted(new RemittanceId(ID), 1, order, null, MONDAY, NOW, ID), occasion);
        remittance.refuse(code, occasion);

        RemittanceBody body = RemittanceBody.of(remittance);
        assertThat(body.reason()).isEqualTo(new Bodies.ReasonBody(code, korean, englishOf(body)));
        assertThat(Json.write(body))
                .contains("\"status\":\"FAILED\"", "\"memo\":\"저녁값\"")
                .doesNotContain("steps");
    }

    private static String englishOf(RemittanceBody body) {
        Bodies.ReasonBody reason = body.reason();
        return reason == null ? "" : reason.english();
    }
}
