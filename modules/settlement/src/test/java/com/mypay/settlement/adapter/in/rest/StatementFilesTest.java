package com.mypay.settlement.adapter.in.rest;

import static com.mypay.settlement.SettlementHouse.MONDAY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.RejectedException;
import com.mypay.frameworktest.TestCall;
import com.mypay.settlement.SettlementHouse;
import com.mypay.settlement.application.message.FirmbankingResult.Status;
import com.mypay.settlement.application.message.FranchiseChanged;
import com.mypay.settlement.application.message.SlipIssued;
import com.mypay.settlement.domain.CycleId;
import com.mypay.settlement.domain.SettlementPeriod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The documents that a franchise gets. */
class StatementFilesTest {

    private static final Caller OWNER = Caller.franchise(SettlementHouse.franchise(2001));

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.service("settlement"));

    private final SettlementHouse house = SettlementHouse.inMemory();

    @Test
    void theCsvHasEachLineAndTheSums() throws IOException {
        SlipIssued paid = house.payment(2001, 100_000, MONDAY);
        SlipIssued cancelled = house.cancellation(2001, 30_000, 100_000, MONDAY);
        house.payment(2002, 5_000, MONDAY);
        house.settleAndPay(MONDAY);

        assertThat(List.of(csv().split("\r\n")))
                .startsWith(
                        "\uFEFF구분,전표번호,승인일시,금액,수수료율(%),수수료,정산액",
                        "결제," + paid.slipId() + ",2011-12-05 12:00:00,100000,2.50,2500,97500",
                        "취소," + cancelled.slipId() + ",2011-12-05 12:00:00,-30000,2.50,-750,-29250",
                        "결제 합계,1건,,,,,100000",
                        "취소 합계,1건,,,,,-30000",
                        "수수료 합계,,,,,,-1750",
                        "정산액,,,,,,68250",
                        "이월 받은 금액,,,,,,0",
                        "지급 대상 금액,,,,,,68250")
                .hasSize(10)
                .last()
                .asString()
                .startsWith("지급,지급 완료 ")
                .endsWith(",,,,,68250");
    }

    @Test
    void theCsvSaysWhyAnAmountWaits() {
        house.terms(2001, SettlementPeriod.DAILY, 50_000, false);
        house.payment(2001, 1_000, MONDAY);
        house.settleAndPay(MONDAY);

        assertThat(csv()).endsWith("다음 회차 이월,최소 지급액 미만 2011-12-06부터 지급 가능,,,,,975\r\n");
    }

    @Test
    void thePdfHasTheSameInKoreanWithItsFontInIt() throws IOException {
        named("노노치킨 강남점 🐔");
        SlipIssued paid = house.payment(2001, 100_000, MONDAY);
        CycleId cycle = house.settle(MONDAY);
        house.answerAll(Status.COMPLETED);
        house.closeCycle.close(cycle);

        byte[] pdf = pdf();

        assertThat(pdf).hasSizeLessThan(60_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("정산 내역서", "노노치킨 강남점 ? (2001)", "2011-12-05", cycle.value())
                    .contains("결제 합계", "100,000원", "지급 대상 금액", "97,500원", "지급 완료")
                    .contains(paid.slipId(), "2011-12-05 12:00:00", "2.50", "2,500");
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ko-KR");
            PDPage page = document.getPage(0);
            for (var name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).endsWith("+NanumSquareR");
            }
        }
    }

    @Test
    void aLongPdfHasItsColumnsOnEachPage() throws IOException {
        for (int slip = 0; slip < 150; slip++) {
            house.payment(2001, 1_000, MONDAY);
        }
        house.settleAndPay(MONDAY);

        try (PDDocument document = Loader.loadPDF(pdf())) {
            assertThat(document.getNumberOfPages()).isEqualTo(4);
            String text = new PDFTextStripper().getText(document);
            assertThat(text.lines().filter(line -> line.startsWith("구분 전표번호"))).hasSize(4);
            assertThat(text.lines().filter(line -> line.startsWith("결제 0000"))).hasSize(150);
        }
    }

    @Test
    void anotherFranchisesStatementDoesNotExist() {
        house.payment(2001, 1_000, MONDAY);
        house.settleAndPay(MONDAY);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThatThrownBy(() -> house.writeStatement.write(
                        Caller.franchise(SettlementHouse.franchise(2002)),
                        SettlementHouse.franchise(2001),
                        MONDAY,
                        new CsvStatement(out)))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("SETTLEMENT_NOT_FOUND");
        assertThat(out.size()).isZero();
    }

    private void named(String name) {
        house.takeInFranchise.takeIn(new FranchiseChanged(
                2001,
                name,
                "ACTIVE",
                "1234567891",
                new FranchiseChanged.Terms(SettlementPeriod.DAILY, 0, false, null, null, null),
                1,
                house.clock.instant()));
    }

    private String csv() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        house.writeStatement.write(OWNER, SettlementHouse.franchise(2001), MONDAY, new CsvStatement(out));
        return out.toString(UTF_8);
    }

    private byte[] pdf() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfStatement document = new PdfStatement(out)) {
            house.writeStatement.write(OWNER, SettlementHouse.franchise(2001), MONDAY, document);
        }
        return out.toByteArray();
    }
}
