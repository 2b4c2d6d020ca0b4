package com.mypay.batchjobs.purge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.context.Caller;
import com.mypay.framework.problem.UnavailableException;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.stub.StubServer;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RestServiceRowsTest {

    private static final Instant BEFORE = Instant.parse("2026-03-02T00:00:00Z");

    @RegisterExtension
    static final TestCall CALL = TestCall.by(Caller.service("batch"));

    private final StubServer money = StubServer.start();
    private final RestServiceRows rows = new RestServiceRows(service -> money.uri());

    @AfterEach
    void stop() {
        money.close();
    }

    @Test
    void aServiceTellsWhatIsOpen() {
        money.on("GET", "/adm/v1/find/open-work").answers(200, "{}");
        assertThat(rows.openWork("money", BEFORE)).isEqualTo(new ServiceRows.OpenWork(null, null));
    }

    @Test
    void aServiceTellsWhatIsOpenWithItsTime() {
        money.on("GET", "/adm/v1/find/open-work")
                .answers(200, "{\"oldestMessageGuid\":\"abc\",\"oldestOpenAt\":\"2026-03-01T00:00:00Z\"}");
        assertThat(rows.openWork("money", BEFORE))
                .isEqualTo(new ServiceRows.OpenWork("abc", Instant.parse("2026-03-01T00:00:00Z")));
    }

    @Test
    void aChunkIsRemovedByTheService() {
        money.on("POST", "/adm/v1/purge/messages").answers(200, "{\"removed\":7,\"last\":\"k\"}");
        assertThat(rows.purgeMessages("money", "IN", BEFORE, "guid", "j")).isEqualTo(new ServiceRows.Purged(7, "k"));
        assertThat(money.requests().get(0).body())
                .contains("\"direction\":\"IN\"", "\"before\":\"2026-03-02T00:00:00Z\"", "\"after\":\"j\"");

        money.on("POST", "/adm/v1/purge/requests").answers(200, "{\"removed\":0}");
        assertThat(rows.purgeRequests("money", BEFORE, BEFORE, null)).isEqualTo(new ServiceRows.Purged(0, null));
        assertThat(money.requests().get(1).body()).contains("\"servicesBefore\":\"2026-03-02T00:00:00Z\"");
    }

    @Test
    void aServiceThatIsAwayEndsTheJob() {
        money.close();
        assertThatThrownBy(() -> rows.openWork("money", BEFORE)).isInstanceOf(UnavailableException.class);
    }
}
