package com.mypay.framework.context;

import com.mypay.framework.config.ConfigurationException;
import com.mypay.framework.config.ServiceName;
import com.mypay.framework.context.GuidFormat.Drawn;
import com.mypay.framework.context.GuidFormat.Issuer;
import com.mypay.framework.context.GuidFormat.Reading;
import com.mypay.framework.value.Ids;
import com.mypay.framework.value.UuidV7;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The customer's {@link GuidFormat} that this installation has chosen, if any: {@code mypay.guid.format}, the header that
 * carries it ({@code mypay.guid.header}) and the code that stands in what this server issues ({@code mypay.guid.system}).
 * All three or none. {@code MyPay-Guid} is always there besides.
 */
public final class GuidFormats {

    static final String FORMAT = "mypay.guid.format";
    static final String HEADER = "mypay.guid.header";
    static final String SYSTEM = "mypay.guid.system";

    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");

    /** Their places are their numbers: in texts that are out in the world, so never another order. */
    private static final List<String> SERVICES =
            List.of("membership", "banking", "money", "remittance", "payment", "settlement", "batch", "logs");

    private static final GuidFormats NONE = new GuidFormats(null, "", new Issuer("", 0));

    private static volatile GuidFormats current = NONE;

    private final @Nullable GuidFormat format;
    private final String header;
    private final Issuer issuer;

    private GuidFormats(@Nullable GuidFormat format, String header, Issuer issuer) {
        this.format = format;
        this.header = header;
        this.issuer = issuer;
    }

    /** Found without injection: GUIDs are issued and read where nothing is injected. */
    public static GuidFormats current() {
        return current;
    }

    public static void use(GuidFormats chosen) {
        current = chosen;
    }

    /** No customer's format. */
    public static GuidFormats none() {
        return NONE;
    }

    /**
     * What the configuration chooses.
     *
     * @throws ConfigurationException naming the key and what may stand there
     */
    public static GuidFormats of(Config config, List<GuidFormat> known, String service) {
        String name = text(config, FORMAT);
        String header = text(config, HEADER);
        String system = text(config, SYSTEM);
        if (name.isEmpty() && header.isEmpty() && system.isEmpty()) {
            return NONE;
        }
        GuidFormat format = known.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        FORMAT,
                        "write one of " + names(known) + ", not '" + name + "', or remove all mypay.guid keys"));
        if (!HEADER_NAME.matcher(header).matches() || header.regionMatches(true, 0, "MyPay-", 0, "MyPay-".length())) {
            throw new ConfigurationException(
                    HEADER, "write the header's name: letters, digits and '-', none that begins with MyPay-");
        }
        if (!SERVICES.contains(service)) {
            throw new ConfigurationException(
                    FORMAT, "GUIDs of this format are issued by " + SERVICES + " only, not by " + service);
        }
        GuidFormats chosen = new GuidFormats(format, header, new Issuer(system, SERVICES.indexOf(service) + 1));
        chosen.check(format);
        return chosen;
    }

    /** One is issued, to know before anybody waits for it. */
    private void check(GuidFormat chosen) {
        try {
            String text = chosen.issue(Drawn.of(new UuidV7(Clock.systemUTC()).next()), issuer);
            Optional<String> again = chosen.read(text).flatMap(reading -> chosen.render(reading.guid(), reading.hop()));
            if (!again.equals(Optional.of(text))) {
                throw new IllegalArgumentException("what it issues can't be read: " + text);
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(SYSTEM, chosen.name() + ": " + e.getMessage());
        }
    }

    private static String text(Config config, String key) {
        return config.getOptionalValue(key, String.class).orElse("").strip();
    }

    private static String names(List<GuidFormat> known) {
        return known.stream().map(GuidFormat::name).sorted().collect(Collectors.joining(", "));
    }

    /** The header's name; empty where no format is chosen. */
    public String header() {
        return header;
    }

    public Optional<Reading> read(@Nullable String text) {
        return format == null || text == null ? Optional.empty() : format.read(text);
    }

    public Optional<String> render(Guid guid, int hop) {
        return format == null ? Optional.empty() : format.render(guid, hop);
    }

    Guid issuedBy(Ids ids) {
        GuidFormat chosen = format;
        if (chosen == null) {
            return new Guid(ids.next());
        }
        String text = chosen.issue(Drawn.of(ids.next()), issuer);
        return chosen.read(text)
                .map(Reading::guid)
                .orElseThrow(
                        () -> new IllegalStateException(chosen.name() + " can't read what it has issued: " + text));
    }

    /** Chooses at the start. */
    @ApplicationScoped
    public static class Start {

        @Inject
        private Instance<GuidFormat> known;

        @Inject
        private ServiceName service;

        void start(@Observes @Priority(2) @Initialized(ApplicationScoped.class) Object event) {
            Config config = ConfigProvider.getConfig(GuidFormats.class.getClassLoader());
            use(of(config, known.stream().toList(), service.name()));
        }
    }
}
