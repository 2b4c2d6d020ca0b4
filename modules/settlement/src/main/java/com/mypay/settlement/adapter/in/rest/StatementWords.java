package com.mypay.settlement.adapter.in.rest;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.Won;
import com.mypay.settlement.application.FindSettlements.Statement;
import com.mypay.settlement.domain.CarryOver;
import com.mypay.settlement.domain.Charges;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.Payout;
import com.mypay.settlement.domain.Settlements.LineOfSlip;
import com.mypay.settlement.domain.Slip;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a statement's documents say, in Korean: they are for the franchise's books. */
final class StatementWords {

    /** The columns of a line. */
    static final List<String> COLUMNS = List.of("구분", "전표번호", "승인일시", "금액", "수수료율(%)", "수수료", "정산액");

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessClock.SEOUL);

    private StatementWords() {}

    /** A figure with what it is. */
    record Sum(String name, long won, String remark) {}

    /** One value for each of {@link #COLUMNS}, in won without grouping; what is taken off is negative. */
    static List<String> line(LineOfSlip lineOfSlip) {
        Slip slip = lineOfSlip.slip();
        long amount = lineOfSlip.line().amount().value();
        boolean payment = switch (lineOfSlip.line().kind()) {
            case PAYMENT -> true;
            case CANCELLATION -> false;
        };
        return List.of(
                payment ? "결제" : "취소",
                slip.id().value(),
                moment(slip.approvedAt()),
                Long.toString(payment ? amount : -amount),
                percent(slip.commissionRate()),
                Long.toString(lineOfSlip.line().commission().value()),
                Long.toString(lineOfSlip.line().net().value()));
    }

    /** From the payments down to what was paid or carried over. */
    static List<Sum> sums(Statement statement) {
        LineTotals totals = statement.settlement().totals();
        Won carriedIn = statement.settlement().carriedIn();
        List<Sum> sums = new ArrayList<>();
        sums.add(new Sum("결제 합계", totals.gross().value(), totals.paymentSlips() + "건"));
        sums.add(new Sum("취소 합계", -totals.cancelled().value(), totals.cancellationSlips() + "건"));
        sums.add(new Sum("수수료 합계", -totals.commission().value(), ""));
        Charges charges = statement.settlement().charges();
        if (!charges.rebate().isZero()) {
            sums.add(new Sum("거래액 구간 할인", charges.rebate().value(), ""));
        }
        if (!charges.vat().isZero()) {
            sums.add(new Sum("부가가치세", -charges.vat().value(), ""));
        }
        Won earned = statement.settlement().earned();
        sums.add(new Sum("정산액", earned.value(), ""));
        sums.add(new Sum("이월 받은 금액", carriedIn.value(), ""));
        sums.add(new Sum("지급 대상 금액", earned.plus(carriedIn).value(), ""));
        statement
                .payout()
                .ifPresent(payout -> sums.add(new Sum("지급", payout.amount().value(), paid(payout))));
        statement
                .carryOvers()
                .forEach(carryOver ->
                        sums.add(new Sum("다음 회차 이월", carryOver.amount().value(), why(carryOver))));
        return sums;
    }

    private static String paid(Payout payout) {
        return switch (payout.status()) {
            case COMPLETED ->
                "지급 완료 " + payout.endedAt().map(StatementWords::moment).orElse("");
            case REQUESTED -> "은행에 요청함";
            case IN_DOUBT -> "은행에 결과 조회 중";
            case REFUSED -> "은행이 거절함 " + payout.reasonCode().orElse("");
        };
    }

    private static String why(CarryOver carryOver) {
        String reason = switch (carryOver.reason()) {
            case NEGATIVE -> "취소가 결제보다 많음";
            case HELD -> "지급 보류";
            case NOT_DUE -> "정산 주기가 끝나지 않음";
            case UNDER_MINIMUM -> "최소 지급액 미만";
            case RESERVED -> "지급 유보";
            case REFUSED -> "은행이 거절함";
        };
        return reason + ", " + carryOver.dueOn() + "부터 지급 가능";
    }

    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    static String grouped(long won) {
        return String.format(Locale.ROOT, "%,d", won);
    }

    private static String percent(BasisPoints rate) {
        return BigDecimal.valueOf(rate.value(), 2).toPlainString();
    }
}
