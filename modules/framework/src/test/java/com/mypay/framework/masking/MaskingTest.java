package com.mypay.framework.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.masking.Masking.Masked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    private static final int LIMIT = 4_096;

    private final Masking masking = Masking.usual();

    @ParameterizedTest
    @CsvSource(textBlock = """
            ACCOUNT_NUMBER,  110-123-456789,    ***-***-**6789
            ACCOUNT_NUMBER,  110123456789,      ********6789
            ACCOUNT_NUMBER,  ********6789,      ********6789
            ACCOUNT_NUMBER,  1234,              ****
            NAME,            홍길동,             홍*동
            NAME,            홍길,               홍*
            NAME,            홍,                 *
            NAME,            Hong Gildong,      H*** ******g
            PHONE,           010-1234-5678,     010-****-5678
            EMAIL,           kim@example.com,   k**@example.com
            EMAIL,           kim,               ***
            BUSINESS_NUMBER, 123-45-67890,      123-**-***90
            PASSCODE,        6736,              ****
            PASSCODE,        PAYMENT_NOT_FOUND, PAYMENT_NOT_FOUND
            TOKEN,           a,                 ***
            TOKEN,           '',                ''
            """)
    void eachKindShowsItsOwnPart(FieldKind kind, String value, String masked) {
        assertThat(kind.masked(value)).isEqualTo(masked);
        assertThat(kind.masked(masked)).as("masked once more").isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"accountNumber":"110123456789"}                 | {"accountNumber":"********6789"}
            {"ACCOUNT_NUMBER": "110123456789"}               | {"ACCOUNT_NUMBER":"********6789"}
            {"account\\u004eumber":"110123456789"}           | {"account\\u004eumber":"********6789"}
            {"accountNumber":110123456789}                   | {"accountNumber":"********6789"}
            {"phone":["010-1234-5678",{"x":"010-9999-0000"}]} | {"phone":["010-****-5678",{"x":"010-****-0000"}]}
            {"name":"\\ud64d\\uae38\\ub3d9","amountWon":-30000.5e3} | {"name":"홍*동","amountWon":-30000.5e3}
            {"name":null,"active":true}                      | {"name":null,"active":true}
            {"memo":"a\\nb","reason":"c\\nd"}                | {"memo":"***","reason":"c\\nd"}
            [ ]                                              | []
            "text"                                           | "text"
            {"a":{"name":"홍길동"},"b":"홍길동"}                | {"a":{"name":"홍*동"},"b":"홍길동"}
            """)
    void namesDecide(String json, String masked) {
        assertThat(masking.json(json, LIMIT)).isEqualTo(new Masked(masked, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"CANARY",
                "{\"name\":\"CANARY\\",
                "{\"name\":\"CANARY\\u12",
                "{\"name\":CANARY}",
                "{name:\"CANARY\"}",
                "{\"name\" \"CANARY\"}",
                "{\"x\":\"1\"} CANARY",
                "{\"x\":\"1\",}CANARY",
                "name=CANARY",
                "{\"x\":\"CANARY\nforged\"}",
                "{\"name\":{\"deep\":\"CANARY",
                "\u0000\u0001CANARY",
                ""
            })
    void whatIsNotJsonIsNotShown(String text) {
        Masked masked = masking.json(text, LIMIT);
        assertThat(masked.text()).doesNotContain("CANARY", "forged");
        assertThat(masked.cut()).isTrue();
    }

    @Test
    void aTextNestedForEverIsCut() {
        assertThat(masking.json("[".repeat(1_000_000), LIMIT).cut()).isTrue();
        assertThat(masking.json("{\"a\":".repeat(100_000), LIMIT).cut()).isTrue();
    }

    @Test
    void aHugeTextIsCutAtTheLimitWithoutHalfAValueThatShouldBeMasked() {
        String huge = "[" + "{\"accountNumber\":\"110123456789\",\"text\":\"abc\"},".repeat(100_000) + "0]";
        for (int limit = 0; limit < 120; limit++) {
            Masked masked = masking.json(huge, limit);
            assertThat(masked.cut()).isTrue();
            assertThat(masked.text()).hasSizeLessThanOrEqualTo(limit).doesNotContain("11012");
        }
    }

    @Test
    void fieldsAreAddedByConfiguration() {
        Masking own = Masking.withFields("nickname:NAME, customer-no:TOKEN");
        assertThat(own.json("{\"nickName\":\"spring\",\"customerNo\":7,\"phone\":\"01012345678\"}", LIMIT)
                        .text())
                .isEqualTo("{\"nickName\":\"s****g\",\"customerNo\":\"***\",\"phone\":\"010****5678\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nickname", "nickname:", "nickname:SECRETS", ":NAME", "a:NAME,", "a b:NAME"})
    void aConfigurationThatIsNotUnderstoodIsRefused(String fields) {
        assertThatThrownBy(() -> Masking.withFields(fields)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bank=088&accountNumber=110123456789   | bank=088&accountNumber=********6789
            account%4eumber=110-123-456789        | account%4eumber=***-***-**6789
            name=%ED%99%8D%EA%B8%B8%EB%8F%99&a    | name=홍*동&a
            name=%ZZ                              | name=***
            """)
    void queriesAreMaskedByTheirNames(String query, String masked) {
        assertThat(masking.query(query)).isEqualTo(masked);
    }

    @Test
    void headersAreMaskedByTheirNames() {
        assertThat(masking.value("Authorization", "Bearer abc")).isEqualTo("***");
        assertThat(masking.value("Set-Cookie", "id=abc")).isEqualTo("***");
        assertThat(masking.value("Accept", "text/html")).isEqualTo("text/html");
    }

    @Test
    void aTextCanForgeNeitherALineNorTheEndOfItsString() {
        StringBuilder json = new StringBuilder();
        JsonText.append(json, "a\r\nb\"c\\d\u0000\u001b[2J\u0085\u2028\u2029\u007fé한😀\ud800");
        assertThat(json.toString())
                .isEqualTo("a\\u000d\\nb\\\"c\\\\d\\u0000\\u001b[2J\\u0085\\u2028\\u2029\\u007fé한😀\\ud800");
    }

    @Test
    void aLimitDoesNotSplitACharacter() {
        StringBuilder json = new StringBuilder();
        JsonText.append(json, "a😀", 2);
        assertThat(json.toString()).isEqualTo("a\\ud83d");
    }
}
