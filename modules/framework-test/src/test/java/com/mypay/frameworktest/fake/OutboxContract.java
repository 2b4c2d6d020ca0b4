package com.mypay.frameworktest.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.Caller;
import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.messaging.OutgoingMessage;
import com.mypay.framework.transaction.SqlFailures;
import com.mypay.framework.transaction.Transactions;
import com.mypay.frameworktest.TestCall;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What both implementations of {@link Outbox} do. */
abstract class OutboxContract {
    @RegisterExtension
    final TestCall call = TestCall.by(Caller.staff("kim"));

    public record NoteWritten(String text, String writtenAt) {}

    abstract Outbox outbox();

    abstract Transactions transactions();

    /** Ids in the order of sending. */
    abstract List<String> sentIds();

    @Test
    void whatIsSentIsKeptInOrder() {
        transactions().inTransaction(() -> outbox().send(message("b")));
        transactions().inTransaction(() -> outbox().sendAll(List.of(message("c"), message("a"))));
        assertThat(sentIds()).containsExactly("b", "c", "a");
    }

    @Test
    void whatIsRolledBackWasNeverSent() {
        assertThatThrownBy(() -> transactions().inTransaction(() -> {
                    outbox().send(message("a"));
                    throw new IllegalArgumentException("refused");
                }))
                .hasMessage("refused");
        assertThat(sentIds()).isEmpty();
    }

    @Test
    void anIdIsUsedOnce() {
        transactions().inTransaction(() -> outbox().send(message("a")));
        assertThatThrownBy(() -> transactions().inTransaction(() -> outbox().send(message("a"))))
                .matches(SqlFailures::isUniqueKey);
        assertThat(sentIds()).containsExactly("a");
    }

    @Test
    void aMessageThatIsTooLongIsABug() {
        OutgoingMessage message = new OutgoingMessage(
                "a", "notes", "note-written.v1", new NoteWritten("x".repeat(4_000), "2011-12-05T03:00:00Z"));
        assertThatThrownBy(() -> transactions().inTransaction(() -> outbox().send(message)))
                .isInstanceOf(IllegalStateException.class);
    }

    static OutgoingMessage message(String id) {
        return new OutgoingMessage(id, "notes", "note-written.v1", new NoteWritten("메모 " + id, "2011-12-05T03:00:00Z"));
    }
}
