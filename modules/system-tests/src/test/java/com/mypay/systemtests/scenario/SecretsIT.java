package com.mypay.systemtests.scenario;

import static com.mypay.systemtests.kit.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mypay.systemtests.kit.Answer;
import com.mypay.systemtests.kit.AtOnce;
import com.mypay.systemtests.kit.Banks;
import com.mypay.systemtests.kit.People.Member;
import com.mypay.systemtests.kit.Remittances;
import com.mypay.systemtests.kit.RunningInstallation;
import com.mypay.systemtests.kit.SharedInstallation;
import com.mypay.systemtests.kit.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody sees what isn't his: accounts of the database, account numbers, passwords. */
@ExtendWith(SharedInstallation.class)
class SecretsIT {

    private static final Map<String, String> A_TABLE_OF = Map.of(
            "membership", "MEMBERSHIP.MEMBER",
            "banking", "BANKING.FIRMBANKING",
            "money", "MONEY.MEMBER_MONEY",
            "remittance", "REMITTANCE.REMITTANCE",
            "payment", "PAYMENT.PAYMENT",
            "settlement", "SETTLEMENT.SETTLEMENT_LINE");

    private final RunningInstallation mypay;

    SecretsIT(RunningInstallation mypay) {
        this.mypay = mypay;
    }

    @Test
    void noServicesAccountReadsOrWritesAnothersTables() throws SQLException {
        for (String service : RunningInstallation.SERVICES) {
            try (Connection connection = new Sql(mypay, service).connect()) {
                for (Map.Entry<String, String> table : A_TABLE_OF.entrySet()) {
                    if (table.getKey().equals(service)) {
                        execute(connection, "SELECT COUNT(*) FROM " + table.getValue());
                    } else {
                        assertRefused(connection, "SELECT COUNT(*) FROM " + table.getValue());
                        assertRefused(connection, "DELETE FROM " + table.getValue());
                    }
                }
            }
        }
    }

    @Test
    void noServicesAccountChangesTheSchema() throws SQLException {
        for (String service : RunningInstallation.SERVICES) {
            try (Connection connection = new Sql(mypay, service).connect()) {
                assertRefused(connection, "CREATE TABLE MINE (ID NUMBER(1))");
                assertRefused(connection, "DROP TABLE " + A_TABLE_OF.get(service));
                assertRefused(connection, "ALTER TABLE " + A_TABLE_OF.get(service) + " ADD MINE NUMBER(1)");
            }
        }
    }

    @Test
    void whatHasHappenedCannotBeChanged() throws SQLException {
        assertInsertOnly("money", "POSTING", "AMOUNT_WON");
        assertInsertOnly("banking", "FIRMBANKING_HISTORY", "GUID");
        assertInsertOnly("remittance", "REMITTANCE_HISTORY", "GUID");
        assertInsertOnly("settlement", "CYCLE_HISTORY", "GUID");
        assertInsertOnly("payment", "SLIP", "AMOUNT_WON");
    }

    private void assertInsertOnly(String service, String table, String column) throws SQLException {
        try (Connection connection = new Sql(mypay, service).connect()) {
            execute(connection, "SELECT COUNT(*) FROM " + table);
            assertRefused(connection, "UPDATE " + table + " SET " + column + " = " + column);
            assertRefused(connection, "DELETE FROM " + table);
        }
    }

    @Test
    void noAccountNumberStandsInAnyProblemOrLog() throws IOException {
        Member member = mypay.people().aMember().withMoney(10_000).signedUp();
        Banks.Account account = mypay.banks().open("004", "예금주", 1_000);
        List<Answer> answers = new ArrayList<>();
        answers.add(mypay.people().register(member.id(), new Banks.Account("004", account.number(), "다른 사람")));
        answers.add(mypay.people().register(member.id(), account));
        answers.add(new Remittances(mypay).confirm(member, account));
        mypay.banks().setStatus(account, "CLOSED");
        answers.add(new Remittances(mypay).confirm(member, account));
        answers.add(mypay.people().register(member.id(), account));
        answers.add(mypay.client()
                .asOperator()
                .get("/banking/com/v1/check/account", "bankCode", "004", "accountNumber", account.number()));
        answers.add(mypay.client()
                .asOperator()
                .post(
                        "/banking/com/v1/request/firmbanking",
                        json(
                                "from",
                                json("kind", "CORPORATE"),
                                "to",
                                json("kind", "ACCOUNT", "bankCode", "004", "accountNumber", account.number()),
                                "amountWon",
                                1_000,
                                "purpose",
                                "REMITTANCE")));
        Banks.Account corporate = mypay.banks().open("020", "마이페이", 0);
        answers.addAll(AtOnce.call(
                4,
                i -> mypay.client()
                        .asOperator()
                        .post(
                                "/banking/adm/v1/register/corporate-account",
                                json("bankCode", "020", "accountNumber", corporate.number(), "primary", false))));
        answers.add(mypay.client()
                .asMember(member.id())
                .get("/banking/com/v1/find/registered-bank-account", "memberId", member.id()));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.text()).doesNotContain(account.number()));
        assertThat(mypay.banks().numbers()).contains(account.number());
        for (Path log : logs()) {
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            assertThat(mypay.banks().numbers())
                    .noneSatisfy(number -> assertThat(text).as(log.toString()).contains(number));
        }
    }

    @Test
    void noPasswordStandsInAnyLog() throws IOException {
        Properties secrets = new Properties();
        try (var reader = Files.newBufferedReader(mypay.home().resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        assertThat(secrets).hasSizeGreaterThan(10);
        for (Path log : logs()) {
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            assertThat(secrets.values())
                    .noneSatisfy(secret -> assertThat(text).as(log.toString()).contains((String) secret));
        }
    }

    @Test
    void passwordsAreReadableByTheirOwnerOnly() throws IOException {
        Path secrets = mypay.home().resolve("secrets.properties");
        assertThat(Files.getPosixFilePermissions(secrets)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private List<Path> logs() throws IOException {
        List<Path> logs = new ArrayList<>();
        for (Path directory : List.of(mypay.home().resolve("logs"), mypay.serverLogs())) {
            try (Stream<Path> files = Files.walk(directory)) {
                logs.addAll(files.filter(Files::isRegularFile).toList());
            }
        }
        assertThat(logs).hasSizeGreaterThan(4);
        return logs;
    }

    private static void assertRefused(Connection connection, String sql) {
        assertThatThrownBy(() -> execute(connection, sql)).as(sql).isInstanceOf(SQLException.class);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
