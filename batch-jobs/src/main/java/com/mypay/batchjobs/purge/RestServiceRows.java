package com.mypay.batchjobs.purge;

import com.mypay.framework.client.RemoteCalls;
import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;

/** {@link ServiceRows} over REST. The job ends with the first call that fails: restarted, it goes on. */
@Dependent
public class RestServiceRows implements ServiceRows {

    private final Map<String, HousekeepingClient> clients = new ConcurrentHashMap<>();
    private final Function<String, URI> addresses;

    public RestServiceRows() {
        this(service -> ConfigProvider.getConfig().getValue("mypay.url." + service, URI.class));
    }

    RestServiceRows(Function<String, URI> addresses) {
        this.addresses = addresses;
    }

    @Override
    public OpenWork openWork(String service, Instant before) {
        HousekeepingClient.OpenWork found =
                RemoteCalls.call(service, () -> client(service).openWork(before.toString()));
        String openAt = found.oldestOpenAt();
        return new OpenWork(found.oldestMessageGuid(), openAt == null ? null : Instant.parse(openAt));
    }

    @Override
    public Purged purgeMessages(
            String service, String direction, Instant before, String beforeGuid, @Nullable String after) {
        return purged(RemoteCalls.call(
                service,
                () -> client(service)
                        .purgeMessages(new HousekeepingClient.MessagesToPurge(
                                direction, before.toString(), beforeGuid, after))));
    }

    @Override
    public Purged purgeRequests(String service, Instant before, Instant servicesBefore, @Nullable String after) {
        return purged(RemoteCalls.call(
                service,
                () -> client(service)
                        .purgeRequests(new HousekeepingClient.RequestsToPurge(
                                before.toString(), servicesBefore.toString(), after))));
    }

    private static Purged purged(HousekeepingClient.Purged answer) {
        return new Purged(answer.removed(), answer.last());
    }

    private HousekeepingClient client(String service) {
        return clients.computeIfAbsent(
                service,
                name -> RestClientBuilder.newBuilder()
                        .baseUri(addresses.apply(name))
                        .build(HousekeepingClient.class));
    }
}
