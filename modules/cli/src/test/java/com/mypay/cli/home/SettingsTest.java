package com.mypay.cli.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.cli.CommandFailure;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Path FILE = Path.of("mypay.properties");

    @Test
    void fivePortsInARow() {
        Settings settings = Settings.of(Map.of("port.base", "10000"), FILE);

        assertThat(settings.httpPort()).isEqualTo(10_000);
        assertThat(settings.httpsPort()).isEqualTo(10_001);
        assertThat(settings.databasePort()).isEqualTo(10_002);
        assertThat(settings.brokerPort()).isEqualTo(10_003);
        assertThat(settings.bankPort()).isEqualTo(10_004);
    }

    @Test
    void whatIsNotSaidIsAsUsual() {
        Settings settings = Settings.of(Map.of(), FILE);

        assertThat(settings.portBase()).isEqualTo(9_700);
        assertThat(settings.isOracle()).isFalse();
        assertThat(settings.isProduction()).isFalse();
        assertThat(settings.node()).isEqualTo("node1");
    }

    @Test
    void theConnectionBudgetIsWhatTheServersVariablesCallIt() {
        Settings settings = Settings.of(Map.of("db.connections", "200", "db.pool.money", "30", "db", "h2"), FILE);

        assertThat(settings.connectionBudget())
                .containsExactlyInAnyOrderEntriesOf(Map.of("MYPAY_DB_CONNECTIONS", "200", "MYPAY_MONEY_POOL", "30"));
        assertThat(Settings.of(Map.of(), FILE).connectionBudget()).isEmpty();
    }

    @Test
    void openTelemetryIsOffUnlessThereIsACollector() {
        assertThat(Settings.of(Map.of(), FILE).observability()).isEmpty();
        assertThat(Settings.of(Map.of("telemetry.endpoint", "http://c:4318", "messages.format", "json"), FILE)
                        .observability())
                .containsEntry("OTEL_SDK_DISABLED", "false")
                .containsEntry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://c:4318")
                .containsEntry("OTEL_SERVICE_NAME", "mypay-node1")
                .containsEntry("MYPAY_MESSAGES_FORMAT", "json");
    }

    @Test
    void theHighestPortIsTheLastOfTheFive() {
        assertThat(Settings.of(Map.of("port.base", "65531"), FILE).bankPort()).isEqualTo(65_535);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    port.bsae    | 9700       | The setting port.bsae in mypay.properties is unknown
                    my.pay       | 1          | The setting my.pay in mypay.properties is unknown
                    port.base    | ''         | port.base= in mypay.properties is no port
                    port.base    | many       | port.base=many in mypay.properties is no port
                    port.base    | 1023       | port.base=1023 in mypay.properties is no port
                    port.base    | 65532      | port.base=65532 in mypay.properties is no port
                    port.base    | 99999999999| port.base=99999999999 in mypay.properties is no port
                    db           | mysql      | db=mysql in mypay.properties: it is h2 or oracle
                    db           | ''         | db= in mypay.properties: it is h2 or oracle
                    db.port      | 0          | db.port=0 in mypay.properties is no port
                    db.port      | 65536      | db.port=65536 in mypay.properties is no port
                    db.port      | x          | db.port=x in mypay.properties is no port
                    db.connections| 0         | db.connections=0 in mypay.properties: it is a number from 1 to 99999
                    db.pool.money| many       | db.pool.money=many in mypay.properties: it is a number from 1 to 99999
                    db.pool.admin| 10         | The setting db.pool.admin in mypay.properties is unknown
                    db.pool.cash | 10         | The setting db.pool.cash in mypay.properties is unknown
                    telemetry.endpoint| host:4318| telemetry.endpoint=host:4318 in mypay.properties: it is the address
                    messages.format| xml      | messages.format=xml in mypay.properties: it is simple, tbasic or json
                    mypay.profile| prod       | mypay.profile=prod in mypay.properties: it is default or production
                    """)
    void aWrongSettingIsNamedWithItsFile(String key, String value, String line) {
        assertThatThrownBy(() -> Settings.of(Map.of(key, value), FILE))
                .isInstanceOf(CommandFailure.class)
                .hasMessageStartingWith(line);
    }

    @Test
    void settingsOfTheServicesArePassedOn() {
        Settings settings = Settings.of(Map.of("mypay.money.top-up.minimum", "5000"), FILE);

        assertThat(settings.get("mypay.money.top-up.minimum", "")).isEqualTo("5000");
    }

    @Test
    void theCommandLineGoesOverTheFile() {
        Settings file = Settings.of(Map.of("port.base", "10000", "db", "h2"), FILE);

        Settings both = file.with(Map.of("db", "oracle", "db.port", "1522"));

        assertThat(both.isOracle()).isTrue();
        assertThat(both.databasePort()).isEqualTo(1_522);
        assertThat(both.portBase()).isEqualTo(10_000);
        assertThatThrownBy(() -> file.with(Map.of("bd", "oracle"))).hasMessageStartingWith("The setting bd in -D");
    }

    @Test
    void oracleHasItsOwnPort() {
        assertThat(Settings.of(Map.of("db", "oracle"), FILE).databasePort()).isEqualTo(1_521);
    }
}
