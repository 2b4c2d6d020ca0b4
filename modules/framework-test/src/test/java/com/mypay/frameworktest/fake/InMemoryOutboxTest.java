package com.mypay.frameworktest.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.messaging.Outbox;
import com.mypay.framework.messaging.OutgoingMessage;
import com.mypay.framework.transaction.Transactions;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryOutboxTest extends OutboxContract {
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final Transactions transactions = new FakeTransactions(outbox);

    @Override
    Outbox outbox() {
        return outbox;
    }

    @Override
    Transactions transactions() {
        return transactions;
    }

    @Override
    List<String> sentIds() {
        return outbox.sent().stream().map(OutgoingMessage::id).toList();
    }

    @Test
    void aMessageThatBreaksItsContractIsRefused() {
        OutgoingMessage wrong = new OutgoingMessage("a", "notes", "note-written.v1", new NoteWritten("a", "yesterday"));
        assertThatThrownBy(() -> outbox.send(wrong)).isInstanceOf(AssertionError.class);
    }

    @Test
    void bodiesAreFoundByTheirContract() {
        outbox.send(message("a"));
        assertThat(outbox.bodies("note-written.v1", NoteWritten.class))
                .containsExactly((NoteWritten) message("a").body());
        assertThat(outbox.bodies("other.v1", NoteWritten.class)).isEmpty();
    }
}
