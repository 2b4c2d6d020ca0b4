package com.mypay.settlement.adapter.in.rest;

import com.mypay.framework.clock.BusinessClock;
import com.mypay.framework.value.BasisPoints;
import com.mypay.framework.value.Won;
import com.mypay.settlement.adapter.in.rest.Bodies.SentenceBody;
import com.mypay.settlement.application.ExplainLine.Explanation;
import com.mypay.settlement.domain.CarryOver;
import com.mypay.settlement.domain.Charges;
import com.mypay.settlement.domain.LineTotals;
import com.mypay.settlement.domain.Outcome;
import com.mypay.settlement.domain.Payout;
import com.mypay.settlement.domain.Settlement;
import com.mypay.settlement.domain.SettlementLine;
import com.mypay.settlement.domain.SettlementTerms;
import com.mypay.settlement.domain.Settlements.LineOfSlip;
import com.mypay.settlement.domain.Slip;
import com.mypay.settlement.domain.SlipKind;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a line's amount is what it is, sentence by sentence, each with all of its figures, in Korean and English. */
final class Words {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessClock.SEOUL);

    private final List<SentenceBody> sentences = new ArrayList<>();

    private Words() {}

    static List<SentenceBody> of(Explanation explanation) {
        Words words = new Words();
        LineOfSlip line = explanation.line();
        words.slip(line.slip());
        words.rate(line.slip());
        words.commission(line.slip());
        words.net(line.line());
        if (!explanation.followsFromItsSlip()) {
            words.differs(line);
        }
        words.cycle(line);
        explanation.settlement().ifPresent(settlement -> words.settlement(settlement, explanation));
        return List.copyOf(words.sentences);
    }

    private void slip(Slip slip) {
        String moment = MOMENT.format(slip.approvedAt());
        switch (slip.kind()) {
            case PAYMENT ->
                say(
                        "%s(서울)에 승인된 결제 %s원의 전표입니다.".formatted(moment, won(slip.amount())),
                        "The slip of a payment of %s won, approved at %s in Seoul."
                                .formatted(won(slip.amount()), moment));
            case CANCELLATION ->
                say(
                        "%s(서울)에 승인된 취소 %s원의 전표입니다. 취소 전에 결제 %s 중 %s원이 남아 있었습니다."
                                .formatted(moment, won(slip.amount()), slip.paymentId(), won(slip.remainingBefore())),
                        "The slip of a cancellation of %s won, approved at %s in Seoul; %s won were left of payment %s."
                                .formatted(won(slip.amount()), moment, won(slip.remainingBefore()), slip.paymentId()));
        }
    }

    private void rate(Slip slip) {
        String rate = percent(slip.commissionRate());
        say(
                "수수료율은 결제 시점의 조건인 %s%%입니다. 이후의 조건 변경은 적용되지 않습니다.".formatted(rate),
                "The commission rate is %s %%, from the terms in force when the payment was made; later terms don't change it."
                        .formatted(rate));
    }

    private void commission(Slip slip) {
        switch (slip.kind()) {
            case PAYMENT -> {
                Fee fee = Fee.of(slip.amount(), slip.commissionRate());
                say("수수료: %s.".formatted(fee.korean()), "Commission: %s.".formatted(fee.english()));
            }
            case CANCELLATION -> {
                Fee before = Fee.of(slip.remainingBefore(), slip.commissionRate());
                Fee after = Fee.of(slip.remainingBefore().minus(slip.amount()), slip.commissionRate());
                say(
                        "취소 전 남은 금액의 수수료: %s.".formatted(before.korean()),
                        "Commission on what was left before: %s.".formatted(before.english()));
                say(
                        "취소 후 남은 금액의 수수료: %s.".formatted(after.korean()),
                        "Commission on what is left after it: %s.".formatted(after.english()));
                Won back = before.rounded().minus(after.rounded());
                say(
                        "돌려주는 수수료: %s - %s = %s원.".formatted(won(before.rounded()), won(after.rounded()), won(back)),
                        "Commission given back: %s - %s = %s won."
                                .formatted(won(before.rounded()), won(after.rounded()), won(back)));
            }
        }
    }

    private void net(SettlementLine line) {
        String amount = won(line.amount());
        String commission =
                won(line.commission().isNegative() ? line.commission().negated() : line.commission());
        String sum = line.kind() == SlipKind.PAYMENT
                ? "%s - %s = %s".formatted(amount, commission, won(line.net()))
                : "-%s + %s = %s".formatted(amount, commission, won(line.net()));
        say("가맹점 정산액: %s원.".formatted(sum), "For the franchise: %s won.".formatted(sum));
    }

    private void differs(LineOfSlip line) {
        SettlementLine expected = SettlementLine.of(line.slip());
        say(
                "주의: 전표대로라면 금액 %s원, 수수료 %s원, 정산액 %s원이어야 합니다. 전표나 정산 내역이 변경되었습니다."
                        .formatted(won(expected.amount()), won(expected.commission()), won(expected.net())),
                "Beware: by its slip it should be %s won, a commission of %s won and %s won net. Somebody has changed the slip or the line."
                        .formatted(won(expected.amount()), won(expected.commission()), won(expected.net())));
    }

    private void cycle(LineOfSlip line) {
        if (line.slip().businessDate().equals(line.cycleDate())) {
            say(
                    "영업일 %s의 정산 회차 %s에 포함되었습니다.".formatted(line.cycleDate(), line.cycleId()),
                    "It is settled in the cycle of %s (%s).".formatted(line.cycleDate(), line.cycleId()));
        } else {
            say(
                    "영업일 %s의 회차가 확정된 뒤에 도착하여 %s의 정산 회차 %s에 포함되었습니다."
                            .formatted(line.slip().businessDate(), line.cycleDate(), line.cycleId()),
                    "It came after the slips of %s had been fixed, and is settled in the cycle of %s (%s)."
                            .formatted(line.slip().businessDate(), line.cycleDate(), line.cycleId()));
        }
    }

    private void settlement(Settlement settlement, Explanation explanation) {
        LineTotals totals = settlement.totals();
        Won payable = settlement.earned().plus(settlement.carriedIn());
        String sum = "%s - %s - %s = %s"
                .formatted(won(totals.gross()), won(totals.cancelled()), won(totals.commission()), won(totals.net()));
        say(
                "이 회차의 가맹점 %s: 결제 %d건, 취소 %d건. 총액 - 취소 - 수수료 = %s원."
                        .formatted(settlement.franchiseId(), totals.paymentSlips(), totals.cancellationSlips(), sum),
                "Franchise %s in this cycle: %d payments, %d cancellations; gross - cancelled - commission = %s won."
                        .formatted(settlement.franchiseId(), totals.paymentSlips(), totals.cancellationSlips(), sum));
        Outcome outcome = settlement.outcome();
        if (outcome == null) {
            say("지급 여부는 아직 결정되지 않았습니다.", "Whether it is paid out is not decided yet.");
            return;
        }
        charges(settlement);
        if (!settlement.carriedIn().isZero()) {
            String with = "%s + %s = %s".formatted(won(settlement.earned()), won(settlement.carriedIn()), won(payable));
            say("이월액 포함: %s원.".formatted(with), "With what was carried in: %s won.".formatted(with));
        }
        explanation.payout().ifPresent(this::payout);
        explanation.carryOvers().forEach(carryOver -> carryOver(carryOver, settlement.terms()));
        if (outcome == Outcome.NOTHING_DUE) {
            say("지급할 금액이 없습니다.", "Nothing is due.");
        }
    }

    private void charges(Settlement settlement) {
        SettlementTerms terms = settlement.terms();
        Charges charges = settlement.charges();
        if (terms == null) {
            return;
        }
        if (!charges.rebate().isZero()) {
            String rebate = won(charges.rebate());
            String before = won(charges.volumeBefore());
            say(
                    "월 거래액 구간 할인: 이전까지의 월 거래액 %s원에 이 회차를 더하여 수수료 %s원을 돌려받습니다.".formatted(before, rebate),
                    "Tiers by monthly volume: with %s won sold before in this month, %s won of the commission are given back."
                            .formatted(before, rebate));
        }
        if (terms.commission().vat().value() > 0) {
            String rate = percent(terms.commission().vat());
            String kept = won(settlement.totals().commission().minus(charges.rebate()));
            String vat = won(charges.vat());
            say(
                    "수수료 %s원의 부가가치세 %s%%: 반올림하여 %s원을 뺍니다.".formatted(kept, rate, vat),
                    "VAT of %s %% on the commission of %s won, rounded half up: %s won are taken off."
                            .formatted(rate, kept, vat));
        }
    }

    private void payout(Payout payout) {
        String amount = won(payout.amount());
        switch (payout.status()) {
            case COMPLETED ->
                say(
                        "%s원이 지급되었습니다(지급 %s).".formatted(amount, payout.id()),
                        "%s won were paid out (payout %s).".formatted(amount, payout.id()));
            case REQUESTED ->
                say(
                        "%s원의 지급을 은행에 요청했습니다(지급 %s).".formatted(amount, payout.id()),
                        "%s won are on their way to the bank (payout %s).".formatted(amount, payout.id()));
            case IN_DOUBT ->
                say(
                        "%s원의 지급 결과를 은행에 조회하고 있습니다(지급 %s).".formatted(amount, payout.id()),
                        "The bank is being asked whether it has paid %s won (payout %s)."
                                .formatted(amount, payout.id()));
            case REFUSED -> {
                String reason = payout.reasonCode().orElse("-");
                say(
                        "은행이 %s원의 지급을 거절했습니다(%s, 지급 %s).".formatted(amount, reason, payout.id()),
                        "The bank has refused to pay %s won (%s, payout %s).".formatted(amount, reason, payout.id()));
            }
        }
    }

    private void carryOver(CarryOver carryOver, @Nullable SettlementTerms terms) {
        String korean = switch (carryOver.reason()) {
            case NEGATIVE -> "취소가 결제보다 많아";
            case HELD -> "지급이 보류되어";
            case NOT_DUE -> notDue(terms, "정산 주기가 끝나지 않아", "정산 주기 종료 후 %d영업일에 지급하기로 하여");
            case RESERVED -> reserved(terms, "약정한 유보금으로", "정산액의 %s%%를 %d일간 유보하기로 하여");
            case UNDER_MINIMUM -> "최소 지급액보다 적어";
            case REFUSED -> "은행이 거절하여";
        };
        String english = switch (carryOver.reason()) {
            case NEGATIVE -> "its cancellations are more than its payments";
            case HELD -> "its payouts are on hold";
            case NOT_DUE -> notDue(terms, "its period isn't over", "it is paid %d business days after its period");
            case RESERVED ->
                reserved(terms, "it is kept back as agreed", "%s %% of what it earns is kept back for %d days");
            case UNDER_MINIMUM -> "it is less than the minimum payout";
            case REFUSED -> "the bank has refused it";
        };
        String amount = won(carryOver.amount());
        say(
                "%s %s원이 다음 회차로 이월되었습니다(%s부터 지급 가능).".formatted(korean, amount, carryOver.dueOn()),
                "%s won are carried over to a later cycle, because %s; due from %s on."
                        .formatted(amount, english, carryOver.dueOn()));
    }

    private static String notDue(@Nullable SettlementTerms terms, String plain, String delayed) {
        return terms == null || terms.payoutDelay() == 0 ? plain : delayed.formatted(terms.payoutDelay());
    }

    private static String reserved(@Nullable SettlementTerms terms, String plain, String exact) {
        return terms == null
                ? plain
                : exact.formatted(
                        percent(terms.reserve().rate()), terms.reserve().days());
    }

    private void say(String korean, String english) {
        sentences.add(new SentenceBody(korean, english));
    }

    /** A commission before and after rounding. */
    private record Fee(Won amount, BasisPoints rate, BigDecimal exact, Won rounded) {

        static Fee of(Won amount, BasisPoints rate) {
            BigDecimal exact = BigDecimal.valueOf(amount.value()).multiply(BigDecimal.valueOf(rate.value(), 4));
            return new Fee(amount, rate, exact, amount.feeOf(rate));
        }

        private boolean isWhole() {
            return exact.compareTo(BigDecimal.valueOf(rounded.value())) == 0;
        }

        private String product() {
            DecimalFormat figures = new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
            return "%s × %s %% = %s".formatted(won(amount), percent(rate), figures.format(exact));
        }

        String korean() {
            return isWhole() ? product() + "원" : product() + "원, 약정보다 많지 않도록 버림하여 %s원".formatted(won(rounded));
        }

        String english() {
            return isWhole()
                    ? product() + " won"
                    : product()
                            + " won, rounded down to %s won so that it is never more than agreed"
                                    .formatted(won(rounded));
        }
    }

    private static String won(Won amount) {
        return String.format(Locale.ROOT, "%,d", amount.value());
    }

    private static String percent(BasisPoints rate) {
        return BigDecimal.valueOf(rate.value(), 2).toPlainString();
    }
}
