package com.mypay.framework.standardmessage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.guidformat.Bank34;
import com.mypay.framework.problem.RejectedException;
import com.mypay.framework.standardmessage.StandardHeader.Direction;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One layout, two forms. */
class StandardHeaderCodecTest {

    private static final Charset EUC_KR = Charset.forName("EUC-KR");
    private static final String GLOBAL_ID = "20260302110000123CHANNEL1000004207";
    private static final int RESULT_TEXT_AT = 34 + 17 + 17 + 1 + 8 + 12 + 3 + 8;

    private static final StandardHeader REQUEST = new StandardHeader(
            GLOBAL_ID,
            LocalDateTime.parse("2026-03-02T11:00:00.123"),
            null,
            Direction.REQUEST,
            "CHN01",
            "PAY0001",
            "MOB",
            "",
            "",
            false,
            true,
            120);

    private static StandardHeader answer(String text) {
        return REQUEST.answered(LocalDateTime.parse("2026-03-02T11:00:00.456"), "0000", text, 7);
    }

    private static StandardHeaderCodec codec(String charset) {
        return new StandardHeaderCodec(Charset.forName(charset));
    }

    @Test
    void aRequestIsTheseBytes() {
        assertThat(new String(codec("EUC-KR").toFixedLength(REQUEST), EUC_KR))
                .isEqualTo(GLOBAL_ID + "20260302110000123" + " ".repeat(17) + "S" + "CHN01   " + "PAY0001     " + "MOB"
                        + " ".repeat(8) + " ".repeat(60) + "N" + "Y" + "00000120");
        assertThat(codec("UTF-8").toFixedLength(REQUEST)).hasSize(StandardHeaderCodec.BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUC-KR", "UTF-8"})
    void whatIsWrittenIsReadAgainInBothForms(String charset) {
        StandardHeaderCodec codec = codec(charset);
        for (StandardHeader header : new StandardHeader[] {REQUEST, answer("정상 처리되었습니다"), answer(" it's \"done\" ")}) {
            StandardHeader read = codec.fromFixedLength(codec.toFixedLength(header));
            assertThat(codec.toFixedLength(header)).hasSize(StandardHeaderCodec.BYTES);
            assertThat(codec.fromJson(codec.toJson(header))).isEqualTo(read);
            assertThat(read.resultText()).isEqualTo(header.resultText().stripTrailing());
            assertThat(read.answeredAt()).isEqualTo(header.answeredAt());
        }
    }

    /** 31 syllables are 62 bytes of EUC-KR and 93 of UTF-8; a syllable is never cut in the middle. */
    @ParameterizedTest
    @CsvSource({"EUC-KR,30", "UTF-8,20"})
    void aTextForPeopleIsCutBehindAWholeCharacter(String charset, int syllables) {
        StandardHeaderCodec codec = codec(charset);
        byte[] whole = codec.toFixedLength(answer("가".repeat(31)));
        byte[] odd = codec.toFixedLength(answer("x" + "가".repeat(31)));
        assertThat(whole).hasSize(StandardHeaderCodec.BYTES);
        assertThat(odd).hasSize(StandardHeaderCodec.BYTES);
        assertThat(codec.fromFixedLength(whole).resultText()).isEqualTo("가".repeat(syllables));
        assertThat(codec.fromFixedLength(odd).resultText()).isEqualTo("x" + "가".repeat(syllables - 1));
        assertThat(codec.fromJson(codec.toJson(answer("가".repeat(31)))).resultText())
                .isEqualTo("가".repeat(syllables));
    }

    @Test
    void aHeaderOfAnotherLengthIsRefused() {
        byte[] header = codec("EUC-KR").toFixedLength(REQUEST);
        for (int length : new int[] {0, header.length - 1, header.length + 1}) {
            refused(
                    () -> codec("EUC-KR").fromFixedLength(Arrays.copyOf(header, length)),
                    "BODY_UNREADABLE",
                    "170 bytes");
        }
        refused(
                () -> codec("UTF-8").fromFixedLength(codec("EUC-KR").toFixedLength(answer("정상"))),
                "FIELD_INVALID",
                "resultText");
    }

    /** Each place of the layout, and what must not stand there. */
    @ParameterizedTest
    @CsvSource({
        "0,!,globalId",
        "34,x,requestedAt",
        "38,99,requestedAt",
        "51,2026,answeredAt",
        "68,X,direction",
        "68,' ',direction",
        "69,c,system",
        "77,-,service",
        "89,'   ',channel",
        "92,r,result",
        "160,y,masked",
        "161,' ',simulated",
        "162,-1,bodyBytes",
        "162,'        ',bodyBytes"
    })
    void aWrongValueIsRefusedWithItsFieldsName(int at, String wrong, String field) {
        byte[] header = codec("EUC-KR").toFixedLength(REQUEST);
        byte[] bytes = wrong.getBytes(EUC_KR);
        System.arraycopy(bytes, 0, header, at, bytes.length);
        refused(() -> codec("EUC-KR").fromFixedLength(header), "FIELD_INVALID", field + ":");
    }

    @Test
    void halfASyllableAndALineBreakAreRefused() {
        byte[] half = codec("EUC-KR").toFixedLength(answer("정상"));
        half[RESULT_TEXT_AT + 1] = ' ';
        refused(() -> codec("EUC-KR").fromFixedLength(half), "FIELD_INVALID", "resultText: it isn't EUC-KR");
        byte[] forged = codec("EUC-KR").toFixedLength(answer("ok INFO paid"));
        forged[RESULT_TEXT_AT + 2] = '\n';
        refused(() -> codec("EUC-KR").fromFixedLength(forged), "FIELD_INVALID", "resultText");
        refused(() -> codec("UTF-8").toJson(answer("a\u2028b")), "FIELD_INVALID", "resultText");
    }

    @Test
    void whatTheCharacterSetDoesNotHaveIsRefused() {
        refused(
                () -> codec("EUC-KR").toFixedLength(answer("thanks \uD83D\uDE00")),
                "FIELD_INVALID",
                "resultText: EUC-KR");
        assertThat(codec("UTF-8")
                        .fromJson(codec("UTF-8").toJson(answer("thanks \uD83D\uDE00")))
                        .resultText())
                .isEqualTo("thanks \uD83D\uDE00");
        refused(() -> codec("UTF-8").toJson(answer("half a pair \uD83D")), "FIELD_INVALID", "resultText: UTF-8");
    }

    @Test
    void aCodeThatIsTooLongIsRefusedAndNotCut() {
        refused(
                () -> codec("UTF-8").toFixedLength(REQUEST.answered(LocalDateTime.MAX, "0000", "", 0)),
                "FIELD_INVALID",
                "answeredAt");
        refused(
                () -> codec("UTF-8").toFixedLength(answer("").answered(REQUEST.requestedAt(), "123456789", "", 0)),
                "FIELD_INVALID",
                "result:");
        refused(
                () -> codec("UTF-8").toFixedLength(answer("").answered(REQUEST.requestedAt(), "0", "", -1)),
                "FIELD_INVALID",
                "bodyBytes");
        refused(
                () -> codec("UTF-8").toFixedLength(answer("").answered(REQUEST.requestedAt(), "0", "", 100_000_000)),
                "FIELD_INVALID",
                "bodyBytes: it has more");
    }

    @Test
    void jsonOfAnotherFormIsRefused() {
        String json = codec("UTF-8").toJson(REQUEST);
        for (String text : new String[] {"", "[]", "{", "\"S\"", "[".repeat(100_000)}) {
            refused(() -> codec("UTF-8").fromJson(text), "BODY_UNREADABLE", "JSON");
        }
        changed(json, text -> text.replace("\"direction\":\"S\"", "\"direction\":\"X\""), "direction");
        changed(json, text -> text.replace("\"direction\":\"S\",", ""), "direction: it has to be there");
        changed(json, text -> text.replace("\"simulated\":\"Y\"", "\"simulated\":true"), "simulated");
        changed(json, text -> text.replace("\"masked\":\"N\"", "\"masked\":null"), "masked");
        changed(json, text -> text.replace("\"bodyBytes\":\"120\"", "\"bodyBytes\":\"0120\""), "bodyBytes");
        changed(
                json,
                text -> text.replace("\"bodyBytes\":\"120\"", "\"bodyBytes\":\"99999999999999999999\""),
                "bodyBytes");
        changed(json, text -> text.replace("\"channel\":\"MOB\"", "\"channel\":\"모바\""), "channel");
        changed(json, text -> text.replace("\"20260302110000123\"", "\"20260230110000123\""), "requestedAt");
    }

    private static void changed(String json, UnaryOperator<String> change, String reason) {
        assertThat(change.apply(json)).isNotEqualTo(json);
        refused(() -> codec("UTF-8").fromJson(change.apply(json)), "FIELD_INVALID", reason);
    }

    /** The global id is the GUID, as the house writes it. */
    @Test
    void theGlobalIdNamesTheBusinessTransaction() {
        StandardHeader header = codec("EUC-KR").fromFixedLength(codec("EUC-KR").toFixedLength(REQUEST));
        Bank34 format = new Bank34();
        assertThat(format.read(header.globalId()).flatMap(named -> format.render(named.guid(), named.hop())))
                .contains(GLOBAL_ID);
        assertThat(new String(codec("UTF-8").toFixedLength(REQUEST), UTF_8)).startsWith(GLOBAL_ID);
    }

    private static void refused(Runnable work, String code, String reason) {
        assertThatThrownBy(work::run)
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining(code)
                .hasMessageContaining(reason);
    }
}
