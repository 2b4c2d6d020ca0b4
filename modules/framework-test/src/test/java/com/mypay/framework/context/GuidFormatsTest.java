package com.mypay.framework.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.framework.config.ConfigurationException;
import com.mypay.framework.guidformat.Bank34;
import com.mypay.framework.guidformat.Digits30;
import com.mypay.framework.value.UuidV7;
import com.mypay.frameworktest.fake.FakeConfig;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which format an installation has chosen, and what it is refused for. */
class GuidFormatsTest {

    private static GuidFormats chosen(Map<String, String> values, String service) {
        return GuidFormats.of(FakeConfig.of(values), List.of(new Digits30(), new Bank34()), service);
    }

    @AfterEach
    void forget() {
        GuidFormats.use(GuidFormats.none());
    }

    @Test
    void whereNothingIsSaidGuidsAreUuids() {
        GuidFormats.use(chosen(Map.of(), "money"));
        Guid guid = Guid.issuedBy(new UuidV7(Clock.systemUTC()));
        assertThat(guid.value().charAt(12)).isEqualTo('7');
        assertThat(GuidFormats.current().header()).isEmpty();
        assertThat(GuidFormats.current().render(guid, 0)).isEmpty();
        assertThat(GuidFormats.current().read("202603020101039600123100000012")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"digits-30,0101,30", "bank-34,MYPAY01,34"})
    void whereOneIsChosenEveryGuidIsOneOfItsTexts(String format, String system, int length) {
        GuidFormats.use(chosen(
                Map.of("mypay.guid.format", format, "mypay.guid.header", "X-Trace", "mypay.guid.system", system),
                "money"));
        Guid guid = Guid.issuedBy(new UuidV7(Clock.systemUTC()));
        String text = GuidFormats.current().render(guid, 0).orElseThrow();
        assertThat(text).hasSize(length).contains(system);
        assertThat(GuidFormats.current().read(text)).contains(new GuidFormat.Reading(guid, 0));
        assertThat(GuidFormats.current().header()).isEqualTo("X-Trace");
    }

    @ParameterizedTest
    @CsvSource({
        "digits-31,X-Trace,0101,money,mypay.guid.format,digits-30",
        "'',X-Trace,'',money,mypay.guid.format,digits-30",
        "digits-30,'',0101,money,mypay.guid.header,name",
        "digits-30,mypay-guid,0101,money,mypay.guid.header,MyPay-",
        "digits-30,X Trace,0101,money,mypay.guid.header,letters",
        "digits-30,X-Trace,'',money,mypay.guid.system,4 digits",
        "digits-30,X-Trace,MYPAY01,money,mypay.guid.system,4 digits",
        "bank-34,X-Trace,0101,money,mypay.guid.system,7 capital letters",
        "bank-34,X-Trace,MYPAY01,branch,mypay.guid.format,branch"
    })
    void whatNobodyKnowsIsRefusedAtTheStart(
            String format, String header, String system, String service, String key, String remedy) {
        assertThatThrownBy(() -> chosen(
                        Map.of("mypay.guid.format", format, "mypay.guid.header", header, "mypay.guid.system", system),
                        service))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(remedy);
    }
}
