package com.mypay.remittance.application;

import static com.mypay.remittance.application.Stage.KIM;
import static com.mypay.remittance.application.Stage.LEE;
import static com.mypay.remittance.application.Stage.TO_LEE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mypay.framework.context.Caller;
import com.mypay.frameworktest.TestCall;
import com.mypay.frameworktest.database.TestDatabase;
import com.mypay.remittance.domain.VerificationLevel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every remittance passes here: what it costs is watched. QUEUE_LOG comes on top: one row out, one in. */
class HotPathTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.of("REMITTANCE");

    @RegisterExtension
    final TestCall call = TestCall.by(Caller.member(KIM));

    private final Stage stage = Stage.on(DATABASE);

    @Test
    void anAcceptanceIsTenStatements() {
        stage.members(KIM, LEE);
        String id = stage.send(KIM, TO_LEE, 1_000).remittanceId();
        stage.moneyDoes(id + "-TRANSFER-1", null);
        String token = stage.confirmed(KIM, TO_LEE, VerificationLevel.BASIC);
        DATABASE.recorder().clear();

        stage.request("r", KIM, token, 30_000);

        assertThat(statements())
                .containsExactly(
                        "SELECT COMMAND_REQUEST",
                        "SELECT CONFIRMATION",
                        "UPDATE CONFIRMATION",
                        "SELECT PARTNER",
                        "SELECT REMITTANCE_FEE",
                        "SELECT SENDER",
                        "INSERT REMITTANCE",
                        "INSERT REMITTANCE_HISTORY",
                        "UPDATE SENDER",
                        "INSERT COMMAND_REQUEST");
    }

    @Test
    void moneysAnswerIsFiveStatements() {
        stage.members(KIM, LEE);
        String id = stage.send(KIM, TO_LEE, 30_000).remittanceId();
        DATABASE.recorder().clear();

        stage.moneyDoes(id + "-TRANSFER-1", null);

        assertThat(statements())
                .containsExactly(
                        "SELECT SENDER",
                        "SELECT REMITTANCE",
                        "UPDATE REMITTANCE",
                        "INSERT REMITTANCE_HISTORY",
                        "UPDATE SENDER");
    }

    /** {@code SELECT SENDER}. */
    private static List<String> statements() {
        return DATABASE.recorder().statements().stream()
                .map(sql -> sql.replaceAll(
                        "(?s)^(SELECT|INSERT|UPDATE)(?: .*? FROM| INTO)? \\(?(?:SELECT .*? FROM )?([A-Z_]+).*",
                        "$1 $2"))
                .toList();
    }
}
