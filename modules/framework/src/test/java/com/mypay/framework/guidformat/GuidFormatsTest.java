package com.mypay.framework.guidformat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mypay.framework.context.Guid;
import com.mypay.framework.context.GuidFormat;
import com.mypay.framework.context.GuidFormat.Drawn;
import com.mypay.framework.context.GuidFormat.Issuer;
import com.mypay.framework.context.GuidFormat.Reading;
import com.mypay.framework.value.UuidV7;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What both examples promise, and what the texts look like. */
class GuidFormatsTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-02T02:00:00.123Z"), ZoneOffset.UTC);
    private static final GuidFormat DIGITS = new Digits30();
    private static final GuidFormat BANK = new Bank34();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "202603020101039600123100000012",
                "200001010000000000000000000000",
                "209912319999999999999999999999",
                "202402290001000000000000000001"
            })
    void thirtyDigitsAreOneGuidAndBack(String text) {
        Reading reading = DIGITS.read(text).orElseThrow();
        assertThat(reading.hop()).isZero();
        assertThat(Guid.isWellFormed(reading.guid().value())).isTrue();
        assertThat(reading.guid().value().charAt(12)).isEqualTo('8');
        assertThat("89ab").contains(reading.guid().value().substring(16, 17));
        assertThat(DIGITS.render(reading.guid(), 7)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20260302110000123MYPAY015000004207",
                "2000010100000000000000000000000000",
                "20991231235959999ZZZZZZZZ999999964"
            })
    void thirtyFourCharactersAreOneGuidAndItsHop(String text) {
        Reading reading = BANK.read(text).orElseThrow();
        assertThat(reading.guid().value().charAt(12)).isEqualTo('8');
        assertThat(reading.hop()).isEqualTo(Integer.parseInt(text.substring(32)));
        assertThat(BANK.render(reading.guid(), reading.hop())).contains(text);
        assertThat(BANK.render(reading.guid(), 0).orElseThrow()).endsWith("00");
    }

    @Test
    void neighboursAreDifferentGuids() {
        Set<String> guids = new HashSet<>();
        List<String> digits = List.of(
                "202603020101039600123100000012",
                "202603020101039600123100000013",
                "202603020102039600123100000012",
                "202603030101039600123100000012");
        List<String> bank = List.of(
                "20260302110000123MYPAY015000004200",
                "20260302110000124MYPAY015000004200",
                "20260302110000123MYPAY016000004200",
                "20260302110000123MYPAY015000004300");
        digits.forEach(text -> guids.add(DIGITS.read(text).orElseThrow().guid().value()));
        bank.forEach(text -> guids.add(BANK.read(text).orElseThrow().guid().value()));
        assertThat(guids).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0123456789abcdef0123456789abcdef",
                "20260302010103960012310000001",
                "2026030201010396001231000000123",
                "202613020101039600123100000012",
                "202602290101039600123100000012",
                "199903020101039600123100000012",
                "20260302010103960012310000001x",
                "２０２６03020101039600123100000012",
                "202603020101039600123100000012\n",
                "20260302110000123mypay015000004200",
                "20260302110000123마이페이0150000042",
                "20260302250000123MYPAY015000004200",
                "20260302110000123MYPAY01500000420 ",
                "20260302110000123MYPAY01500000420\u0000"
            })
    void whatHasAnotherFormIsNotRead(String text) {
        assertThat(DIGITS.read(text)).isEmpty();
        assertThat(BANK.read(text)).isEmpty();
    }

    @Test
    void aGuidOfAnotherOriginHasNoText() {
        Guid ours = new Guid(new UuidV7(NOON).next());
        Guid others = NumberedGuid.of(2, BigInteger.valueOf(42));
        Guid tooLarge = NumberedGuid.of(1, BigInteger.TEN.pow(30));
        for (Guid guid : List.of(ours, others, tooLarge, new Guid("f".repeat(32)), new Guid("a".repeat(32)))) {
            assertThat(DIGITS.render(guid, 0)).isEmpty();
            assertThat(BANK.render(guid, 0)).isEmpty();
        }
    }

    @Test
    void aNumberComesBackFromItsGuid() {
        for (BigInteger number :
                List.of(BigInteger.ZERO, BigInteger.ONE, NumberedGuid.LIMIT.subtract(BigInteger.ONE))) {
            Guid guid = NumberedGuid.of(15, number);
            assertThat(NumberedGuid.numberOf(15, guid)).contains(number);
            assertThat(NumberedGuid.numberOf(14, guid)).isEmpty();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> NumberedGuid.of(1, NumberedGuid.LIMIT));
        assertThatIllegalArgumentException().isThrownBy(() -> NumberedGuid.of(0, BigInteger.ONE));
    }

    /** Two servers, their eight services each, within one millisecond and whatever their random bits are. */
    @ParameterizedTest
    @CsvSource({"0101,0102,digits-30", "MYPAY01,MYPAY02,bank-34"})
    void whatIsIssuedIsReadAgainAndNeverTheSame(String first, String second, String name) {
        GuidFormat format = name.equals(DIGITS.name()) ? DIGITS : BANK;
        Set<String> texts = new HashSet<>();
        Set<Guid> guids = new HashSet<>();
        int issued = 0;
        for (String system : List.of(first, second)) {
            for (int service = 1; service <= 8; service++) {
                UuidV7 ids = new UuidV7(NOON);
                for (int i = 0; i < 5_000; i++) {
                    Drawn drawn = Drawn.of(ids.next());
                    String text =
                            format.issue(new Drawn(drawn.at(), drawn.counter(), i % 2), new Issuer(system, service));
                    Reading reading = format.read(text).orElseThrow();
                    assertThat(format.render(reading.guid(), reading.hop())).contains(text);
                    texts.add(text);
                    guids.add(reading.guid());
                    issued++;
                }
            }
        }
        assertThat(texts).hasSize(issued);
        assertThat(guids).hasSize(issued);
    }

    @Test
    void whatIsIssuedSaysWhenAndWhere() {
        Drawn drawn = new Drawn(NOON.instant(), 4_095, 1_234_567L);
        assertThat(DIGITS.issue(drawn, new Issuer("0101", 5))).isEqualTo("202603020101396001235409534567");
        assertThat(BANK.issue(drawn, new Issuer("MYPAY01", 5))).isEqualTo("20260302110000123MYPAY015409556700");
    }

    @Test
    void aDrawnIdIsTakenApart() {
        Drawn drawn = Drawn.of(new UuidV7(NOON).next());
        assertThat(drawn.at()).isEqualTo(NOON.instant());
        assertThat(drawn.counter()).isZero();
        assertThat(drawn.random()).isBetween(0L, (1L << 62) - 1);
    }
}
