package com.mypay.frameworktest.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.client.RestClientSettings;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestClientSettingsTest {
    private static final String READ_TIMEOUT = "forgetful/mp-rest/readTimeout";

    private final List<String> settings = new ArrayList<>();

    /** A client whose WAR has forgotten it. */
    @RegisterRestClient(configKey = "forgetful")
    @Path("/")
    public interface ForgetfulClient {
        @GET
        String get();
    }

    @AfterEach
    void forget() {
        System.clearProperty(READ_TIMEOUT);
    }

    @Test
    void aClientThatNobodyConfiguresDoesNotWaitForEver() {
        new RestClientSettings().onNewClient(ForgetfulClient.class, builder());
        assertThat(settings)
                .filteredOn(setting -> setting.contains("Timeout"))
                .containsExactly("connectTimeout [1000, MILLISECONDS]", "readTimeout [5000, MILLISECONDS]");
    }

    @Test
    void aClientWaitsAsLongAsItsWarSays() {
        System.setProperty(READ_TIMEOUT, "15000");
        new RestClientSettings().onNewClient(ForgetfulClient.class, builder());
        assertThat(settings).contains("readTimeout [15000, MILLISECONDS]");
    }

    private RestClientBuilder builder() {
        return (RestClientBuilder) Proxy.newProxyInstance(
                RestClientBuilder.class.getClassLoader(),
                new Class<?>[] {RestClientBuilder.class},
                (proxy, method, arguments) -> {
                    settings.add(method.getName() + " " + Arrays.toString(arguments));
                    return proxy;
                });
    }
}
