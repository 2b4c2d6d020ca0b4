package com.mypay.banksimulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.GroupHeader81;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The statement as a message of ISO 20022: a library that knows the standard reads what the bank writes. */
class StatementMessageTest {

    @TempDir
    private Path directory;

    private BankSimulator simulator;
    private BankCalls banks;

    @BeforeEach
    void start() throws IOException, SQLException {
        Path clock = directory.resolve("clock");
        long offsetMillis = Instant.parse("2011-12-05T03:00:00Z").toEpochMilli() - System.currentTimeMillis();
        Files.writeString(clock, offsetMillis + "\n");
        simulator = BankSimulator.start(new Arguments(directory.resolve("bank"), 0, Optional.of(clock)));
        banks = new BankCalls(simulator.port());
        banks.openHanaAndDul();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private MxCamt05300108 message(String query) throws IOException {
        BankCalls.Answer answer =
                banks.get("/banks/088/statements/2011-12-05?format=camt.053&accountNumber=110123456789" + query);
        assertThat(answer.status()).isEqualTo(200);
        return MxCamt05300108.parse(answer.body());
    }

    @Test
    void aLongStatementComesInNumberedMessagesWhoseBalancesAddUp() throws IOException {
        for (int i = 1; i <= 5; i++) {
            banks.transfer("t" + i, i);
        }

        MxCamt05300108 first = message("&limit=3");
        GroupHeader81 header = first.getBkToCstmrStmt().getGrpHdr();
        assertThat(header.getMsgPgntn().getPgNb()).isEqualTo("1");
        assertThat(header.getMsgPgntn().isLastPgInd()).isFalse();
        AccountStatement9 statement = first.getBkToCstmrStmt().getStmt().get(0);
        assertThat(statement.getAcct().getId().getOthr().getId()).isEqualTo("110123456789");
        assertThat(statement.getBal())
                .extracting(balance -> balance.getAmt().getValue())
                .containsExactly(new BigDecimal(100_000), new BigDecimal(100_000 - 6));
        assertThat(statement.getNtry()).hasSize(3);
        ReportEntry10 entry = statement.getNtry().get(2);
        assertThat(entry.getAmt().getCcy()).isEqualTo("KRW");
        assertThat(entry.getAmt().getValue()).isEqualTo(new BigDecimal(3));
        assertThat(entry.getCdtDbtInd()).isEqualTo(CreditDebitCode.DBIT);
        assertThat(entry.getNtryDtls().get(0).getTxDtls().get(0).getRefs().getEndToEndId())
                .isEqualTo("t3");

        MxCamt05300108 second = message("&limit=3&page=2&cursor=" + entry.getNtryRef());
        assertThat(second.getBkToCstmrStmt().getGrpHdr().getMsgPgntn().isLastPgInd())
                .isTrue();
        AccountStatement9 rest = second.getBkToCstmrStmt().getStmt().get(0);
        assertThat(rest.getNtry()).hasSize(2);
        assertThat(rest.getBal())
                .extracting(balance -> balance.getAmt().getValue())
                .containsExactly(new BigDecimal(100_000 - 6), new BigDecimal(100_000 - 15));
    }

    @Test
    void aDayWithoutEntriesHasItsBalances() throws IOException {
        AccountStatement9 statement = message("").getBkToCstmrStmt().getStmt().get(0);
        assertThat(statement.getNtry()).isEmpty();
        assertThat(statement.getBal())
                .extracting(balance -> balance.getAmt().getValue())
                .containsExactly(new BigDecimal(100_000), new BigDecimal(100_000));
    }

    @Test
    void whatIsNoSuchRequestIsMalformed() throws IOException {
        String path = "/banks/088/statements/2011-12-05?format=";
        assertThat(banks.get(path + "mt940&accountNumber=110123456789").status())
                .isEqualTo(400);
        assertThat(banks.get(path + "camt.053").status()).isEqualTo(400);
        assertThat(banks.get(path + "camt.053&accountNumber=110123456789&page=0")
                        .status())
                .isEqualTo(400);
        assertThat(banks.get(path + "camt.053&accountNumber=999999").status()).isEqualTo(404);
    }
}
