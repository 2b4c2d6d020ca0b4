package com.mypay.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.cli.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorTest {

    private static final Finding GOOD = new Finding("I1", "money", "postings add up", "1,234 rows", null);
    private static final Finding ALSO_GOOD = new Finding("I1", "all", "entries add up", "10 rows", null);
    private static final Finding BAD = new Finding("I5", "all", "slips agree", "2 and 3", "they differ by 1");

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text, true);

    @Test
    void eachInvariantHasItsNameOnceAndItsChecksBelow() {
        assertThat(Doctor.print(List.of(GOOD, ALSO_GOOD), out)).isTrue();

        assertThat(text).hasToString("""
                I1  The postings of each entry, and of all, add up to 0
                  ok      money: postings add up (1,234 rows)
                  ok      all: entries add up (10 rows)
                All 2 checks hold.
                """);
    }

    @Test
    void whatIsBrokenIsNamedAndCounted() {
        assertThat(Doctor.print(List.of(GOOD, BAD), out)).isFalse();

        assertThat(text.toString())
                .contains("  BROKEN  all: slips agree (2 and 3): they differ by 1\n")
                .endsWith("1 of 2 checks are broken.\n");
    }

    @Test
    void invariantsHaveKoreanNames() {
        assertThat(Language.KOREAN.speak(() -> Doctor.print(List.of(BAD), out))).isFalse();

        assertThat(text.toString()).startsWith("I5  전표는 마감된 한 회차의 한 줄에만 있음\n").endsWith("점검 1건 중 1건이 위반되었습니다.\n");
    }

    @Test
    void forMachinesItIsOneJsonObjectInOneLine() {
        assertThat(Doctor.printJson(List.of(GOOD, BAD), out)).isFalse();

        assertThat(text)
                .hasToString("{\"ok\":false,\"findings\":["
                        + "{\"invariant\":\"I1\",\"where\":\"money\",\"rule\":\"postings add up\",\"ok\":true,"
                        + "\"figures\":\"1,234 rows\"},"
                        + "{\"invariant\":\"I5\",\"where\":\"all\",\"rule\":\"slips agree\",\"ok\":false,"
                        + "\"figures\":\"2 and 3\",\"violation\":\"they differ by 1\"}]}\n");
    }

    @Test
    void forMachinesHealthIsOk() {
        assertThat(Doctor.printJson(List.of(GOOD), out)).isTrue();
        assertThat(text.toString()).startsWith("{\"ok\":true,");
    }
}
