package com.mypay.batchjobs.purge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The finished messages and request ids of each service, removed by the service itself: nobody reads another's tables. */
public interface ServiceRows {

    /** All whose messages and request ids belong together. */
    List<String> SERVICES = List.of("membership", "banking", "money", "remittance", "payment", "settlement");

    /**
     * @param oldestMessageGuid the smallest of a message that is not finished for long enough; {@code null}: none
     * @param oldestOpenAt when the oldest work that may ask other services again was begun; {@code null}: none
     */
    record OpenWork(
            @Nullable String oldestMessageGuid, @Nullable Instant oldestOpenAt) {}

    /**
     * @param removed how many rows
     * @param last where to go on behind; {@code null} at the end
     */
    record Purged(int removed, @Nullable String last) {}

    /** @param before messages that were finished earlier are not needed any more, for this service's part */
    OpenWork openWork(String service, Instant before);

    /**
     * A chunk, in a transaction of its own. May be called twice.
     *
     * @param direction {@code IN} or {@code OUT}
     */
    Purged purgeMessages(String service, String direction, Instant before, String beforeGuid, @Nullable String after);

    /** A chunk, in a transaction of its own. May be called twice. */
    Purged purgeRequests(String service, Instant before, Instant servicesBefore, @Nullable String after);
}
