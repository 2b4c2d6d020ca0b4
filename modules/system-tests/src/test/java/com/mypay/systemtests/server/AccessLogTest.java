package com.mypay.systemtests.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the server's configuration says of its access log; {@code SecretsIT} looks into a real one. */
class AccessLogTest {

    private static final Path HTTP = Path.of("../../liberty-config/src/main/liberty/config/http.xml");
    private static final Pattern FORMAT = Pattern.compile("logFormat='([^']+)'");

    @Test
    void hasNoQueriesBecauseTheyNameAccountNumbers() throws IOException {
        Matcher format = FORMAT.matcher(Files.readString(HTTP));

        assertThat(format.find()).isTrue();
        assertThat(format.group(1)).contains("%U").doesNotContain("%r", "%q");
    }
}
