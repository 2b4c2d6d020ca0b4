package com.mypay.frameworktest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.messaging.OutgoingMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageContractTest {
    private static final String TYPE = "note-written.v1";

    public record NoteWritten(String text, String writtenAt) {}

    @Test
    void aMessageThatKeepsItsContractPasses() {
        assertThatCode(() -> MessageContract.check(new OutgoingMessage(
                        "1", "notes", TYPE, new NoteWritten("첫 메모", "2011-12-05T03:00:00.123456Z"))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"text":"a"}                                                   | writtenAt
                    {"text":"","writtenAt":"2011-12-05T03:00:00Z"}                 | /text
                    {"text":7,"writtenAt":"2011-12-05T03:00:00Z"}                  | /text
                    {"text":"a","writtenAt":"yesterday"}                           | /writtenAt
                    {"text":"a","writtenAt":"2011-12-05T03:00:00Z","author":"kim"} | author
                    """)
    void aMessageThatBreaksItsContractIsRefused(String json, String where) {
        assertThatThrownBy(() -> MessageContract.check(TYPE, json))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(TYPE, where);
    }

    @Test
    void aMessageWithoutAContractIsRefused() {
        assertThatThrownBy(() -> MessageContract.check("unheard-of.v1", "{}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("contracts/unheard-of.v1.schema.json");
    }
}
